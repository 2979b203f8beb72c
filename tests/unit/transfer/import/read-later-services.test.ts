import { describe, expect, it } from 'vitest';
import { readJson, readText } from './read-all.ts';

describe('wallabag', () => {
  const entry = (facts: object): object => ({
    title: 'Tide tables',
    url: 'https://paper.example/1',
    is_archived: 0,
    is_starred: 1,
    content: '<p>The water comes.</p>',
    created_at: '2024-02-01T10:00:00+00:00',
    published_at: '2024-01-31T00:00:00+00:00',
    published_by: ['Ina Holm', ''],
    annotations: [],
    language: 'en_GB',
    tags: ['tide'],
    ...facts,
  });

  it.each(['', null, 'text/html; charset=utf-8', 'application/xhtml+xml'])(
    'reads the text whatever its type says: %s',
    async (mimetype) => {
      const { items } = await readJson([entry({ mimetype })]);
      expect(items).toMatchObject([
        {
          html: '<p>The water comes.</p>',
          favourite: true,
          publishedAt: '2024-01-31T00:00:00+00:00',
          tags: ['tide'],
        },
      ]);
    },
  );

  it('takes no excuse for a text, and no stand-in for a title', async () => {
    const { items } = await readJson([
      entry({
        title: 'No title found',
        content:
          'wallabag can\'t retrieve contents for this article. Please <a href="https://doc.example/">troubleshoot this issue</a>.',
      }),
      entry({ url: 'https://paper.example/2', content: '<p>[unable to retrieve full-text content]</p>' }),
    ]);
    expect(items).toMatchObject([
      { title: '', html: null },
      { title: 'Tide tables', html: null },
    ]);
  });

  it('reads its first version: other names, tags in one string', async () => {
    const { format, items } = await readJson([
      {
        '0': '1',
        '1': 'Tide tables',
        title: 'Tide tables',
        url: 'https://paper.example/1',
        is_read: '1',
        is_fav: '0',
        content: '<p>The water comes.</p>',
        tags: 'tide,long read',
      },
      { title: 'Untitled', url: 'https://paper.example/2', is_read: '0', is_fav: '1', content: '', tags: '' },
    ]);
    expect(format).toBe('wallabag');
    expect(items).toMatchObject([
      { archived: true, favourite: false, tags: ['tide', 'long read'], html: '<p>The water comes.</p>' },
      { title: '', archived: false, favourite: true, tags: [], html: null },
    ]);
  });

  it('reads its CSV: semicolons, the day first', async () => {
    const { format, items } = await readText(
      'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"\n"Tide; tables";https://paper.example/1;"<p>The ""water"" comes; it goes.</p>";"tide, long read";text/html;en;"01/02/2024 10:00:00"\nEbb;https://paper.example/2;;;;;"13/02/2024 09:08:07"\n',
    );
    expect(format).toBe('wallabagCsv');
    expect(items).toMatchObject([
      {
        title: 'Tide; tables',
        html: '<p>The "water" comes; it goes.</p>',
        tags: ['tide', 'long read'],
        lang: 'en',
        savedAt: Date.UTC(2024, 1, 1, 10),
      },
      { title: 'Ebb', html: null, tags: [], savedAt: Date.UTC(2024, 1, 13, 9, 8, 7) },
    ]);
  });
});

describe('Readeck', () => {
  it('reads its CSV and its HTML', async () => {
    const table = await readText(
      'url,title,created,labels,is_archived,is_marked,type\r\nhttps://paper.example/1,"Tide, tables",2024-02-01T10:00:00Z,"[""tide"",""a, b""]",true,false,article\r\nhttps://paper.example/2,Ebb,2024-02-01T10:00:00Z,null,false,true,article\r\n',
    );
    expect(table.items).toMatchObject([
      { title: 'Tide, tables', tags: ['tide', 'a, b'], archived: true, favourite: false },
      { title: 'Ebb', archived: false, favourite: true },
    ]);
    const page = await readText(
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>\n<title>Readeck Bookmarks</title>\n<h1>Readeck Bookmarks</h1>\n<dl><p>\n  <dt><h3>Favorite</h3></dt>\n  <dl><p>\n    <dt><a href="https://paper.example/1" add_date="1706781600" last_modified="1706781600" tags="tide">One</a></dt></p></dl>\n  <dt><h3>Archived</h3></dt>\n  <dl><p>\n    <dt><a href="https://paper.example/2" add_date="1706781600" tags="">Two</a></dt></p></dl>\n  <dt><h3>Uncategorized</h3></dt>\n  <dl><p>\n    <dt><a href="https://paper.example/3" add_date="1706781600" tags="">Three</a></dt></p></dl></p></dl>',
    );
    expect(page.items).toMatchObject([
      { title: 'One', favourite: true, archived: false, lists: [], tags: ['tide'] },
      { title: 'Two', favourite: false, archived: true, lists: [] },
      { title: 'Three', favourite: false, archived: false, lists: [] },
    ]);
  });
});

describe('GoodLinks', () => {
  it('reads what is starred, and what was read', async () => {
    const { format, items } = await readJson([
      {
        url: 'https://paper.example/1',
        originalURL: 'https://paper.example/1?x',
        title: 'Tide tables',
        summary: 'When the water comes',
        author: 'Ina Holm',
        tags: ['tide'],
        starred: true,
        addedAt: 1_706_781_600.25,
        readAt: 1_706_868_000,
      },
      {
        url: 'https://paper.example/2',
        title: 'Ebb',
        tags: [],
        starred: false,
        addedAt: 1_706_781_600,
        highlights: [{ content: 'The water goes', note: 'Mine', color: 'green' }],
      },
    ]);
    expect(format).toBe('goodLinks');
    expect(items).toMatchObject([
      {
        title: 'Tide tables',
        byline: 'Ina Holm',
        excerpt: 'When the water comes',
        tags: ['tide'],
        favourite: true,
        archived: true,
        progress: 1,
        savedAt: 1_706_781_600_250,
      },
      {
        title: 'Ebb',
        favourite: false,
        archived: false,
        progress: 0,
        highlights: [{ text: 'The water goes', note: 'Mine', colour: 'green' }],
      },
    ]);
  });
});

describe('Instapaper', () => {
  it('reads its HTML: folders, the archive, and what is starred', async () => {
    const { format, items, failures } = await readText(
      '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"/><title>Instapaper: Export</title></head>\n<body>\n<h1>Unread</h1>\n<ol>\n<li><a href="https://paper.example/1">One &amp; only</a>\n<li><a href="javascript:alert(1)">Bad</a>\n</ol>\n<h1>Starred</h1>\n<ol>\n<li><a href="https://paper.example/2">Two</a>\n</ol>\n<h1>Archive</h1>\n<ol>\n<li><a href="https://paper.example/3">Three</a>\n</ol>\n<h1>Ports, northern</h1>\n<ol>\n<li><a href="https://paper.example/4">Four</a>\n</ol>\n</body>\n</html>',
    );
    expect(format).toBe('instapaperHtml');
    expect(items).toMatchObject([
      { title: 'One & only', lists: [], archived: false, favourite: false },
      { title: 'Two', lists: [], archived: false, favourite: true },
      { title: 'Three', lists: [], archived: true },
      { title: 'Four', lists: [['Ports, northern']], archived: false },
    ]);
    expect(failures).toMatchObject([{ why: 'notWeb', title: 'Bad' }]);
  });
});
