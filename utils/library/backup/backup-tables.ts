/** The tables in a backup. A test checks that every table is in one of these lists. */
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
import { ALIAS, LIST, PERSON, SMART_LIST, SPEAKER, STORY, TAG } from '../restore/shelf-schemas.ts';
import { packByArticle, unpackQuotes } from '../schema/quote-sets.ts';
import type { QuoteSetRow, SavedQuote } from '../types.ts';

export interface BackedUpTable {
  name: string;
  /** Base name of its files, if their rows differ from the table's. */
  file?: string;
  /** Convert the table's rows to the file's, and back. */
  unpack?: (rows: readonly object[]) => object[];
  pack?: (rows: readonly object[]) => object[];
  /** For parts of articles: the index, or the key, that starts with the article's id. */
  index?: string;
  /** The schema of a line. */
  schema: GenericSchema;
}

/** The first one is the article itself; the others are its parts. */
export const ARTICLE_TABLES: readonly BackedUpTable[] = [
  {
    name: 'articles',
    index: 'id',
    schema: ARTICLE,
  },
  { name: 'contents', index: 'articleId', schema: CONTENT },
  {
    // One quote per line, which is useful for other tools.
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

/** Tables that belong to no single article. */
export const SHELF_TABLES: readonly BackedUpTable[] = [
  {
    name: 'lists',
    schema: LIST,
  },
  { name: 'tags', schema: TAG },
  {
    name: 'smartLists',
    schema: SMART_LIST,
  },
  { name: 'people', schema: PERSON },
  { name: 'aliases', schema: ALIAS },
  { name: 'speakers', schema: SPEAKER },
  { name: 'stories', schema: STORY },
];

/** Tables that are omitted, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  counts: 'counted again',
  segments: 'the search index, built again',
  deadDocs: 'the search index, built again',
  fingerprints: 'of quotes, made again in the background',
  storyArticles: 'which articles report the same event, found again in the background',
  storyProfiles: 'which articles report the same event, found again in the background',
  jobs: 'pictures that a backup lacks are fetched when the user says so',
  imports: 'work in progress on this device',
  importFiles: 'work in progress on this device',
  importFailures: 'work in progress on this device',
  textJobs: 'work in progress on this device',
  meta: 'facts about this database',
  outbox: 'changes that the change log or sync of this database has not processed yet',
  logRecords: 'the change log of this database',
  logSegments: 'the change log of this database',
  syncRecords: 'sync of this device with its place',
  syncState: 'sync of this device with its place',
  syncGarbage: 'sync of this device with its place',
};
