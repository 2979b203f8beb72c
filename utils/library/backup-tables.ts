/** What a backup holds. A new table joins with one line here; a test asks that every table is on one of the lists. */
import type { RowShape } from '../transfer/row-shape.ts';
import { packByArticle, unpackQuotes } from './quote-sets.ts';
import type { QuoteSetRow, SavedQuote } from './types.ts';

export interface BackedUpTable {
  name: string;
  /** Name of its files, where the rows in them are others than those of the table. */
  file?: string;
  /** The table's rows as the file's, and back. */
  unpack?: (rows: readonly object[]) => object[];
  pack?: (rows: readonly object[]) => object[];
  /** For what belongs to an article: the index, or the key, that begins with the article's id. */
  index: string | null;
  /** Fields a line must have. */
  shape: RowShape;
}

/** The first is the article itself; the others hold what belongs to it. */
export const ARTICLE_TABLES: readonly BackedUpTable[] = [
  {
    name: 'articles',
    index: 'id',
    shape: {
      id: 'string',
      identity: 'string',
      addresses: 'strings',
      url: 'string',
      canonicalUrl: 'string',
      title: 'string',
      byline: 'string?',
      siteName: 'string?',
      host: 'string',
      publishedAt: 'string?',
      lang: 'string?',
      dir: 'string',
      excerpt: 'string?',
      wordCount: 'number',
      isPreview: 'boolean',
      savedAt: 'number',
      updatedAt: 'number',
      archivedAt: 'number?',
      deletedAt: 'number?',
      openedAt: 'number?',
      pinnedAt: 'number?',
      finishedAt: 'number?',
      favourite: 'boolean',
      tags: 'strings',
      listIds: 'strings',
      hasText: 'boolean',
      publishedTime: 'number',
      progress: 'number',
      imagesTotal: 'number',
      imagesSaved: 'number',
      imagesFailed: 'number',
      leadImageId: 'string?',
      quoteCount: 'number',
      voices: 'objects',
      speakerKeys: 'strings',
      highlightCount: 'number',
      noteCount: 'number',
      textHash: 'string',
      versionCount: 'number',
      searchDoc: 'number',
    },
  },
  { name: 'contents', index: 'articleId', shape: { articleId: 'string', html: 'string', text: 'string' } },
  {
    // A quote a line: that is of use to other tools, and what backups of earlier versions have.
    name: 'quoteSets',
    file: 'quotes',
    unpack: (rows) => (rows as readonly QuoteSetRow[]).flatMap(unpackQuotes),
    pack: (rows) => packByArticle(rows as readonly SavedQuote[]),
    index: 'articleId',
    shape: {
      articleId: 'string',
      index: 'number',
      text: 'string',
      start: 'number',
      end: 'number',
      speaker: 'string?',
      resolvedSpeaker: 'string?',
      role: 'string?',
      speakerKey: 'string',
      saidAt: 'number',
    },
  },
  {
    name: 'versions',
    index: '[articleId+replacedAt]',
    shape: {
      articleId: 'string',
      replacedAt: 'number',
      savedAt: 'number',
      title: 'string',
      html: 'string',
      text: 'string',
    },
  },
  {
    name: 'images',
    index: '[articleId+url]',
    shape: {
      id: 'string',
      articleId: 'string',
      url: 'string',
      state: 'string',
      error: 'string?',
      type: 'string',
      bytes: 'number',
    },
  },
  {
    name: 'highlights',
    index: '[articleId+createdAt]',
    shape: {
      id: 'string',
      articleId: 'string',
      text: 'string',
      note: 'string',
      colour: 'string',
      createdAt: 'number',
    },
  },
  {
    name: 'corrections',
    index: '[articleId+quoteHash]',
    shape: { articleId: 'string', quoteHash: 'string', speaker: 'string?', correctedAt: 'number' },
  },
];

/** What belongs to the library as a whole. */
export const SHELF_TABLES: readonly BackedUpTable[] = [
  {
    name: 'lists',
    index: null,
    shape: { id: 'string', name: 'string', parentId: 'string?', position: 'number' },
  },
  { name: 'tags', index: null, shape: { key: 'string', name: 'string', aliasOf: 'string?' } },
  {
    name: 'smartLists',
    index: null,
    shape: { id: 'string', name: 'string', query: 'string', position: 'number' },
  },
  { name: 'people', index: null, shape: { id: 'string', name: 'string' } },
  { name: 'aliases', index: null, shape: { speakerKey: 'string', articleId: 'string', personId: 'string' } },
  { name: 'speakers', index: null, shape: { speakerKey: 'string', name: 'string', saidAt: 'number' } },
];

/** Tables that are left out, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  counts: 'counted again',
  segments: 'the search index, built again',
  deadDocs: 'the search index, built again',
  jobs: 'pictures that are waited for are queued again',
  imports: 'work in progress on this device',
  importFiles: 'work in progress on this device',
  importFailures: 'work in progress on this device',
  textJobs: 'work in progress on this device',
  meta: 'facts about this database',
  journalDue: 'the second copy on this disk',
  journalKeys: 'the second copy on this disk',
  journalSegments: 'the second copy on this disk',
};
