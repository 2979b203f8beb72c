import { describe, expect, it } from 'vitest';
import { readJson, readText } from './read-all.ts';

const LONG = `<p>${'The water comes and goes. '.repeat(60)}</p>`;

describe('feed readers', () => {
  it('reads Inoreader’s starred articles: labels, annotations, the feed’s text where it is whole', async () => {
    const { format, items, failures } = await readJson({
      id: 'user/-/state/com.google/starred',
      title: 'Starred',
      items: [
        {
          crawlTimeMsec: '1706781600000',
          timestampUsec: '1706781600123456',
          id: 'tag:google.com,2005:reader/item/1',
          categories: [
            'user/1005/state/com.google/reading-list',
            'user/1005/state/com.google/read',
            'user/1005/state/com.google/starred',
            'user/1005/label/Ports, northern',
          ],
          title: 'Tide tables',
          published: 1_706_700_000,
          canonical: [{ href: 'https://paper.example/1' }],
          alternate: [{ href: 'https://feed.example/1', type: 'text/html' }],
          summary: { direction: 'ltr', content: LONG },
          author: 'Ina Holm',
          annotations: [
            { id: 1, start: 0, end: 5, added_on: 1_706_868_000, text: 'The water', note: 'Mine' },
          ],
          origin: { title: 'The Paper' },
        },
        {
          id: 'x',
          categories: [],
          title: 'Gone',
          origin: { title: 'The Paper' },
          canonical: [],
          alternate: [],
        },
      ],
    });
    expect(format).toBe('starred');
    expect(items).toMatchObject([
      {
        url: 'https://paper.example/1',
        title: 'Tide tables',
        byline: 'Ina Holm',
        siteName: 'The Paper',
        publishedAt: '2024-01-31T11:20:00.000Z',
        savedAt: 1_706_781_600_123,
        favourite: true,
        archived: false,
        tags: ['Ports, northern'],
        html: LONG,
        highlights: [{ text: 'The water', note: 'Mine', createdAt: Date.UTC(2024, 1, 2, 10) }],
      },
    ]);
    expect(failures).toMatchObject([{ why: 'noAddress', title: 'Gone' }]);
  });

  it('reads FreshRSS’s: content for summary, words of the feed that are no labels, a summary that is no text', async () => {
    const { format, items } = await readJson({
      id: 'user/-/state/org.freshrss/starred',
      title: 'List of favourite articles',
      author: 'ina',
      items: [
        {
          id: 'tag:google.com,2005:reader/item/1',
          categories: [
            'user/-/state/com.google/reading-list',
            'user/-/state/com.google/unread',
            'user/-/state/com.google/starred',
            'user/-/label/Sea',
            'Weather',
          ],
          title: 'Ebb',
          author: 'Ina Holm; Ole Berg',
          published: 1_706_700_000,
          crawlTimeMsec: '1706781600123',
          timestampUsec: '1706781600123456',
          alternate: [{ href: 'https://paper.example/2', type: 'text/html' }],
          content: { content: '<p>The water goes &amp; comes.</p><p>More on the page.</p>' },
          origin: { title: 'The Paper' },
        },
      ],
    });
    expect(format).toBe('starred');
    expect(items).toMatchObject([
      {
        url: 'https://paper.example/2',
        tags: ['Sea'],
        favourite: true,
        html: null,
        excerpt: 'The water goes & comes. More on the page.',
        savedAt: 1_706_781_600_123,
      },
    ]);
  });
});

describe('CSL-JSON', () => {
  it('reads names in parts, dates in parts, abstracts, notes and keywords', async () => {
    const { format, items, failures } = await readJson([
      {
        id: 'http://zotero.org/users/1/items/A',
        type: 'article-newspaper',
        'container-title': 'The Paper',
        title: 'Tide <i>tables</i> & more',
        abstract: 'When the water comes',
        note: 'Page Version ID: 7',
        URL: 'https://paper.example/1',
        language: 'en-GB',
        author: [
          { family: 'Holm', given: 'Ina' },
          { family: 'Berg', given: 'Ole', 'non-dropping-particle': 'van der' },
          { literal: 'The Harbour Office' },
        ],
        issued: { 'date-parts': [['2024', 1, 31]] },
        accessed: { 'date-parts': [[2024, 2, 1]] },
        keyword: 'tide, long read',
      },
      {
        id: 'B',
        type: 'article-journal',
        title: 'Ebb',
        DOI: '10.5555/1',
        issued: { 'date-parts': [['2019']] },
      },
      { id: 'C', type: 'book', title: 'A book', issued: { raw: 'spring 2001' } },
    ]);
    expect(format).toBe('cslJson');
    expect(items).toMatchObject([
      {
        url: 'https://paper.example/1',
        title: 'Tide tables & more',
        byline: 'Ina Holm, Ole van der Berg, The Harbour Office',
        siteName: 'The Paper',
        publishedAt: '2024-01-31',
        lang: 'en-GB',
        excerpt: 'When the water comes',
        savedAt: Date.UTC(2024, 1, 1),
        tags: ['tide', 'long read'],
        highlights: [{ text: '', note: 'Page Version ID: 7' }],
      },
      { url: 'https://doi.org/10.5555/1', publishedAt: '2019' },
    ]);
    expect(failures).toMatchObject([{ why: 'noAddress', title: 'A book' }]);
  });
});

describe('RIS', () => {
  it('reads Zotero’s: people, days, tags, notes of several lines', async () => {
    const { format, items, failures } = await readText(
      [
        'TY  - NEWS\r\nTI  - Tide tables & more\r\nAU  - Holm, Ina\r\nAU  - The Harbour Office\r\nT2  - The Paper\r\nAB  - When the water\r\ncomes\r\nDA  - 2024/01/31/\r\nPY  - 2024\r\nLA  - en\r\nUR  - https://paper.example/1\r\nY2  - 2024/02/01/10:00:00\r\nN1  - <p>My own words</p>\r\n<p>in two &amp; more lines</p>\r\nN1  - Another\r\nKW  - tide\r\nKW  - long read\r\nER  - \r\n\r\n',
        'TY  - ELEC\r\nT1  - Ebb\r\nA1  - Berg,Ole\r\nY1  - 2023/05//\r\nDO  - 10.5555/1\r\nER  - \r\n',
        'TY  - BOOK\r\nTI  - A book\r\nER  - \r\n',
        'TY  - ELEC\r\nTI  - Bad\r\nUR  - javascript:alert(1)',
      ].join(''),
    );
    expect(format).toBe('ris');
    expect(items).toMatchObject([
      {
        url: 'https://paper.example/1',
        title: 'Tide tables & more',
        byline: 'Ina Holm, The Harbour Office',
        siteName: 'The Paper',
        excerpt: 'When the water comes',
        publishedAt: '2024-01-31',
        lang: 'en',
        savedAt: Date.UTC(2024, 1, 1, 10),
        tags: ['tide', 'long read'],
        highlights: [{ text: '', note: 'My own words\nin two & more lines\n\nAnother' }],
      },
      { url: 'https://doi.org/10.5555/1', title: 'Ebb', byline: 'Ole Berg', publishedAt: '2023-05' },
    ]);
    expect(failures).toMatchObject([
      { why: 'noAddress', title: 'A book' },
      { why: 'notWeb', title: 'Bad' },
    ]);
  });
});
