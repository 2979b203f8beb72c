// @vitest-environment jsdom

import { Blob as NodeBlob } from 'node:buffer';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it, vi } from 'vitest';
import { parseDocument } from 'yaml';
import { sanitiseHtml } from '../../../utils/article/html/sanitise-html.ts';
import { articleCsvRow, articlesCsvHeader } from '../../../utils/transfer/export/export-articles-csv.ts';
import { writeBookmarks } from '../../../utils/transfer/export/export-bookmarks.ts';
import { writeEpub } from '../../../utils/transfer/export/export-epub.ts';
import { writeHtml } from '../../../utils/transfer/export/export-html.ts';
import { writeMarkdown } from '../../../utils/transfer/export/export-markdown.ts';
import {
  quotesCsvHeader,
  quotesCsvRows,
  quotesMarkdown,
} from '../../../utils/transfer/export/export-quotes.ts';
import { CitationKeys, makeCslItem, writeBibtex } from '../../../utils/transfer/export/export-references.ts';
import {
  type ExportArticle,
  formatListPath,
  type StoredArticle,
} from '../../../utils/transfer/export/export-types.ts';
import { FileNames } from '../../../utils/transfer/export/file-name.ts';
import { prepareExport } from '../../../utils/transfer/export/prepare-export.ts';
import { ZipArchive } from '../../../utils/transfer/zip/zip-reader.ts';
import type { FilePart } from '../../../utils/transfer/zip/zip-writer.ts';
import { LONG } from '../../long.ts';
import { allNasty, nastyArticle } from './nasty-articles.ts';
import { isBalanced, parseBibtex, parseCsv, spreadsheetCells, xmlError } from './read-strictly.ts';

// jsdom's blobs have no streams.
vi.stubGlobal('Blob', NodeBlob);

/** What Obsidian's help says of tags: letters, digits, `_`, `-` and `/`, and not digits alone; pictographs pass, too. */
const OBSIDIAN_TAG = /^(?=.*[^\p{N}/-])(?:[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-]|\u200d|\ufe0f)+$/u;

const RUNS = LONG ? 100 : 10;
const ALL = allNasty();

/** Holds of an article of each nasty string, and of articles of any. */
async function holdsOfAll(holds: (article: ExportArticle, stored: StoredArticle) => unknown): Promise<void> {
  for (const stored of ALL) await holds(prepareExport(stored), stored);
  await fc.assert(
    fc.asyncProperty(nastyArticle, async (stored) => {
      await holds(prepareExport(stored), stored);
    }),
    { numRuns: RUNS },
  );
}

const HTML_ELEMENTS = new Set(
  (
    'html head meta link title style body article header h1 h2 h3 h4 h5 h6 p a bdi div span br hr wbr img ul ol li figure ' +
    'figcaption blockquote table caption thead tbody tr th td pre em strong b i s u del ins sub sup mark q cite abbr small dfn ' +
    'code kbd samp var nav section aside'
  ).split(' '),
);
const HTML_ATTRIBUTES =
  /^(?:charset|http-equiv|content|name|lang|dir|href|rel|src|alt|title|class|scope|colspan|rowspan|start|reversed|value|xml:lang|xmlns(?::epub)?|epub:type)$/;

/** What in a document could run, load or lead astray. */
function dangers(document: Document): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (!HTML_ELEMENTS.has(element.localName)) found.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (!HTML_ATTRIBUTES.test(name)) found.push(`${element.localName} ${name}`);
      if (name === 'dir' && !/^(?:ltr|rtl|auto)$/.test(value)) found.push(`dir ${value}`);
      const isFile = /^(?:style\.css|nav\.xhtml|article-\d+\.xhtml)$/.test(value);
      if (name === 'href' && !isFile && !/^(?:https?:\/\/|mailto:)/.test(value)) found.push(`href ${value}`);
      if (name === 'src' && !/^(?:data:image\/[a-z+]+;base64,|images\/\d+\.)/.test(value))
        found.push(`src ${value}`);
    }
    if (element.localName === 'a' && document.doctype?.name === 'html' && element.closest('nav') === null)
      if (!/noreferrer noopener/.test(element.getAttribute('rel') ?? '')) found.push('a without rel');
  }
  return found;
}

const parse = (text: string, type: DOMParserSupportedType = 'text/html'): Document =>
  new DOMParser().parseFromString(text, type);

