/** The tables in a backup. A test checks that every table of the database is in one of these lists. */
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
  /** Converts the table's rows to those of the file; `pack` does the reverse. */
  unpack?: (rows: readonly object[]) => object[];
  pack?: (rows: readonly object[]) => object[];
  /** For tables with an article's parts: the index or key that starts with the article's id. */
  index?: string;
  /** The schema of a line. */
  schema: GenericSchema;
}

/** Tables with a row for each article or its parts. The first one is `articles`. */
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
export const SHARED_TABLES: readonly BackedUpTable[] = [
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

/** Tables that a backup omits, with the reason. */
export const OMITTED_TABLES: Readonly<Record<string, string>> = {
  counts: 'recalculated',
  snapshots: 'for undoing recent saves on this device',
  segments: 'the search index, rebuilt',
  deadDocs: 'the search index, rebuilt',
  storyArticles: 'which articles report the same event, recalculated in the background',
  storyQueue: 'which articles report the same event, recalculated in the background',
  storyProfiles: 'which articles report the same event, recalculated in the background',
  jobs: 'pictures that a backup lacks are downloaded on request',
  imports: 'work in progress on this device',
  importFiles: 'work in progress on this device',
  importFailures: 'work in progress on this device',
  textJobs: 'work in progress on this device',
  meta: 'state of this database',
  outbox: 'changes that the change log or sync of this database has not processed yet',
  logRecords: 'the change log of this database',
  logSegments: 'the change log of this database',
  syncRecords: 'sync state of this device',
  syncState: 'sync state of this device',
  syncGarbage: 'sync state of this device',
};
