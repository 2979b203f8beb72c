import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransferError } from '../../../utils/transfer/transfer-error.ts';
import { LONG } from '../../long.ts';
import { readAll, readJson, readText, urlsOf } from './import/read-all.ts';
import { addressOf, INVENTED, type InventedExport } from './invented-exports.ts';

/** Products that have no tags, or leave them out. */
const WITHOUT_TAGS =
  /^(?:Readwise highlights|Instapaper HTML|OneTab|Session Buddy JSON|Tab Session Manager JSON|SingleFile zip|MHTML zip)$/;
/** Packed: one changed byte is damage to all of it. */
const PACKED = /zip$/;

/** Bytes changed, the file cut: it is read or refused, and only addresses of web pages come out. */
async function survivesDamage(file: InventedExport['file']): Promise<void> {
  const bytes = new Uint8Array(await (await file(12)).arrayBuffer());
  const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.nat(bytes.length),
      fc.boolean(),
      async (changes, cut, cuts) => {
        const changed = bytes.slice(0, cuts ? cut : bytes.length);
        for (const { at, byte } of changes) if (at < changed.length) changed[at] = byte;
        try {
          const { items } = await readAll(new Blob([changed]));
          for (const { url } of items) expect(url).toMatch(/^https?:\/\//);
        } catch (error) {
          expect(error).toBeInstanceOf(TransferError);
        }
      },
    ),
    { numRuns: LONG ? 200 : 15 },
  );
}

/** Marks that mean something in one format or another. */
const MARKS = [
  '"',
  ',',
  '\n',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '\\',
  ';',
  "'",
  '|',
  '\u0000',
  '<!--',
  '</',
  '":',
  '\r\n',
  '&',
];

/** One mark too many, or instead of another, in the title or address of one record. */
async function losesNoOtherRecord(file: InventedExport['file']): Promise<void> {
  const count = 12;
  const text = await (await file(count)).text();
  const change = fc.record({
    row: fc.integer({ min: 1, max: count - 2 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    mark: fc.constantFrom(...MARKS),
    replaces: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ row, from, mark, replaces }) => {
      const title = text.indexOf(`Story ${row},`);
      const address = text.search(new RegExp(`${addressOf(row)}(?!\\d)`));
      const ends = [title, address, address + addressOf(row).length].sort((a, b) => a - b);
      const at = Math.floor((ends[0] ?? 0) + from * ((ends[2] ?? 0) - (ends[0] ?? 0)));
      // A brace for a quotation mark turns what is text in JSON inside out, and may take the next with it.
      const without = replaces && mark !== '}' ? 1 : 0;
      const { items } = await readAll(new Blob([text.slice(0, at) + mark + text.slice(at + without)]));
      const others = Array.from({ length: count }, (_, i) => addressOf(i)).filter((_, i) => i !== row);
      expect(urlsOf(items)).toEqual(expect.arrayContaining(others));
    }),
    { numRuns: LONG ? 400 : 40 },
  );
}

describe.each(INVENTED)('$name', ({ name, format, file }) => {
  it('is recognised by its content, and all records are read', async () => {
    const { format: found, items, failures } = await readAll(await file(30));
    expect(found).toBe(format);
    expect(failures).toEqual([]);
    expect(urlsOf(items).sort()).toEqual(Array.from({ length: 30 }, (_, i) => addressOf(i)).sort());
    for (const item of items) {
      expect(item.title).toMatch(/^Story \d+, "quoted" – with a comma & <signs>$/);
      expect(item.tags).toEqual(WITHOUT_TAGS.test(name) ? [] : ['sea', 'weather']);
    }
  });

  it('is read or refused with a TransferError when it is damaged', () => survivesDamage(file));
});

describe.each(INVENTED.filter(({ name }) => !PACKED.test(name)))(
  '$name with one broken record',
  ({ file }) => {
    it('keeps all other records', () => losesNoOtherRecord(file));
  },
);

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
  ])('reads every row when one has %s', async (_, broken) => {
    const { items } = await readText(
      `${head}${row(1)}${broken}${row(2)}"A ""good"" one",https://paper.example/3,1,,unread\n`,
    );
    expect(urlsOf(items)).toEqual([
      addressOf(1),
      'https://paper.example/broken',
      addressOf(2),
      'https://paper.example/3',
    ]);
  });

  it('reads a quoted field of several lines as one field', async () => {
    const note = 'See also:\nhttps://paper.example/7, 8\nand the map';
    const file = `url,title,note,folder\n${addressOf(1)},One,"${note}",Sea\n${addressOf(2)},Two,,Sea\n`;
    const { items } = await readText(file);
    expect(urlsOf(items)).toEqual([addressOf(1), addressOf(2)]);
  });

  it('reads columns by their names, in any order, with a byte order mark and old line ends', async () => {
    const { items } = await readText(
      `\ufeffstatus,cursor,tags,url,time_added,title\rarchive,x,,${addressOf(1)},1700000000,One\r`,
    );
    expect(items).toMatchObject([
      { url: addressOf(1), title: 'One', archived: true, savedAt: 1_700_000_000_000 },
    ]);
  });

  it('gives the reason for each row that is skipped', async () => {
    const bad = ['javascript:alert(1)', 'data:text/html,x', '', 'not an address'].map(
      (url) => `t,${url},1,,unread\n`,
    );
    const { items, failures } = await readText(head + row(1) + bad.join(''));
    expect(items).toHaveLength(1);
    expect(failures).toMatchObject([
      { at: '3', why: 'notWeb' },
      { at: '4', why: 'notWeb' },
      { at: '5', why: 'noAddress' },
      { at: '6', why: 'badAddress' },
    ]);
  });
});

