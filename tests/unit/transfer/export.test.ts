// @vitest-environment jsdom

import { Blob as NodeBlob } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import { sanitiseHtml } from '../../../utils/article/html/sanitise-html.ts';
import { unguardCell, writeCsvRow } from '../../../utils/transfer/export/csv-write.ts';
import { articleCsvRow, articlesCsvHeader } from '../../../utils/transfer/export/export-articles-csv.ts';
import { writeEpub } from '../../../utils/transfer/export/export-epub.ts';
import { highlightsCsvHeader, highlightsCsvRows } from '../../../utils/transfer/export/export-highlights.ts';
import { writeHtml } from '../../../utils/transfer/export/export-html.ts';
import { writeMarkdown } from '../../../utils/transfer/export/export-markdown.ts';
import { quotesCsvHeader, quotesCsvRows } from '../../../utils/transfer/export/export-quotes.ts';
import { FileNames, makeFileName } from '../../../utils/transfer/export/file-name.ts';
import { ImageNames } from '../../../utils/transfer/export/markdown-pictures.ts';
import { toXhtml } from '../../../utils/transfer/export/xhtml.ts';
import { CsvParser } from '../../../utils/transfer/import/parsing/csv-parser.ts';
import { ZipArchive } from '../../../utils/transfer/zip/zip-reader.ts';
import type { FilePart } from '../../../utils/transfer/zip/zip-writer.ts';
import { HARD_HTML, makeExport, makePng } from './make-export.ts';
import { xmlError } from './read-strictly.ts';

// jsdom's blobs have no streams.
vi.stubGlobal('Blob', NodeBlob);

function wordsOf(html: string, type: DOMParserSupportedType): string[] {
  const walker = document.createTreeWalker(new DOMParser().parseFromString(html, type), NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode() !== null)
    words.push(...(walker.currentNode.nodeValue?.match(/[\p{L}\p{N}]+/gu) ?? []));
  return words;
}

const xhtml = (html: string): string =>
  toXhtml(sanitiseHtml(html), {
    imagePath: (source) => (source.endsWith('a.png') ? 'images/1.png' : null),
  }).toString();

describe('CSV', () => {
  it.each([
    ['Report;=cmd', '"Report;\'=cmd"'],
    ['a;b', '"a;b"'],
    ['a\tb', '"a\tb"'],
    ['a"b', '"a""b"'],
    ['\uff1d1', '"\'\uff1d1"'],
    [' "=1', '" ""\'=1"'],
    ['\u200b-1', '"\u200b\'-1"'],
    ['rain, -5 degrees', '"rain, -5 degrees"'],
    ['plain words', 'plain words'],
  ])('has %j as %s', (cell, written) => {
    expect(writeCsvRow([cell])).toBe(`${written}\r\n`);
    expect(unguardCell(cell)).toBe(cell);
  });

  it('has a row for each quote, with a link to it', () => {
    const [head, row] = new CsvParser(',').push(quotesCsvHeader() + quotesCsvRows(makeExport()));
    expect(head?.[0]).toBe('\ufeffQuote');
    expect(row?.slice(0, 5)).toEqual([
      'We stayed all night,',
      'Ina Holm',
      'pilot',
      'The quay: "closed" & done #1',
      'The Paper',
    ]);
    expect(row?.[8]).toContain('#:~:text=We%20stayed%20all%20night');
  });

  it('has the date of an update beside that of publication', () => {
    const article = makeExport({ publishedAt: '2012-03-01', modifiedAt: '2026-02-03T08:00:00Z' });
    for (const table of [
      articlesCsvHeader() + articleCsvRow(article),
      quotesCsvHeader() + quotesCsvRows(article),
      highlightsCsvHeader() + highlightsCsvRows(article),
    ]) {
      const [head = [], row] = new CsvParser(',').push(table);
      const at = head.indexOf('Published');
      expect(head[at + 1]).toBe('Updated');
      expect(row?.slice(at, at + 2)).toEqual(['2012-03-01', '2026-02-03T08:00:00Z']);
    }
  });
});

describe('XHTML', () => {
  it('of hard HTML is well-formed, and has every word', () => {
    const html = sanitiseHtml(HARD_HTML);
    const written = `<body>${xhtml(HARD_HTML)}</body>`;
    expect(xmlError(written)).toBe('');
    const words = wordsOf(written, 'application/xml');
    for (const word of wordsOf(html, 'text/html')) expect(words).toContain(word);
    expect(written).not.toMatch(
      /<(?:p|h\d|span|em|b|i|a)\b[^>]*>(?:(?!<\/(?:p|h\d|span|em|b|i|a)>).)*<(?:div|p|ul|table)\b/s,
    );
  });
});

describe('one HTML file', () => {
  it('has its pictures inside and loads nothing', async () => {
    const images = new Map([['https://img.example/a.png', makePng()]]);
    const html = await writeHtml(
      makeExport({ html: sanitiseHtml(HARD_HTML), images, title: '</title><script>x' }),
    );
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    expect(
      [...parsed.querySelectorAll('img')].map((image) => image.getAttribute('src')?.slice(0, 22)),
    ).toEqual(['data:image/png;base64,']);
    expect(parsed.querySelector('script')).toBe(null);
    expect(parsed.body.textContent).toContain('[Not here]');
    expect(html).not.toContain('img.example/missing');
  });
});

