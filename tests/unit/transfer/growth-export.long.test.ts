// @vitest-environment jsdom

import { Blob as NodeBlob } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import { citeApa, citeChicago } from '../../../utils/quotes/cite/cite-quote.ts';
import { articleCsvRow } from '../../../utils/transfer/export/export-articles-csv.ts';
import { writeBookmarks } from '../../../utils/transfer/export/export-bookmarks.ts';
import { writeEpub } from '../../../utils/transfer/export/export-epub.ts';
import { writeHtml } from '../../../utils/transfer/export/export-html.ts';
import { KarakeepWriter } from '../../../utils/transfer/export/export-karakeep.ts';
import { htmlToMarkdown, writeMarkdown } from '../../../utils/transfer/export/export-markdown.ts';
import { quotesCsvRows, quotesMarkdown } from '../../../utils/transfer/export/export-quotes.ts';
import { CitationKeys, makeCslItem, writeBibtex } from '../../../utils/transfer/export/export-references.ts';
import { writeRis } from '../../../utils/transfer/export/export-ris.ts';
import type { ExportArticle } from '../../../utils/transfer/export/export-types.ts';
import { writeWallabagEntry } from '../../../utils/transfer/export/export-wallabag.ts';
import { FileNames } from '../../../utils/transfer/export/file-name.ts';
import { toXhtml } from '../../../utils/transfer/export/xhtml.ts';
import { AWKWARD_UNITS, findSlow } from '../growth.ts';
import { makeQuote } from '../library/make-article.ts';
import { makeExport } from './make-export.ts';

// jsdom's blobs have no streams.
vi.stubGlobal('Blob', NodeBlob);

/** Characters: a linear exporter takes no time for twice as many that could be measured, a quadratic one 80 ms. */
const TEXT = 5_000;
const HTML = 4_000;

/** Lets parsers read each text once: what is measured is the writing. */
function parseOnce(): void {
  const known = new Map<string, Document>();
  const parser = new DOMParser();
  const parse = parser.parseFromString.bind(parser);
  vi.spyOn(DOMParser.prototype, 'parseFromString').mockImplementation((text, type) => {
    const read = known.get(String(text)) ?? parse(text, type);
    known.set(String(text), read);
    return read;
  });
}

/** An article with the same words in every field but its HTML. */
function inEveryField(words: string): ExportArticle {
  const quote = { ...makeQuote(words, words), role: words, end: words.length };
  return makeExport({
    title: words,
    byline: words,
    siteName: words,
    excerpt: words,
    tags: [words],
    lists: [[words, words]],
    url: `https://paper.example/?q=${words}`,
    text: words,
    html: '',
    quotes: [quote],
    highlights: [{ text: words, note: words, colour: words, createdAt: 1 }],
  });
}

const WRITERS: readonly [name: string, write: (article: ExportArticle) => unknown][] = [
  ['HTML', (article) => writeHtml(article)],
  ['EPUB', (article) => writeEpub([article], () => undefined, { title: article.title })],
  ['Markdown', (article) => writeMarkdown(article)],
  ['a list of articles', articleCsvRow],
  ['quotes as CSV', quotesCsvRows],
  ['quotes as Markdown', quotesMarkdown],
  ['BibTeX', (article) => writeBibtex(article)],
  ['CSL-JSON', makeCslItem],
  ['RIS', writeRis],
  ['wallabag', (article) => writeWallabagEntry(article, 1)],
  ['Karakeep', (article) => new KarakeepWriter().write(article)],
  ['bookmarks', (article) => writeBookmarks([article])],
  ['a file’s name', ({ title }) => new FileNames().makeUnique(title, 'md')],
  [
    'citations',
    (article) => {
      const cited = { ...article, url: article.url ?? '' };
      return article.quotes.map((quote) => [citeApa(quote, cited), citeChicago(quote, cited)]);
    },
  ],
];

describe('a field twice as long takes twice the time, as', () => {
  it.each(WRITERS)('%s', async (_, write) => {
    expect(await findSlow(AWKWARD_UNITS, TEXT, (input) => write(inEveryField(input)))).toEqual([]);
  });
});

