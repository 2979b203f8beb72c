/**
 * The tables that each writer locks. IndexedDB runs transactions that share a table one after the other, so a writer
 * locks only the tables it reads or writes: a save must not wait for grouping, an import's bookkeeping or sync.
 * Accessing a table that is not listed fails with Dexie's NotFoundError, which the tests of each writer would show.
 */

/** The rows of articles, with the counts of lists. */
const ROWS = ['articles', 'counts'] as const;
/** Indexing an article reads its text, quotes and notes. */
const SEARCH = ['segments', 'deadDocs', 'contents', 'quoteSets', 'highlights'] as const;
/** Storing quotes updates the spellings of speakers, and queues the article for assignment to a story. */
const QUOTES = ['quoteSets', 'speakers', 'storyQueue', 'corrections'] as const;
const IMAGES = ['images', 'jobs'] as const;
/** Saving an article, with its previous version if it is replaced. */
const SAVE = [...ROWS, ...SEARCH, ...QUOTES, ...IMAGES, 'versions', 'snapshots', 'tags'] as const;
const IMPORTS = ['imports', 'importFiles', 'importFailures', 'textJobs'] as const;
const STORY_DECISIONS = ['stories', 'storyArticles', 'storyQueue', 'storyProfiles'] as const;

export const WRITER_TABLES = {
  saveArticles: SAVE,
  /** Edits of the title, authors and other details. */
  changeDetails: [...ROWS, ...SEARCH, ...QUOTES],
  /** Highlights and notes. */
  changeHighlights: [...ROWS, ...SEARCH],
  correctSpeaker: [...ROWS, ...SEARCH, ...QUOTES],
  /** Quotes that were extracted again. */
  updateQuotes: [...ROWS, ...SEARCH, ...QUOTES, 'meta'],
  /** Back to the text before the last save. */
  undoReplacement: [...ROWS, ...SEARCH, ...QUOTES, ...IMAGES, 'versions', 'snapshots'],
  /** Back from the trash. */
  restoreArticles: [...ROWS, ...SEARCH, 'tags'],
  /** Permanent deletion. */
  purgeArticles: [
    ...ROWS,
    ...SEARCH,
    ...QUOTES,
    ...IMAGES,
    ...IMPORTS,
    ...STORY_DECISIONS,
    'versions',
    'snapshots',
    'aliases',
    'meta',
  ],
  /** The text of an address that was saved without one. */
  completeTextJob: [...SAVE, 'imports', 'textJobs'],
  /** A step of an import, of which restoring a backup is one kind. */
  importStep: [...SAVE, ...IMPORTS, ...STORY_DECISIONS, 'lists', 'smartLists', 'people', 'aliases', 'meta'],
  /** Data that belongs to no single article, from the change log. */
  restoreShared: ['lists', 'tags', 'smartLists', 'people', 'aliases', 'speakers', ...STORY_DECISIONS],
  /** Articles from the change log. */
  restoreLoggedArticles: [...SAVE, ...STORY_DECISIONS, 'aliases', 'textJobs', 'meta'],
  /** Merging changes of other devices. */
  applySync: [
    ...SAVE,
    ...IMPORTS,
    ...STORY_DECISIONS,
    'lists',
    'smartLists',
    'people',
    'aliases',
    'meta',
    'syncRecords',
    'syncState',
    'syncGarbage',
  ],
} as const satisfies Record<string, readonly string[]>;

/** A kind of write; see `WRITER_TABLES`. */
export type Writer = keyof typeof WRITER_TABLES;
