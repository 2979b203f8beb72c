/** What a backup holds. A new table joins with one line here; a test asks that every table is on one of the lists. */
import type { GenericSchema } from 'valibot';
import {
  ARTICLE,
  CONTENT,
  CORRECTION,
  HIGHLIGHT,
  IMAGE,
  QUOTE,
  VERSION,
} from '../restore/article-schemas.ts';
import { ALIAS, LIST, PERSON, SMART_LIST, SPEAKER, TAG } from '../restore/shelf-schemas.ts';
import { packByArticle, unpackQuotes } from '../schema/quote-sets.ts';
import type { QuoteSetRow, SavedQuote } from '../types.ts';

export interface BackedUpTable {
  name: string;
  /** Name of its files, where the rows in them are others than those of the table. */
  file?: string;
  /** The table's rows as the file's, and back. */
  unpack?: (rows: readonly object[]) => object[];
  pack?: (rows: readonly object[]) => object[];
  /** For what belongs to an article: the index, or the key, that begins with the article's id. */
  index: string | null;
  /** What a line must be. */
  schema: GenericSchema;
}

/** The first is the article itself; the others hold what belongs to it. */
export const ARTICLE_TABLES: readonly BackedUpTable[] = [
  {
    name: 'articles',
    index: 'id',
    schema: ARTICLE,
  },
  { name: 'contents', index: 'articleId', schema: CONTENT },
  {
    // A quote a line: that is of use to other tools.
    name: 'quoteSets',
    file: 'quotes',
    unpack: (rows) => (rows as readonly QuoteSetRow[]).flatMap(unpackQuotes),
    pack: (rows) => packByArticle(rows as readonly SavedQuote[]),
    index: 'articleId',
    schema: QUOTE,
  },
  {
    name: 'versions',
    index: '[articleId+replacedAt]',
    schema: VERSION,
  },
  {
    name: 'images',
    index: '[articleId+url]',
    schema: IMAGE,
  },
  {
    name: 'highlights',
    index: '[articleId+createdAt]',
    schema: HIGHLIGHT,
  },
  {
    name: 'corrections',
    index: '[articleId+quoteHash]',
    schema: CORRECTION,
  },
];

/** What belongs to the library as a whole. */
export const SHELF_TABLES: readonly BackedUpTable[] = [
  {
    name: 'lists',
    index: null,
    schema: LIST,
  },
  { name: 'tags', index: null, schema: TAG },
  {
    name: 'smartLists',
    index: null,
    schema: SMART_LIST,
  },
  { name: 'people', index: null, schema: PERSON },
  { name: 'aliases', index: null, schema: ALIAS },
  { name: 'speakers', index: null, schema: SPEAKER },
];

/** Tables that are left out, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  counts: 'counted again',
  segments: 'the search index, built again',
  deadDocs: 'the search index, built again',
  fingerprints: 'of quotes, made again in the background',
  jobs: 'pictures that a backup lacks are fetched when the user says so',
  imports: 'work in progress on this device',
  importFiles: 'work in progress on this device',
  importFailures: 'work in progress on this device',
  textJobs: 'work in progress on this device',
  meta: 'facts about this database',
  logNotes: 'the change log of this database',
  logRecords: 'the change log of this database',
  logSegments: 'the change log of this database',
  syncRecords: 'sync of this device with its place',
  syncState: 'sync of this device with its place',
  syncGarbage: 'sync of this device with its place',
};