/** Pieces of articles; each closes what it opens, since browsers nest no deeper than some hundred. */
const HTML_UNITS: readonly string[] = [
  'a ',
  '&lt;',
  '`',
  '<br>',
  'a<br>',
  '<p>a',
  '<p>',
  '<b>a</b>',
  '<b> </b>',
  '<code>`</code>',
  '<code>a`b</code>',
  '<code> </code>',
  '<li>a',
  '<ul><li>a</ul>',
  '<a href="https://a.example/?a&amp;b">a</a>',
  '<img src="https://a.example/a.png" alt="a">',
  '<blockquote>a</blockquote>',
  '<hr>',
  '<h2>a</h2>',
  '<pre>`\n</pre>',
  '<table><tr><td>a</table>',
  '<dl><dt>a<dd>b</dl>',
  '<figure><figcaption>a</figcaption></figure>',
  '<ruby>a<rt>b</rt></ruby>',
  '<span title="a" lang="en" dir="ltr">a</span>',
];

/** The same all within one element. */
const AROUND: readonly [open: string, close: string][] = [
  ['<p>', 'x</p>'],
  ['<ul>', '</ul>'],
  ['<table><tr>', '</tr></table>'],
  ['<table>', '</table>'],
  ['<figure>', '</figure>'],
  ['<pre>', 'x</pre>'],
  ['<p><code>', 'x</code></p>'],
];

const writeMarkdownOf = (html: string): string => htmlToMarkdown(html);
const writeXhtml = (html: string): string => toXhtml(html, { imagePath: () => null }).toString();

describe('HTML twice as long takes twice the time, as', () => {
  it.each([
    ['Markdown', writeMarkdownOf],
    ['XHTML', writeXhtml],
  ])('%s', async (_, write) => {
    parseOnce();
    const steep = await findSlow(HTML_UNITS, HTML, write);
    for (const [open, close] of AROUND) {
      const units = ['a ', 'a', ' ', '`', '<br>', '<li>a', '<tr><td>a', '<td>a', '<p>a</p>', '<i>a</i>'];
      steep.push(
        ...(await findSlow(units, HTML, (input) => write(open + input + close))).map((line) => open + line),
      );
    }
    expect(steep).toEqual([]);
  });

  it.each(['b', 'blockquote', 'div', 'ul><li', 'table><tr><td', 'span title="a"'])(
    'also within one another, as deep as browsers read it: <%s>',
    async (tag) => {
      const closing = tag
        .replace(/ .*/, '')
        .split('><')
        .reverse()
        .map((name) => `</${name}>`)
        .join('');
      const nest = (depth: number): string => `<${tag}>a `.repeat(depth) + closing.repeat(depth);
      parseOnce();
      for (const write of [writeMarkdownOf, writeXhtml]) {
        expect(await findSlow(['x'], 200, (input) => write(nest(input.length)))).toEqual([]);
        // Deeper than browsers ever give it, it must still come to an end.
        expect(write(nest(600))).toContain('a a');
      }
    },
  );
});

it('twice the quotes of twice the text take twice the time', async () => {
  const measure = async (unit: string): Promise<string[]> =>
    findSlow([unit], 30_000, (text) => {
      const quotes = Array.from(text.matchAll(/“([^”]+)”/g), (match) =>
        makeQuote(match[1] ?? '', 'Ina Holm', match.index + 1),
      );
      const article = makeExport({ text, quotes });
      return [quotesCsvRows(article), quotesMarkdown(article)];
    });
  expect(await measure('“We stayed all night at the quay,” she said. ')).toEqual([]);
  expect(await measure('“No,” she said. ')).toEqual([]);
});

it('twice the articles of one name take twice the time', async () => {
  const steep = await findSlow(['x'], 10_000, (input) => {
    const names = new FileNames();
    const keys = new CitationKeys();
    const article = makeExport();
    for (let n = 0; n < input.length; n += 1) {
      names.makeUnique('Untitled', 'md');
      keys.assignKey(article);
    }
  });
  expect(steep).toEqual([]);
});
