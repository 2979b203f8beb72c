/** The export formats: their names, the parts of an article that they need, and the start and end of their files. */
import { articleCsvRow, articlesCsvHeader } from '../../transfer/export/export-articles-csv.ts';
import {
  highlightsCsvHeader,
  highlightsCsvRows,
  highlightsJson,
  highlightsMarkdown,
} from '../../transfer/export/export-highlights.ts';
import { KarakeepWriter } from '../../transfer/export/export-karakeep.ts';
import { quotesCsvHeader, quotesCsvRows, quotesMarkdown } from '../../transfer/export/export-quotes.ts';
import { CitationKeys, makeCslItem, writeBibtex } from '../../transfer/export/export-references.ts';
import { writeRis } from '../../transfer/export/export-ris.ts';
import type { ExportArticle } from '../../transfer/export/export-types.ts';
import { writeWallabagEntry } from '../../transfer/export/export-wallabag.ts';
import type { ExportParts } from './export-articles.ts';

/**
 * Formats that are selected from a list. Each has a name `exportFormat_<format>` and a description
 * `exportFormat_<format>Text` in `locales`.
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

/** Formats with a single text file that is written article by article. */
export type TextFormat = Exclude<ExportFormat, FileFormat | 'epub' | 'bookmarks'>;

interface FormatInfo {
  extension: string;
  mediaType: string;
  /** The part of the file name between the scope's name and the date; `''` for none. */
  label: string;
  parts: ExportParts;
}

const METADATA_ONLY: ExportParts = { texts: false, highlights: false, images: false };
const WITH_NOTES: ExportParts = { ...METADATA_ONLY, highlights: true };
const WITH_TEXTS: ExportParts = { ...METADATA_ONLY, texts: true };
/** Highlights with links to their passages, which require the text. */
const WITH_HIGHLIGHTS: ExportParts = { ...WITH_TEXTS, highlights: true };
const ALL: ExportParts = { texts: true, highlights: true, images: true };

export const FORMATS: Readonly<Record<ExportFormat, FormatInfo>> = {
  markdown: { extension: 'md', mediaType: 'text/markdown', label: 'Markdown', parts: ALL },
  html: { extension: 'html', mediaType: 'text/html', label: 'web pages', parts: ALL },
  epub: { extension: 'epub', mediaType: 'application/epub+zip', label: '', parts: ALL },
  articlesCsv: { extension: 'csv', mediaType: 'text/csv', label: 'articles', parts: METADATA_ONLY },
  quotesCsv: { extension: 'csv', mediaType: 'text/csv', label: 'quotes', parts: WITH_TEXTS },
  quotesMarkdown: { extension: 'md', mediaType: 'text/markdown', label: 'quotes', parts: WITH_TEXTS },
  highlightsMarkdown: { extension: 'md', mediaType: 'text/markdown', label: '', parts: WITH_HIGHLIGHTS },
  highlightsCsv: { extension: 'csv', mediaType: 'text/csv', label: '', parts: WITH_HIGHLIGHTS },
  highlightsJson: { extension: 'json', mediaType: 'application/json', label: '', parts: WITH_HIGHLIGHTS },
  bibtex: { extension: 'bib', mediaType: 'application/x-bibtex', label: 'references', parts: WITH_NOTES },
  csl: {
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    label: 'references',
    parts: WITH_NOTES,
  },
  ris: {
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    label: 'references',
    parts: WITH_NOTES,
  },
  bookmarks: { extension: 'html', mediaType: 'text/html', label: 'bookmarks', parts: METADATA_ONLY },
  wallabag: {
    extension: 'json',
    mediaType: 'application/json',
    label: 'wallabag',
    parts: { ...ALL, images: false },
  },
  karakeep: {
    extension: 'json',
    mediaType: 'application/json',
    label: 'Karakeep',
    parts: { ...ALL, images: false },
  },
};

/** Writes a text file. `write` returns `''` for an article without relevant content. */
export interface TextWriter {
  head?: string;
  write: (article: ExportArticle) => string;
  end?: () => string;
}

/** Writes a JSON array. @param write returns an article's item, given its number from 1, or `''` for none */
function writeJsonArray(write: (article: ExportArticle, number: number) => string): TextWriter {
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
export function createTextWriter(format: TextFormat, forExcel = false): TextWriter {
  switch (format) {
    case 'articlesCsv': {
      const separator = forExcel ? '\t' : ',';
      return { head: articlesCsvHeader(separator), write: (article) => articleCsvRow(article, separator) };
    }
    case 'quotesCsv':
      return { head: quotesCsvHeader(), write: quotesCsvRows };
    case 'quotesMarkdown':
      return { write: quotesMarkdown };
    case 'highlightsMarkdown':
      return { write: highlightsMarkdown };
    case 'highlightsCsv':
      return { head: highlightsCsvHeader(), write: highlightsCsvRows };
    case 'highlightsJson':
      return writeJsonArray(highlightsJson);
    case 'bibtex': {
      const keys = new CitationKeys();
      return { write: (article) => `${writeBibtex(article, keys)}\n` };
    }
    case 'csl':
      return writeJsonArray((article) => JSON.stringify(makeCslItem(article)));
    case 'ris':
      return { write: writeRis };
    case 'wallabag':
      return writeJsonArray(writeWallabagEntry);
    case 'karakeep': {
      const bookmarks = new KarakeepWriter();
      return {
        ...writeJsonArray((article) => bookmarks.write(article)),
        head: '{"bookmarks":[\n',
        end: () => `\n],"lists":${bookmarks.lists()}}\n`,
      };
    }
  }
}