describe('EPUB', () => {
  async function write(
    articles: readonly ReturnType<typeof makeExport>[],
    options: Partial<Parameters<typeof writeEpub>[2]> = {},
  ): Promise<ZipArchive> {
    const parts: FilePart[] = [];
    const all = { title: 'Harbours & <quays>', now: 0, ...options };
    await writeEpub(articles, (part) => void parts.push(part), all);
    return ZipArchive.open(new Blob(parts));
  }

  const textOf = async (zip: ZipArchive, name: string): Promise<string> => {
    const entry = zip.find(name);
    if (entry === undefined) throw new Error(`no ${name}`);
    return zip.text(entry);
  };
  const chapterOf = (zip: ZipArchive): Promise<string> => textOf(zip, 'book/article-1.xhtml');

  it('begins with its type, lists what is in it and nothing else, and is well-formed throughout', async () => {
    const images = new Map([
      ['https://img.example/a.png', makePng()],
      ['https://img.example/b.avif', new Blob(['x'], { type: 'image/avif' })],
    ]);
    const zip = await write([
      makeExport({ html: sanitiseHtml(HARD_HTML), images }),
      makeExport({ html: '', lang: 'x y' }),
    ]);
    const [first] = zip.entries;
    expect(first).toMatchObject({ name: 'mimetype', method: 0, offset: 0 });
    for (const { name } of zip.entries) {
      if (/\.(?:xhtml|opf|xml)$/.test(name))
        expect([name, xmlError(await textOf(zip, name))]).toEqual([name, '']);
    }
    const opf = new DOMParser().parseFromString(await textOf(zip, 'book/package.opf'), 'application/xml');
    const listed = [...opf.querySelectorAll('manifest > item')].map(
      (item) => `book/${item.getAttribute('href')}`,
    );
    const there = zip.entries
      .map(({ name }) => name)
      .filter((name) => name.startsWith('book/') && !name.endsWith('.opf'));
    expect(listed.sort()).toEqual(there.sort());
    expect(listed).toContain('book/images/1.png');
    expect(opf.querySelectorAll('spine > itemref')).toHaveLength(2);
    expect(await textOf(zip, 'book/article-1.xhtml')).toContain('src="images/1.png"');
  });

  it('has the highlights and notes after the text, under a heading of the user’s language', async () => {
    const zip = await write([makeExport({ html: '<p>The quay was closed.</p>' })], {
      highlightsHeading: 'Markierungen',
    });
    const chapter = new DOMParser().parseFromString(await chapterOf(zip), 'application/xhtml+xml');
    const parts = [...chapter.querySelectorAll('p, h2, blockquote')].map((part) => part.textContent);
    expect(parts.slice(-4)).toEqual(['The quay was closed.', 'Markierungen', 'was closed', 'why?']);
    const bare = await write([makeExport({ html: '<p>The quay was closed.</p>', highlights: [] })]);
    expect(await chapterOf(bare)).not.toContain('<aside');
  });

  it('holds no picture that is cut off or damaged, and names it in its place', async () => {
    const png = makePng();
    const images = new Map([
      ['https://img.example/whole.png', png],
      ['https://img.example/cut.png', png.slice(0, 12)],
      ['https://img.example/cut.jpg', new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70)])],
      ['https://img.example/cut.gif', new Blob(['GIF89a\u0001'])],
      ['https://img.example/flat.png', new Blob([await png.slice(0, 16).arrayBuffer(), new Uint8Array(20)])],
    ]);
    const html = [...images.keys()]
      .map((src) => `<p><img src="${src}" alt="at ${src.slice(20)}"></p>`)
      .join('');
    const zip = await write([makeExport({ html: sanitiseHtml(html), images })]);
    expect(zip.entries.filter(({ name }) => name.includes('images/'))).toHaveLength(1);
    const chapter = await chapterOf(zip);
    expect(chapter).toContain('<img src="images/1.png" alt="at whole.png"/>');
    for (const name of ['cut.png', 'cut.jpg', 'cut.gif', 'flat.png'])
      expect(chapter).toContain(`[at ${name}]`);
  });

  it('has pictures that the text carries in itself', async () => {
    const bytes = Buffer.from(await makePng().arrayBuffer()).toString('base64');
    const source = `data:image/png;base64,${bytes}`;
    const html = sanitiseHtml(
      `<figure><img src="${source}" alt="Page 1"></figure><p><img src="data:image/png;base64,AAA" alt="cut off"></p>`,
    );
    const article = makeExport({ html });
    const zip = await write([article]);
    expect(zip.find('book/images/1.png')).toBeDefined();
    const chapter = await chapterOf(zip);
    expect(chapter).toContain('<img src="images/1.png" alt="Page 1"/>');
    expect(chapter).toContain('[cut off]');
    // Beside Markdown they lie in files, too.
    const [file, ...more] = await new ImageNames().nameImages(article);
    expect(more).toEqual([]);
    const text = writeMarkdown(article, new Map([[file?.source ?? '', file?.path ?? '']]));
    expect(text).toContain(`![Page 1](${file?.path})`);
    expect(text).not.toContain('data:image/png;base64,iVBOR');
  });

  it('finds a JPEG’s size behind its profile', async () => {
    const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x01, 0x00, ...new Array(254).fill(7));
    const frame = Uint8Array.of(0xff, 0xff, 0xc2, 0, 11, 8, 0, 10, 0, 20, 1, 0, 0, 0);
    const images = new Map([['https://img.example/a.jpg', new Blob([head, frame])]]);
    const zip = await write([makeExport({ html: '<p><img src="https://img.example/a.jpg"></p>', images })]);
    expect(zip.find('book/images/1.jpg')).toBeDefined();
  });

  it('has pictures redrawn that few devices show, and leaves out those that can’t be', async () => {
    const webp = new Blob(['RIFF\u0001\u0001\u0001\u0001WEBPVP8 ', 'x'.repeat(40)]);
    const images = new Map([
      ['https://img.example/a.webp', webp],
      ['https://img.example/b.avif', new Blob(['\0\0\0 ftypavif', 'x'.repeat(40)])],
    ]);
    const html = sanitiseHtml(
      '<p><img src="https://img.example/a.webp" alt="a"><img src="https://img.example/b.avif" alt="b"></p>',
    );
    const zip = await write([makeExport({ html, images })], {
      convertImage: async (picture) => (picture === webp ? makePng() : null),
    });
    expect(zip.entries.map(({ name }) => name).filter((name) => name.includes('images/'))).toEqual([
      'book/images/1.png',
    ]);
    expect(await chapterOf(zip)).toContain(
      '<img src="images/1.png" alt="a"/><span class="missing">[b]</span>',
    );
  });

  it('has no term within a term, and no date that no calendar has', async () => {
    const html = sanitiseHtml('<p><dfn>a <b><dfn>tide</dfn></b></dfn></p>');
    const zip = await write([makeExport({ html, publishedAt: '0000-01-01' })]);
    expect(await chapterOf(zip)).toContain('<dfn>a <b>tide</b></dfn>');
    expect(await textOf(zip, 'book/package.opf')).not.toContain('dc:date');
  });

  it('says when its article was updated', async () => {
    const zip = await write([makeExport({ publishedAt: '2012-03-01', modifiedAt: '2026-02-03T08:00:00Z' })]);
    const written = await textOf(zip, 'book/package.opf');
    expect(written).toContain('<dc:date>2012-03-01</dc:date>');
    expect(written).toContain('<meta property="schema:dateModified">2026-02-03</meta>');
    expect(await chapterOf(zip)).toContain('2026-02-03');
  });

  it('turns its pages from right to left where all of it is written so', async () => {
    const arabic = makeExport({ title: 'سوق السمك', lang: 'ar', dir: 'rtl' });
    const book = await write([arabic]);
    expect(await textOf(book, 'book/package.opf')).toContain('page-progression-direction="rtl"');
    expect(await textOf(book, 'book/nav.xhtml')).toContain('lang="ar" xml:lang="ar" dir="rtl"');
    const mixed = await write([arabic, makeExport()]);
    expect(await textOf(mixed, 'book/package.opf')).toContain('page-progression-direction="ltr"');
    expect(await textOf(mixed, 'book/article-1.xhtml')).toContain('dir="rtl"');
  });
});