describe('lists of links', () => {
  it('are read with unclosed tags, and without links that are no web pages', async () => {
    const { items, failures } = await readText(
      '<!DOCTYPE html><title>x</title><h1>Unread<ul><li><a href="https://a.example/1" time_added="1700000000" tags="x,y">One<li><a href=https://a.example/2>Two</a><li><a href="javascript:alert(1)">Bad</a></ul><h1>Read Archive</h1><ul><li><a href="https://a.example/3">Three</a>',
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
  ])('may have bare signs and any entity in a title: %s', async (title, read) => {
    const file = `<!DOCTYPE html><title>x</title><h1>Unread</h1><ul><li><a href="https://a.example/1?a=1&copy=2">${title}</a><li><a href="https://a.example/2" time_added="1">Two</a></ul><h1>Read Archive</h1>`;
    const { items } = await readText(file);
    expect(items).toMatchObject([{ url: 'https://a.example/1?a=1&copy=2', title: read }, { title: 'Two' }]);
  });

  it('give folders as lists, and descriptions as excerpts', async () => {
    const { items } = await readText(
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><p><DT><H3>Bookmarks bar</H3><DL><p><DT><A HREF="https://a.example/1">One</A><DT><H3>Sea</H3><DL><p><DT><A HREF="https://a.example/2">Two</A><DD>Read &amp; keep</DL><p><DT><A HREF="https://a.example/3">Three</A></DL></DL>',
    );
    expect(items.map(({ lists, excerpt }) => [lists, excerpt])).toEqual([
      [[], null],
      [[['Sea']], 'Read & keep'],
      [[], null],
    ]);
  });

  it('give nested folders as nested lists, and skip the browser’s own folders', async () => {
    const { items } = await readText(
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Lesezeichen</H1><DL><p><DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Symbolleiste</H3><DL><p><DT><A HREF="https://a.example/1">One</A><DT><H3>Work</H3><DL><p><DT><H3>Inbox</H3><DL><p><DT><A HREF="https://a.example/2">Two</A></DL><p><DT><H3>Work</H3><DL><p><DT><A HREF="https://a.example/3">Three</A></DL><p></DL><p></DL><p><DT><H3>Sea</H3><DL><p><DT><A HREF="https://a.example/4">Four</A></DL><p></DL>',
    );
    expect(items.map(({ lists }) => lists)).toEqual([[], [['Work', 'Inbox']], [['Work', 'Work']], [['Sea']]]);
  });

  it('keep every link when folders are never closed', async () => {
    const links = Array.from(
      { length: 300 },
      (_, i) => `<DT><H3>F${i}</H3><DL><p><DT><A HREF="https://a.example/${i}">L</A>`,
    );
    const { items } = await readText(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>${links.join('')}`);
    expect(items).toHaveLength(300);
    expect(items.at(-1)?.lists[0]?.length).toBeLessThan(20);
  });
});

describe('JSON', () => {
  it('of Karakeep gives nested lists, also when they contain each other', async () => {
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
    const { items } = await readJson({ bookmarks, lists });
    expect(items.map((item) => item.lists)).toEqual([[['Sea', 'Ports']], [['Y', 'X']], [['Unknown']]]);
  });

  it('continues after an unreadable element', async () => {
    const { items, failures } = await readText(
      '[{"is_archived":0,"url":"https://a.example/1","title":"One"},{"url":nonsense},{"url":"https://a.example/2","title":"T\\"[{,"}]',
    );
    expect(urlsOf(items)).toEqual(['https://a.example/1', 'https://a.example/2']);
    expect(failures).toMatchObject([{ at: '2', why: 'unreadable' }]);
  });

  it('keeps the complete records of a truncated file', async () => {
    const { items } = await readText('[{"is_archived":0,"url":"https://a.example/1"},{"url":"https://a.ex');
    expect(urlsOf(items)).toEqual(['https://a.example/1']);
  });
});
