/** The export formats: their names, the parts of an article that they need, and the start and end of their files. */
import { articleCsvRow, articlesCsvHead } from '../../transfer/export/export-articles-csv.ts';
import {
  highlightsCsvHead,
  highlightsCsvRows,
  highlightsJson,
  highlightsMarkdown,
} from '../../transfer/export/export-highlights.ts';
import { KarakeepWriter } from '../../transfer/export/export-karakeep.ts';
import { quotesCsvHead, quotesCsvRows, quotesMarkdown } from '../../transfer/export/export-quotes.ts';
import { makeCslItem, ReferenceKeys, writeBibtex } from '../../transfer/export/export-references.ts';
import { writeRis } from '../../transfer/export/export-ris.ts';
import type { ExportArticle } from '../../transfer/export/export-types.ts';
import { wallabagEntry } from '../../transfer/export/export-wallabag.ts';
import type { ExportParts } from './export-articles.ts';

/**
 * Formats that are selected from a list. Each has a name `exportFormat_<format>` and a line `exportFormat_<format>Text`
 * in `locales`.
 */
type ListedFormat =
  | 'markdown'
  | 'html'
  | 'epub'
  | 'articlesCsv'
  | 'quotesCsv'
  | 'quotesMarkdown'
  | 'bibtex'
  | 'csl'
  | 'ris'
  | 'bookmarks'
  | 'wallabag'
  | 'karakeep';

/** Formats for highlights, selected from a menu. Each has a name `exportFormat_<format>` in `locales`. */
export type HighlightsFormat = 'highlightsMarkdown' | 'highlightsCsv' | 'highlightsJson';

export type ExportFormat = ListedFormat | HighlightsFormat;

/** Formats with one file per article. */
export type FileFormat = 'markdown' | 'html';

/** Formats with a single text, written article by article. */
export type TextFormat = Exclude<ExportFormat, FileFormat | 'epub' | 'bookmarks'>;

interface FormatInfo {
  /** The file's extension. */
  ending: string;
  /** Media type. */
  type: string;
  /** The part of the file name besides the scope's name. */
  what: string;
  parts: ExportParts;
}

const NOTHING: ExportParts = { texts: false, highlights: false, images: false };
const NOTES: ExportParts = { ...NOTHING, highlights: true };
const TEXTS: ExportParts = { ...NOTHING, texts: true };
/** Links to passages require the text. */
const PASSAGES: ExportParts = { ...TEXTS, highlights: true };
const ALL: ExportParts = { texts: true, highlights: true, images: true };

export const FORMATS: Readonly<Record<ExportFormat, FormatInfo>> = {
  markdown: { ending: 'md', type: 'text/markdown', what: 'Markdown', parts: ALL },
  html: { ending: 'html', type: 'text/html', what: 'web pages', parts: ALL },
  epub: { ending: 'epub', type: 'application/epub+zip', what: '', parts: ALL },
  articlesCsv: { ending: 'csv', type: 'text/csv', what: 'articles', parts: NOTHING },
  quotesCsv: { ending: 'csv', type: 'text/csv', what: 'quotes', parts: TEXTS },
  quotesMarkdown: { ending: 'md', type: 'text/markdown', what: 'quotes', parts: TEXTS },
  highlightsMarkdown: { ending: 'md', type: 'text/markdown', what: '', parts: PASSAGES },
  highlightsCsv: { ending: 'csv', type: 'text/csv', what: '', parts: PASSAGES },
  highlightsJson: { ending: 'json', type: 'application/json', what: '', parts: PASSAGES },
  bibtex: { ending: 'bib', type: 'application/x-bibtex', what: 'references', parts: NOTES },
  csl: {
    ending: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    what: 'references',
    parts: NOTES,
  },
  ris: { ending: 'ris', type: 'application/x-research-info-systems', what: 'references', parts: NOTES },
  bookmarks: { ending: 'html', type: 'text/html', what: 'bookmarks', parts: NOTHING },
  wallabag: { ending: 'json', type: 'application/json', what: 'wallabag', parts: { ...ALL, images: false } },
  karakeep: { ending: 'json', type: 'application/json', what: 'Karakeep', parts: { ...ALL, images: false } },
};

/** Writes a text. An article without relevant content results in `''`. */
export interface TextWriter {
  head?: string;
  write: (article: ExportArticle) => string;
  end?: () => string;
}

/** Writes an array in JSON. @param write its second argument counts items from 1; `''` is no item */
function listed(write: (article: ExportArticle, number: number) => string): TextWriter {
  let count = 0;
  return {
    head: '[\n',
    write: (article) => {
      const item = write(article, count + 1);
      if (item === '') return '';
      count += 1;
      return count === 1 ? item : `,\n${item}`;
    },
    end: () => '\n]\n',
  };
}

/** Creates a writer for one file. @param forExcel see `ExportRequest` */
export function textWriter(format: TextFormat, forExcel = false): TextWriter {
  switch (format) {
    case 'articlesCsv': {
      const separator = forExcel ? '\t' : ',';
      return { head: articlesCsvHead(separator), write: (article) => articleCsvRow(article, separator) };
    }
    case 'quotesCsv':
      return { head: quotesCsvHead(), write: quotesCsvRows };
    case 'quotesMarkdown':
      return { write: quotesMarkdown };
    case 'highlightsMarkdown':
      return { write: highlightsMarkdown };
    case 'highlightsCsv':
      return { head: highlightsCsvHead(), write: highlightsCsvRows };
    case 'highlightsJson':
      return listed(highlightsJson);
    case 'bibtex': {
      const keys = new ReferenceKeys();
      return { write: (article) => `${writeBibtex(article, keys)}\n` };
    }
    case 'csl':
      return listed((article) => JSON.stringify(makeCslItem(article)));
    case 'ris':
      return { write: writeRis };
    case 'wallabag':
      return listed(wallabagEntry);
    case 'karakeep': {
      const bookmarks = new KarakeepWriter();
      return {
        ...listed((article) => bookmarks.write(article)),
        head: '{"bookmarks":[\n',
        end: () => `\n],"lists":${bookmarks.lists()}}\n`,
      };
    }
  }
}