describe('file names', () => {
  it('are safe everywhere and each its own', () => {
    const names = new FileNames();
    expect(names.makeUnique('A/B: "C" <D> | E?', 'md')).toBe('A B C D E.md');
    expect(names.makeUnique('a b c d e', 'md')).toBe('a b c d e 2.md');
    expect(names.makeUnique('A\u0301b', 'md')).toBe('\u00c1b.md');
    expect(names.makeUnique('\u00e1B', 'md')).toBe('\u00e1B 2.md');
    expect(makeFileName('  ', 'md')).toBe('Untitled.md');
  });

  it.each([
    ['../../etc', 'etc'],
    ['..\\..\\etc', 'etc'],
    ['con', 'con_'],
    ['CON.txt', 'CON_.txt'],
    ['com\u00b9', 'com\u00b9_'],
    ['aux .x', 'aux_.x'],
    ['.hidden', 'hidden'],
    ['-rf', 'rf'],
    ['~root', 'root'],
    ['trailing. . ', 'trailing'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['a\u2067b\u200bc\ufeff', 'abc'],
    ['a\0b\u0085c\u2028d', 'a b c d'],
    ['a\ud800b', 'ab'],
    ['a\u2215b\uff0fc', 'a b c'],
  ])('of %j', (title, base) => {
    expect(makeFileName(title, 'md')).toBe(`${base}.md`);
  });

  it('have room in every file system, whatever the script', () => {
    for (const sign of ['x', '\u0449', '\u6c34', '\u{1f600}', 'e\u0301'])
      expect(Buffer.byteLength(makeFileName(sign.repeat(100_000), 'html'))).toBeLessThanOrEqual(200);
  });
});
