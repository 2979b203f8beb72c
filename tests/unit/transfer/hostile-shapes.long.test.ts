import { expect, it } from 'vitest';
import { detectFormat, readRecords } from '../../../utils/transfer/import/detect-format.ts';
import { splitLinks } from '../../../utils/transfer/import/split-links.ts';
import { MAX_EXPONENT, measureExponent, repeatUnit } from '../growth.ts';
import { writeZip } from './write-zip.ts';

/** The smallest of three sizes, in characters; the largest is 16 times as long. */
const SIZE = 20_000;

/** Numbered units of `size` characters in total. */
function number(unit: (i: number) => string, size: number): string {
  const parts: string[] = [];
  for (let [i, length] = [0, 0]; length < size; i += 1) {
    const part = unit(i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** Numbered objects of some `bytes` each. */
const list = (size: number, bytes: number, make: (i: number) => object): object[] =>
  Array.from({ length: Math.ceil(size / bytes) }, (_, i) => make(i));

const nest = (open: string, close: string, size: number): string => {
  const depth = Math.ceil(size / (open.length + close.length));
  return `${open.repeat(depth)}a${close.repeat(depth)}`;
};

const urlOf = (i: number): string => `https://a.example/${i}`;
const article = (i: number): object => ({ url: urlOf(i), title: 'a' });

const MHTML_HEADERS = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n';
const mhtml = (...parts: string[]): string =>
  `${MHTML_HEADERS}\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--`;
const pagePart = (html: string, headers = ''): string =>
  `Content-Type: text/html\r\nContent-Location: ${urlOf(1)}\r\n${headers}\r\n${html}`;
const imagePart = (i: number, body: string, headers = ''): string =>
  `Content-Type: image/png\r\nContent-Location: ${urlOf(i)}\r\n${headers}\r\n${body}`;
const references = (size: number): string => repeatUnit(`<img src="${urlOf(1)}">`, size);
const QUOTED_PRINTABLE = 'Content-Transfer-Encoding: quoted-printable\r\n';

const note = (body: string, properties = ''): string => `---\nsource: ${urlOf(1)}\n${properties}---\n${body}`;
const ownNote = (highlights: string): string =>
  note(`## Highlights and notes\n\n${highlights}`, 'saved: 2024-01-01\nprogress: 0\n');
const savedPage = (html: string): string =>
  `<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: ${urlOf(1)} \n-->${html}`;
const link = (attributes: string): string => `<A HREF="${urlOf(1)}" ${attributes}>x</A>`;
const bookmarks = (body: string, title = 'Bookmarks'): string =>
  `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>${title}</TITLE>\n<DL><p>\n<DT>${link('ADD_DATE="1700000000"')}\n${body}`;
const pocketHtml = (body: string): string =>
  `<title>Pocket Export</title><h1>Unread</h1><ul><li>${link('time_added="1"')}${body}`;
const instapaperHtml = (body: string): string =>
  `<title>Instapaper: Export</title><h1>Unread</h1><ol><li>${link('')}${body}`;
const POCKET = 'title,url,time_added,tags,status\n';
const RAINDROP = 'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n';
const VARIABLE_IMAGE =
  '<img src="data:image/svg+xml,<svg ><rect ></svg>" style="background:var(--sf-img-1)">';

const SHAPES: [name: string, make: (size: number) => string | Promise<Blob>][] = [
  ...(
    [
      ['an image of many references, whose base64 decodes to nothing', '!', 'base64'],
      ['an image of many references, of soft line breaks', '=\r\n', 'quoted-printable'],
    ] as const
  ).map(([name, unit, encoding]): (typeof SHAPES)[number] => [
    `MHTML: ${name}`,
    (size) =>
      mhtml(
        pagePart(references(size / 2)),
        imagePart(1, repeatUnit(unit, size / 2), `Content-Transfer-Encoding: ${encoding}\r\n`),
      ),
  ]),
  [
    'MHTML: an image of many references, with a long header',
    (size) => mhtml(pagePart(references(size / 2)), imagePart(1, '', `X: ${repeatUnit('a', size / 2)}\r\n`)),
  ],
  [
    'MHTML: an image of many references, with a long type',
    (size) =>
      mhtml(
        pagePart(references(size / 2)),
        `Content-Type: image/png;${repeatUnit(' a=b;', size / 2)}\r\nContent-Location: ${urlOf(1)}\r\n\r\n`,
      ),
  ],
  [
    'MHTML: references relative to a long address',
    (size) =>
      mhtml(
        `Content-Type: text/html\r\nContent-Location: ${urlOf(1)}/${repeatUnit('a/', Math.min(size / 2, 90_000))}\r\n\r\n${repeatUnit('<img src="p">', size / 2)}`,
      ),
  ],
  [
    'MHTML: a folded header',
    (size) => `${MHTML_HEADERS}X:${repeatUnit(' a\r\n', size)}\r\n--b\r\n${pagePart('')}`,
  ],
  ['MHTML: a folded header of a part', (size) => mhtml(pagePart('', `X:${repeatUnit(' a\r\n', size)}`))],
  ['MHTML: one header many times', (size) => mhtml(pagePart('', repeatUnit('X: a\r\n', size)))],
  [
    'MHTML: many headers',
    (size) =>
      mhtml(
        pagePart(
          '',
          number((i) => `X${i}: a\r\n`, size),
        ),
      ),
  ],
  ['MHTML: many boundaries', (size) => mhtml(pagePart(repeatUnit('\r\n--b', size)))],
  [
    'MHTML: many images with a reference each',
    (size) =>
      mhtml(
        pagePart(number((i) => `<img src="${urlOf(i)}">`, size / 2)),
        number((i) => `${imagePart(i, 'a')}\r\n--b\r\n`, size / 2),
      ),
  ],
  ['MHTML: soft line breaks', (size) => mhtml(pagePart(repeatUnit('=\r\n', size), QUOTED_PRINTABLE))],
  [
    'MHTML: almost soft line breaks',
    (size) => mhtml(pagePart(`=${repeatUnit(' ', size)}`, QUOTED_PRINTABLE)),
  ],
  ['MHTML: unclosed attributes', (size) => mhtml(pagePart(repeatUnit(' srcset=\'a srcset="', size)))],
  ['saved page: unclosed style sheets', (size) => savedPage(repeatUnit('<style>', size))],
  [
    'saved page: many uses of an image in a variable',
    (size) =>
      savedPage(
        `<style>--sf-img-1: url("data:image/png;base64,aaaa")</style>${repeatUnit(VARIABLE_IMAGE, size)}`,
      ),
  ],
  ['saved page: almost images of its folder', (size) => savedPage(repeatUnit(' src="a_files/_files/', size))],
  [
    'Markdown: many uses of one long address',
    (size) => note(`[x]: ${urlOf(1)}${repeatUnit('a', size / 2)}\n\n${repeatUnit('[x]', size / 2)}`),
  ],
  [
    'Markdown: many images with one long title',
    (size) => note(`[x]: /a "${repeatUnit('a', size / 2)}"\n\n${repeatUnit('![x] ', size / 2)}`),
  ],
  ['Markdown: unclosed links', (size) => note(repeatUnit('[a](<b', size))],
  ['Markdown: nested brackets', (size) => note(nest('[', ']', size))],
  ['Markdown: nested links', (size) => note(nest('[', '](b)', size))],
  ['Markdown: nested emphasis', (size) => note(nest('*a', 'a*', size))],
  ['Markdown: emphasis that overlaps', (size) => note(repeatUnit('*a **b_ ', size))],
  ['Markdown: unclosed marks', (size) => note(repeatUnit('[==a ', size))],
  ['Markdown: many levels of lists', (size) => note(number((i) => `${'  '.repeat(i)}* a\n`, size))],
  ['Markdown: many levels of quotes', (size) => note(number((i) => `${'>'.repeat(i % 200)} a\n`, size))],
  ['Markdown: unclosed tags', (size) => note(`a ${repeatUnit('<!-- <? <!A <a b="', size)}`)],
  [
    'Markdown: a table with many columns',
    (size) => note(`|${repeatUnit('a|', size / 2)}\n|${repeatUnit('-|', size / 2)}\n`),
  ],
  ['Markdown: our highlights, unclosed quotes', (size) => ownNote(repeatUnit('<blockquote>', size))],
  ['Markdown: our highlights, unclosed paragraphs', (size) => ownNote(`<div>\n${repeatUnit('<p>', size)}`)],
  [
    'Markdown: our highlights, unclosed paragraphs of a quote',
    (size) => ownNote(`<blockquote>\n${repeatUnit('<p>', size)}\n</blockquote>`),
  ],
  [
    'Markdown: many names of one large image',
    (size) =>
      writeZip([
        ['a.md', note(number((i) => `![](${'x/../'.repeat(i % 50)}p.png)\n\n`, size))],
        ['p.png', new Blob([new Uint8Array(50 * 2 ** 20)])],
      ]),
  ],
  ['bookmarks: unclosed lists', (size) => bookmarks(repeatUnit('<DL>', size))],
  [
    'bookmarks: nested folders',
    (size) => bookmarks(number((i) => `<DT><H3>f${i}</H3><DL><DT>${link('')}`, size)),
  ],
  [
    'bookmarks: a long folder name',
    (size) =>
      bookmarks(`<H3>${repeatUnit('f', size / 2)}</H3><DL>${repeatUnit(`<DT>${link('')}`, size / 2)}`),
  ],
  [
    'bookmarks: a long title',
    (size) => bookmarks(repeatUnit(`<DT>${link('')}`, size / 2), repeatUnit('pinboard ', size / 2)),
  ],
  ['bookmarks: unclosed links', (size) => bookmarks(repeatUnit('<A HREF="http://a.example/1">', size))],
  ['bookmarks: unclosed headings', (size) => bookmarks(repeatUnit('<H3>', size))],
  ['bookmarks: lines of a note', (size) => bookmarks(`<DD>${repeatUnit('x<p>', size)}`)],
  [
    'bookmarks: many attributes and tags',
    (size) =>
      bookmarks(link(`${number((i) => `a${i}="b" `, size / 2)} TAGS="${number((i) => `t${i},`, size / 2)}"`)),
  ],
  ['Pocket HTML: nested lists', (size) => pocketHtml(repeatUnit(`<ul><li>${link('time_added="1"')}`, size))],
  ['Instapaper HTML: nested lists', (size) => instapaperHtml(repeatUnit(`<ol><li>${link('')}`, size))],
  ['Pocket CSV: unclosed quotation marks', (size) => POCKET + repeatUnit('"a\n', size)],
  ['Pocket CSV: rows that are too long', (size) => POCKET + repeatUnit(`${'a,'.repeat(300)}\n`, size)],
  [
    'Pocket zip: rows and annotations',
    (size) =>
      writeZip([
        ['part_000000.csv', POCKET + number((i) => `x,${urlOf(i)},1,,unread\n`, size / 2)],
        [
          'annotations/a.json',
          JSON.stringify(list(size / 2, 90, (i) => ({ ...article(i), highlights: [{ quote: 'q' }] }))),
        ],
      ]),
  ],
  [
    'Instapaper CSV: tags',
    (size) =>
      `URL,Title,Selection,Folder,Timestamp,Tags\n${urlOf(1)},x,,Unread,1,"[${repeatUnit(`'a\\',`, size)}]"`,
  ],
  [
    'Raindrop CSV: highlights',
    (size) => `${RAINDROP}1,x,,,${urlOf(1)},f,,,,"${repeatUnit('Highlight:a\nNote:b\n', size)}",`,
  ],
  [
    'Readwise: highlights of one article with other tags',
    (size) =>
      `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n${number((i) => `h,T,A,,,,,,,,t${i}\n`, size)}`,
  ],
  [
    'JSON: annotations of one page with other tags',
    (size) =>
      JSON.stringify(list(size, 70, (i) => ({ uri: urlOf(1), target: [{}], tags: [`a${i}`, `b${i}`] }))),
  ],
  [
    'JSON: articles in a folder with a long name',
    (size) => JSON.stringify({ a: [{ name: 'x'.repeat(size / 2), list: list(size / 2, 60, article) }] }),
  ],
  [
    'JSON: many fields',
    (size) => `[{"url":"${urlOf(1)}","title":"a",${number((i) => `"k${i}":1,`, size)}"z":1}]`,
  ],
  [
    'JSON: unclosed objects',
    (size) => `[${JSON.stringify(article(1))},${repeatUnit(`{"url":"${urlOf(1)}",`, size)}`,
  ],
  ['JSON: unclosed lists', (size) => `[${JSON.stringify(article(1))},${repeatUnit('[', size)}`],
  [
    'Karakeep: lists in one another',
    (size) =>
      JSON.stringify({
        lists: list(size / 2, 50, (i) => ({ id: `l${i}`, name: 'x', parentId: `l${i + 1}` })),
        bookmarks: list(size / 2, 100, (i) => ({
          createdAt: 1,
          lists: [`l${i}`],
          content: { type: 'link', url: urlOf(i) },
        })),
      }),
  ],
  [
    'Linkwarden: a long collection name',
    (size) =>
      JSON.stringify({
        collections: [
          {
            id: 1,
            name: 'c'.repeat(size / 2),
            links: list(size / 2, 80, (i) => ({ id: i, name: 'a', type: 'url', url: urlOf(i) })),
          },
        ],
      }),
  ],
  [
    'wallabag: unclosed tags, annotations',
    (size) =>
      JSON.stringify([
        {
          ...article(1),
          is_archived: 0,
          is_starred: 0,
          tags: [],
          content: repeatUnit('<p>', size / 2),
          annotations: list(size / 2, 30, () => ({ text: 'a', quote: '<b' })),
        },
      ]),
  ],
  [
    'Pinboard: tags',
    (size) =>
      JSON.stringify([
        {
          href: urlOf(1),
          description: 'a',
          extended: '',
          time: '2024-01-01T00:00:00Z',
          shared: 'no',
          toread: 'no',
          tags: number((i) => `t${i} `, size),
        },
      ]),
  ],
  [
    'Omnivore: one text for many entries',
    (size) =>
      writeZip([
        ['metadata_0.json', JSON.stringify(list(size / 3, 60, () => ({ ...article(1), slug: 'a' })))],
        ['content/a.html', repeatUnit('<p>a', size / 3)],
        ['highlights/a.md', repeatUnit('> [⤴](\n\nb\n\n', size / 3)],
      ]),
  ],
  ['addresses: titles between them', (size) => repeatUnit(`a title\n${urlOf(1)}\n`, size)],
  [
    'addresses: an unclosed Markdown link',
    (size) => `${`${urlOf(1)}\n`.repeat(3)}${repeatUnit('[a](http://(', size)}`,
  ],
];

/** Reads the records of a file, and copies them as when a worker sends them. */
async function readAll(file: Blob): Promise<number> {
  let count = 0;
  for await (const record of readRecords(file, await detectFormat(file))) {
    structuredClone(record);
    count += 1;
  }
  return count;
}

it.each(SHAPES)('reading time is linear in the size of %s', async (_, make) => {
  const toFile = async (size: number): Promise<Blob> => new Blob([await make(size)]);
  const { exponent, times } = await measureExponent(SIZE, toFile, async (file) => {
    expect(await readAll(file)).toBeGreaterThan(0);
  });
  expect(exponent, `${times.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(MAX_EXPONENT);
});

it.each([
  ['dots', (size: number) => `${urlOf(1)}${repeatUnit('.', size)}a`],
  ['parentheses', (size: number) => `${urlOf(1)}${repeatUnit(')', size)}`],
  ['addresses', (size: number) => repeatUnit(`${urlOf(1)},`, size)],
])('splitting time is linear in pasted text of %s', async (_, make) => {
  const { exponent, times } = await measureExponent(SIZE, make, splitLinks);
  expect(exponent, `${times.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(MAX_EXPONENT);
});
