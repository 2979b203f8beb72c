import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../utils/transfer/import/detect-format.ts';
import { TransferError } from '../../../utils/transfer/transfer-error.ts';
import { losesNoOtherRecord, readAll, survivesDamage, urlsOf } from './import/import-properties.ts';
import { INVENTED_MOVES } from './import/invented-moves.ts';
import { addressOf, INVENTED } from './invented-exports.ts';

const ALL = [...INVENTED, ...INVENTED_MOVES];
/** Products that have no tags, or leave them out. */
const WITHOUT_TAGS = /^(?:Readwise highlights|Chrome Bookmarks|Safari plist|Instapaper HTML|OneTab)$/;
/** Packed: one changed byte is damage to all of it. */
const PACKED = /zip$|lz4$/;

const textFile = (text: string): Blob => new Blob([text]);

describe.each(ALL)('$name', ({ name, format, file }) => {
  it('is known by what is in it, and every record comes out', async () => {
    const made = await file(30);
    expect(await detectFormat(made)).toBe(format);
    const { items, failures } = await readAll(made);
    expect(failures).toEqual([]);
    expect(urlsOf(items).sort()).toEqual(Array.from({ length: 30 }, (_, i) => addressOf(i)).sort());
    for (const item of items) {
      expect(item.title).toMatch(/^Story \d+, "quoted" – with a comma & <signs>$/);
      expect(item.tags).toEqual(WITHOUT_TAGS.test(name) ? [] : ['sea', 'weather']);
    }
  });

  it('survives any damage: no throw but a clear one, and nothing but web addresses', () =>
    survivesDamage(file));
});

describe.each(ALL.filter(({ name }) => !PACKED.test(name)))('$name with one broken record', ({ file }) => {
  it('loses no other', () => losesNoOtherRecord(file));
});