describe('an article of nobody’s good will, as', () => {
  it('one HTML file: nothing runs, loads or leads astray, and the policy stands before everything', async () => {
    let drawings = 0;
    await holdsOfAll(async (article) => {
      const text = await writeHtml(article);
      const document = parse(text);
      expect(dangers(document)).toEqual([]);
      expect(document.documentElement.outerHTML.length).toBeGreaterThan(0);
      const [first, second] = document.head.children;
      expect(first?.getAttribute('charset')).toBe('utf-8');
      expect(second?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
      expect(second?.getAttribute('content')).toMatch(
        /^default-src 'none'; img-src data:; style-src 'unsafe-inline'/,
      );
      expect(text.slice(0, text.indexOf('<head>'))).toMatch(
        /^<!doctype html>\n<html(?: lang="[\w-]+")? dir="(?:ltr|rtl)">$/,
      );
      expect(document.body.querySelectorAll('meta, link, style, title, base')).toHaveLength(0);
      for (const { src } of document.querySelectorAll('img'))
        if (src.startsWith('data:image/svg')) {
          const drawing = Buffer.from(src.slice(src.indexOf(',') + 1), 'base64').toString();
          drawings += 1;
          expect(xmlError(drawing)).toBe('');
          expect(drawing).not.toMatch(/<(?!\/?(?:svg|text|rect|circle)\b)|\son|attack\.example|javascript/i);
        }
    });
    expect(drawings).toBeGreaterThan(ALL.length);
  });

  it('a book: XML throughout, with ids and paths of ours', async () => {
    const chapters: ExportArticle[] = [];
    const check = async (articles: readonly ExportArticle[]): Promise<void> => {
      const parts: FilePart[] = [];
      const title = articles[0]?.title ?? '';
      await writeEpub(articles, (part) => void parts.push(part), { title, contentsHeading: title });
      const zip = await ZipArchive.open(new Blob(parts));
      for (const entry of zip.entries) {
        expect(entry.name).toMatch(
          /^(?:mimetype|META-INF\/container\.xml|book\/(?:nav\.xhtml|style\.css|package\.opf|article-\d+\.xhtml|images\/\d+\.png))$/,
        );
        if (!/\.(?:xhtml|opf|xml)$/.test(entry.name)) continue;
        const text = await zip.text(entry);
        expect([entry.name, xmlError(text)]).toEqual([entry.name, '']);
        if (!entry.name.endsWith('.xhtml')) continue;
        expect(dangers(parse(text, 'application/xhtml+xml'))).toEqual([]);
        expect(dangers(parse(text))).toEqual([]);
      }
      const opf = zip.find('book/package.opf');
      const packed = parse(opf === undefined ? '' : await zip.text(opf), 'application/xml');
      expect(packed.querySelector('title')?.textContent?.trim()).toBeTruthy();
      for (const item of packed.querySelectorAll('manifest > item'))
        expect(item.id).toMatch(/^(?:nav|style|[ai]\d+)$/);
    };
    await holdsOfAll(async (article) => {
      chapters.push(article);
      await check([article]);
    });
    await check(chapters.slice(0, ALL.length));
  });

  it('bookmarks: addresses of the web alone, and no element that is not of the format', async () => {
    await holdsOfAll((article) => {
      const document = parse(writeBookmarks([article, article]));
      expect(
        [...document.querySelectorAll('body *')]
          .map(({ localName }) => localName)
          .filter((name) => !/^(?:h1|dl|p|dt|h3|a|dd)$/.test(name)),
      ).toEqual([]);
      for (const link of document.querySelectorAll('a')) {
        expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
        expect(
          link
            .getAttributeNames()
            .filter((name) => !/^(?:href|add_date|tags|toread|data-important)$/.test(name)),
        ).toEqual([]);
      }
      // Twice among the favourites, and twice in each of its lists or in the archive.
      expect(document.querySelectorAll('a').length).toBe(
        article.url === null ? 0 : 2 * (1 + article.lists.length + Number(article.archived)),
      );
    });
  });

  it('Markdown: no HTML, no script, no link elsewhere than to the web, and front matter that is YAML', async () => {
    const commonMark = new MarkdownIt({ html: true, linkify: true });
    const link = /^(?:https?:\/\/|mailto:)/;
    /** Looks at what a text becomes, and counts the pictures in it. */
    const rendered = (text: string): number => {
      const document = parse(commonMark.render(text));
      for (const element of document.querySelectorAll('body *')) {
        expect(element.localName).toMatch(
          /^(?:h[1-6]|p|a|img|em|strong|s|code|pre|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|br|hr|sub|sup)$/,
        );
        for (const { name, value } of element.attributes) {
          expect(name).toMatch(/^(?:href|src|alt|start)$/);
          if (name === 'href' || name === 'src') expect(value).toMatch(link);
        }
      }
      return document.querySelectorAll('img').length;
    };
    await holdsOfAll((article) => {
      const text = writeMarkdown(article);
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      for (const version of ['1.1', '1.2'] as const) {
        const yaml = parseDocument(front, { version, strict: true });
        expect([...yaml.errors, ...yaml.warnings]).toEqual([]);
        const facts = yaml.toJS() as Record<string, unknown>;
        expect(facts).toMatchObject({
          title: article.title,
          site: article.siteName ?? article.host,
          archived: article.archived,
        });
        expect(facts.lists ?? []).toEqual(article.lists.map(formatListPath));
        for (const tag of facts.tags as string[]) expect(tag).toMatch(OBSIDIAN_TAG);
        expect(facts.source ?? null).toBe(article.url);
        expect(Object.keys(facts).sort().join()).toMatch(
          /^archived,(?:author,)?favourite,(?:finished,)?(?:language,)?(?:lists,)?progress,(?:published,)?saved,site,(?:source,)?tags,title$/,
        );
      }
      const pictures = parse(sanitiseHtml(article.html)).querySelectorAll('img[src^="http" i]').length;
      expect(rendered(body)).toBeLessThanOrEqual(pictures);
      expect(rendered(quotesMarkdown(article))).toBe(0);
    });
  });

  it('CSV: to the letter of its rules, and no formula in any country', async () => {
    await holdsOfAll((article) => {
      for (const [text, columns] of [
        [articlesCsvHeader() + articleCsvRow(article), 15],
        [quotesCsvHeader() + quotesCsvRows(article), 11],
      ] as const) {
        for (const row of parseCsv(text.replace(/^\ufeff/, ''))) expect(row).toHaveLength(columns);
        const cells = [
          ...parseCsv(text).flat(),
          ...[';', ',', '\t'].flatMap((mark) => spreadsheetCells(text, mark)),
        ];
        for (const cell of cells)
          expect(cell).not.toMatch(/^[\s"\u200b-\u200f\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
      }
    });
  });

  it('BibTeX and CSL-JSON: one entry each, no address but of the web', async () => {
    const keys = new CitationKeys();
    const seen = new Set<string>();
    await holdsOfAll((article) => {
      const entries = parseBibtex(`${writeBibtex(article, keys)}\n`);
      expect(entries).toHaveLength(1);
      const [entry] = entries;
      expect(seen).not.toContain(entry?.key);
      seen.add(entry?.key ?? '');
      expect(entry?.fields.get('url') ?? 'https://').toMatch(/^https?:\/\/[!-~]*$/);
      for (const [name, value] of entry?.fields ?? []) {
        if (name === 'url') continue;
        expect(value.replaceAll('{@}', '').replace(/\\(?:text[a-z]+\{\}|[$&#_%])/g, '')).not.toMatch(
          /[\\$&#_%~^@]/,
        );
      }
      const item = JSON.parse(JSON.stringify(makeCslItem(article))) as { title: string; URL?: string };
      expect(item.title).toBe(item.title.toWellFormed());
      expect(item.URL ?? 'https://').toMatch(/^https?:\/\//);
    });
  });

  it('a file’s name: one that every system takes, unlike the others', async () => {
    const names = new FileNames();
    const taken = new Set<string>();
    await holdsOfAll(({ title }) => {
      const name = names.makeUnique(title, 'md');
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).not.toMatch(/^[. -]|[. ]$|[\p{Cc}"*/:<>?\\|\u202a-\u202e\u2066-\u2069]/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(name).toBe(name.toWellFormed());
      expect(taken).not.toContain(name.normalize('NFC').toLowerCase());
      taken.add(name.normalize('NFC').toLowerCase());
    });
  });

  it('anything: no sign of direction reaches out of its field', async () => {
    await holdsOfAll((article) => {
      const { title, byline, siteName, host, excerpt, tags, lists, quotes, highlights } = article;
      const texts = [
        title,
        byline,
        siteName,
        host,
        excerpt,
        ...tags,
        ...lists.flat(),
        ...quotes.flatMap(({ text, speaker, resolvedSpeaker, role }) => [
          text,
          speaker,
          resolvedSpeaker,
          role,
        ]),
        ...highlights.flatMap(({ text, note }) => [text, note]),
      ];
      for (const text of texts) expect(isBalanced(text ?? '')).toBe(true);
      for (const row of parseCsv(articleCsvRow(article)))
        for (const cell of row) expect(isBalanced(cell)).toBe(true);
      const authors = (makeCslItem(article).author ?? []) as Record<string, string>[];
      for (const name of authors) for (const part of Object.values(name)) expect(isBalanced(part)).toBe(true);
      expect(isBalanced(quotesMarkdown(article))).toBe(true);
    });
  });
});
