import { describe, expect, it } from 'vitest';
import { readJson } from './read-all.ts';

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
