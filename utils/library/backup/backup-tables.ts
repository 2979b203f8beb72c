/** The tables in a backup. A test checks that every table is in one of these lists. */
import type { GenericSchema } from 'valibot';
import {
  ARTICLE_SCHEMA,
  CONTENT_SCHEMA,
  CORRECTION_SCHEMA,
  HIGHLIGHT_SCHEMA,
  IMAGE_SCHEMA,
  QUOTE_SCHEMA,
  VERSION_SCHEMA,
} from '../restore/article-schemas.ts';
import {
  ALIAS_SCHEMA,
  LIST_SCHEMA,
  PERSON_SCHEMA,
  SMART_LIST_SCHEMA,
  SPEAKER_SCHEMA,
  STORY_SCHEMA,
  TAG_SCHEMA,
} from '../restore/shared-schemas.ts';
import { packQuotesByArticle, unpackQuotes } from '../schema/quote-sets.ts';
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
    schema: ARTICLE_SCHEMA,
  },
  { name: 'contents', index: 'articleId', schema: CONTENT_SCHEMA },
  {
    // One quote per line, which is useful for other tools.
    name: 'quoteSets',
    file: 'quotes',
    unpack: (rows) => (rows as readonly QuoteSetRow[]).flatMap(unpackQuotes),
    pack: (rows) => packQuotesByArticle(rows as readonly SavedQuote[]),
    index: 'articleId',
    schema: QUOTE_SCHEMA,
  },
  {
    name: 'versions',
    index: '[articleId+replacedAt]',
    schema: VERSION_SCHEMA,
  },
  {
    name: 'images',
    index: '[articleId+url]',
    schema: IMAGE_SCHEMA,
  },
  {
    name: 'highlights',
    index: '[articleId+createdAt]',
    schema: HIGHLIGHT_SCHEMA,
  },
  {
    name: 'corrections',
    index: '[articleId+quoteHash]',
    schema: CORRECTION_SCHEMA,
  },
];

/** Tables that belong to no single article. */
export const SHELF_TABLES: readonly BackedUpTable[] = [
  {
    name: 'lists',
    schema: LIST_SCHEMA,
  },
  { name: 'tags', schema: TAG_SCHEMA },
  {
    name: 'smartLists',
    schema: SMART_LIST_SCHEMA,
  },
  { name: 'people', schema: PERSON_SCHEMA },
  { name: 'aliases', schema: ALIAS_SCHEMA },
  { name: 'speakers', schema: SPEAKER_SCHEMA },
  { name: 'stories', schema: STORY_SCHEMA },
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