describe('CSV', () => {
  const head = 'title,url,time_added,tags,status\n';
  const row = (i: number): string => `Story ${i},${addressOf(i)},1700000000,a|b,unread\n`;

  it.each([
    ['a mark that is never closed', '"Broken title,https://paper.example/broken,1700000000,,unread\n'],
    ['a mark amid a title', 'The "best" year,https://paper.example/broken,1700000000,,unread\n'],
    [
      'a comma in a title without marks',
      'Wind, rain, and sea,https://paper.example/broken,1700000000,,unread\n',
    ],
    ['a missing field', 'Short,https://paper.example/broken\n'],
    ['a title over two lines', '"Two\nlines",https://paper.example/broken,1700000000,,unread\n'],
  ])('keeps every row around %s, and the row itself', async (_, broken) => {
    const { items } = await readAll(
      textFile(`${head}${row(1)}${broken}${row(2)}"A ""good"" one",https://paper.example/3,1,,unread\n`),
    );
    expect(urlsOf(items)).toEqual([
      addressOf(1),
      'https://paper.example/broken',
      addressOf(2),
      'https://paper.example/3',
    ]);
  });

  it('takes a quoted field over several lines for one, though an address stands in it', async () => {
    const note = 'See also:\nhttps://paper.example/7, 8\nand the map';
    const file = `url,title,note,folder\n${addressOf(1)},One,"${note}",Sea\n${addressOf(2)},Two,,Sea\n`;
    const { items } = await readAll(textFile(file));
    expect(urlsOf(items)).toEqual([addressOf(1), addressOf(2)]);
  });

  it('reads columns by their names, in any order, with a byte order mark and old line ends', async () => {
    const { items } = await readAll(
      textFile(`\ufeffstatus,cursor,tags,url,time_added,title\rarchive,x,,${addressOf(1)},1700000000,One\r`),
    );
    expect(items).toMatchObject([
      { url: addressOf(1), title: 'One', archived: true, savedAt: 1_700_000_000_000 },
    ]);
  });

  it('says of each row that can’t be taken why', async () => {
    const bad = ['javascript:alert(1)', 'data:text/html,x', '', 'not an address'].map(
      (url) => `t,${url},1,,unread\n`,
    );
    const { items, failures } = await readAll(textFile(head + row(1) + bad.join('')));
    expect(items).toHaveLength(1);
    expect(failures).toMatchObject([
      { at: '3', why: 'notWeb' },
      { at: '4', why: 'notWeb' },
      { at: '5', why: 'noAddress' },
      { at: '6', why: 'badAddress' },
    ]);
  });

  it('gives back any fields that were written by the rules', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 20 }),
        async (titles) => {
          const rows = titles.map(
            (title, i) => `"${title.replaceAll('"', '""')}",${addressOf(i)},1700000000,,unread\n`,
          );
          const { items } = await readAll(textFile(head + rows.join('')));
          expect(urlsOf(items)).toEqual(titles.map((_, i) => addressOf(i)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('lists of links', () => {
  it('may have unclosed tags, and drop what is no web page', async () => {
    const { items, failures } = await readAll(
      textFile(
        '<!DOCTYPE html><title>x</title><h1>Unread<ul><li><a href="https://a.example/1" time_added="1700000000" tags="x,y">One<li><a href=https://a.example/2>Two</a><li><a href="javascript:alert(1)">Bad</a></ul><h1>Read Archive</h1><ul><li><a href="https://a.example/3">Three</a>',
      ),
    );
    expect(items).toMatchObject([
      { url: 'https://a.example/1', title: 'One', tags: ['x', 'y'], archived: false },
      { url: 'https://a.example/2', title: 'Two', archived: false },
      { url: 'https://a.example/3', title: 'Three', archived: true },
    ]);
    expect(failures).toMatchObject([{ why: 'notWeb', title: 'Bad' }]);
  });

  it.each([
    ['Profit < 5 million &euro;', 'Profit < 5 million €'],
    ['If a<5, then <b>rain</b>', 'If a<5, then rain'],
    ['&Ouml;l &amp; Gas &ndash; &#x2116; 3 <', 'Öl & Gas – № 3 <'],
  ])('have titles with bare signs and any entity: %s', async (title, read) => {
    const file = `<!DOCTYPE html><title>x</title><h1>Unread</h1><ul><li><a href="https://a.example/1?a=1&copy=2">${title}</a><li><a href="https://a.example/2" time_added="1">Two</a></ul><h1>Read Archive</h1>`;
    const { items } = await readAll(textFile(file));
    expect(items).toMatchObject([{ url: 'https://a.example/1?a=1&copy=2', title: read }, { title: 'Two' }]);
  });

  it('keep folders as lists, and notes', async () => {
    const { items } = await readAll(
      textFile(
        '<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><p><DT><H3>Bookmarks bar</H3><DL><p><DT><A HREF="https://a.example/1">One</A><DT><H3>Sea</H3><DL><p><DT><A HREF="https://a.example/2">Two</A><DD>Read &amp; keep</DL><p><DT><A HREF="https://a.example/3">Three</A></DL></DL>',
      ),
    );
    expect(items.map(({ lists, excerpt }) => [lists, excerpt])).toEqual([
      [[], null],
      [[['Sea']], 'Read & keep'],
      [[], null],
    ]);
  });

  it('keep folders within folders, and know the browser’s own whatever it calls them', async () => {
    const { items } = await readAll(
      textFile(
        '<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Lesezeichen</H1><DL><p><DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Symbolleiste</H3><DL><p><DT><A HREF="https://a.example/1">One</A><DT><H3>Work</H3><DL><p><DT><H3>Inbox</H3><DL><p><DT><A HREF="https://a.example/2">Two</A></DL><p><DT><H3>Work</H3><DL><p><DT><A HREF="https://a.example/3">Three</A></DL><p></DL><p></DL><p><DT><H3>Sea</H3><DL><p><DT><A HREF="https://a.example/4">Four</A></DL><p></DL>',
      ),
    );
    expect(items.map(({ lists }) => lists)).toEqual([[], [['Work', 'Inbox']], [['Work', 'Work']], [['Sea']]]);
  });

  it('of folders that are never closed keep every link', async () => {
    const links = Array.from(
      { length: 300 },
      (_, i) => `<DT><H3>F${i}</H3><DL><p><DT><A HREF="https://a.example/${i}">L</A>`,
    );
    const { items } = await readAll(textFile(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>${links.join('')}`));
    expect(items).toHaveLength(300);
    expect(items.at(-1)?.lists[0]?.length).toBeLessThan(20);
  });
});

describe('JSON', () => {
  it('of Karakeep keeps lists within lists, also those that go round', async () => {
    const bookmark = (n: number, list: string): object => ({
      content: { type: 'link', url: `https://a.example/${n}` },
      lists: [list],
    });
    const lists = [
      { id: 'sea', name: 'Sea', parentId: null },
      { id: 'ports', name: 'Ports', parentId: 'sea' },
      { id: 'x', name: 'X', parentId: 'y' },
      { id: 'y', name: 'Y', parentId: 'x' },
    ];
    const bookmarks = [bookmark(1, 'ports'), bookmark(2, 'x'), bookmark(3, 'Unknown')];
    const { items } = await readAll(textFile(JSON.stringify({ bookmarks, lists })));
    expect(items.map((item) => item.lists)).toEqual([[['Sea', 'Ports']], [['Y', 'X']], [['Unknown']]]);
  });

  it('goes on after an element that can’t be read', async () => {
    const { items, failures } = await readAll(
      textFile(
        '[{"is_archived":0,"url":"https://a.example/1","title":"One"},{"url":nonsense},{"url":"https://a.example/2","title":"T\\"[{,"}]',
      ),
    );
    expect(urlsOf(items)).toEqual(['https://a.example/1', 'https://a.example/2']);
    expect(failures).toMatchObject([{ at: '2', why: 'unreadable' }]);
  });

  it('keeps what was complete when the file was cut off', async () => {
    const { items } = await readAll(
      textFile('[{"is_archived":0,"url":"https://a.example/1"},{"url":"https://a.ex'),
    );
    expect(urlsOf(items)).toEqual(['https://a.example/1']);
  });
});

it('a table is read in the old encoding of its country', async () => {
  const text = `Größe,${addressOf(1)},1700000000,,unread\n`;
  const bytes = Uint8Array.from(`title,url,time_added,tags,status\n${text}`, (sign) => sign.charCodeAt(0));
  expect((await readAll(new Blob([bytes]))).items).toMatchObject([{ title: 'Größe' }]);
});

it('files that are nothing known are refused by name', async () => {
  const codeOf = (text: string): Promise<unknown> =>
    detectFormat(textFile(text)).then(
      () => null,
      (error: unknown) => (error instanceof TransferError ? error.code : error),
    );
  expect(await codeOf('')).toBe('empty');
  expect(await codeOf('Dear Sir, I write to you …')).toBe('unknown');
  expect(await codeOf('{"a":1}')).toBe('unknown');
  expect(await codeOf('[{"a":1,"name":"One"}]')).toBe('unknown');
  expect(await codeOf('[]')).toBe('unknown');
  expect(await codeOf('<!doctype html><p>Read <a href="https://a.example/1">this</a>.')).toBe('unknown');
  expect(await codeOf('PK\u0003\u0004 no archive')).toBe('damaged');
});
