import type { Article } from '../article/types.ts';
import type { Quote, Voice } from '../quotes/types.ts';
import { hostOf, identify } from './article-identity.ts';
import { replaceImages } from './article-images.ts';
import { quotesOf, versionsOf } from './article-parts.ts';
import { type LibraryDb, library } from './db.ts';
import { explainFailure } from './errors.ts';
import { foldName, hashText } from './fold-text.ts';
import { indexArticle, readSearchable, searchTables, unindexDoc } from './search-index.ts';
import type { ArticleRow, ContentRow, QuoteRow, SavedFrom, VoiceLine } from './types.ts';
import { placeInViews } from './view-keys.ts';

/** Former texts kept of one article; the oldest go. */
const MAX_VERSIONS = 20;

/** Voices a list shows. */
const VOICES_SHOWN = 3;

export interface ArticleToSave {
  /** Its `html` must be sanitised already; see `prepare-content.ts`. */
  article: Article;
  quotes: readonly Quote[];
  voices?: readonly Voice[];
  /** Addresses of the images in `article.html`, in order. */
  images?: readonly string[];
  savedFrom: SavedFrom;
  /** Lists and tags to add. */
  listId?: string;
  tags?: readonly string[];
  /** When the reader saved it, for imports. Milliseconds since 1970; now by default. */
  savedAt?: number;
}

function voiceLines(voices: readonly Voice[]): VoiceLine[] {
  return voices
    .flatMap(({ name, role, share }) => (name === null ? [] : [{ name, role, share }]))
    .slice(0, VOICES_SHOWN);
}

/** What the reader made of the article: kept when it is saved again. */
function newRow(id: string, identity: string, savedAt: number) {
  return {
    id,
    identity,
    addresses: [] as string[],
    savedAt,
    archivedAt: null as number | null,
    openedAt: null as number | null,
    favourite: false,
    tags: [] as string[],
    listIds: [] as string[],
    progress: 0,
    imagesTotal: 0,
    imagesSaved: 0,
    imagesFailed: 0,
    leadImageId: null as string | null,
    versionCount: 0,
    searchDoc: -1,
  };
}

function union(known: readonly string[], more: readonly (string | undefined)[]): string[] {
  return [...new Set([...known, ...more.filter((item) => item !== undefined && item !== '')])] as string[];
}

function describe(input: ArticleToSave, before: ArticleRow | undefined, now: number): ArticleRow {
  const { article } = input;
  const identity = identify(article.canonicalUrl);
  const kept = before ?? newRow(crypto.randomUUID(), identity, input.savedAt ?? now);
  return placeInViews({
    ...kept,
    addresses: union(kept.addresses, [identity, identify(article.url)]),
    url: article.url,
    canonicalUrl: article.canonicalUrl,
    title: article.title,
    byline: article.byline,
    siteName: article.siteName,
    host: hostOf(article.canonicalUrl),
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
    lang: article.lang,
    dir: article.dir,
    excerpt: article.excerpt,
    wordCount: article.wordCount,
    isPreview: article.isPreview,
    savedFrom: input.savedFrom,
    updatedAt: now,
    // Saving something deleted brings it back.
    deletedAt: null,
    tags: union(kept.tags, input.tags ?? []),
    listIds: union(kept.listIds, [input.listId]),
    quoteCount: input.quotes.length,
    voices: voiceLines(input.voices ?? []),
    textHash: hashText(article.text),
    views: [],
  });
}

function quoteRows(row: ArticleRow, quotes: readonly Quote[]): QuoteRow[] {
  const published = row.publishedAt === null ? Number.NaN : Date.parse(row.publishedAt);
  const saidAt = Number.isNaN(published) ? row.savedAt : published;
  return quotes.map((quote, index) => ({
    ...quote,
    articleId: row.id,
    index,
    speakerKey: foldName(quote.resolvedSpeaker),
    saidAt,
  }));
}

/** Keeps the former text where the new one differs. */
async function keepVersion(
  db: LibraryDb,
  before: ArticleRow,
  row: ArticleRow,
  content: ContentRow | undefined,
  now: number,
): Promise<void> {
  if (content === undefined || before.textHash === row.textHash) return;
  const { html, text } = content;
  await db.versions.put({
    articleId: row.id,
    replacedAt: now,
    savedAt: before.updatedAt,
    title: before.title,
    html,
    text,
  });
  const keys = await versionsOf(db, row.id).primaryKeys();
  await db.versions.bulkDelete(keys.slice(0, -MAX_VERSIONS));
  row.versionCount = Math.min(keys.length, MAX_VERSIONS);
}

/** A page that shows only the beginning, of an article that is here whole: the whole is worth more. */
function wouldLoseText(before: ArticleRow, input: ArticleToSave): boolean {
  return input.article.isPreview && !before.isPreview && before.wordCount > input.article.wordCount;
}

/** Adds what the reader asked for and leaves the text alone. */
async function keepText(db: LibraryDb, before: ArticleRow, input: ArticleToSave, now: number): Promise<void> {
  if (before.deletedAt !== null) {
    before.searchDoc = await indexArticle(db, before.id, await readSearchable(db, before));
  }
  await db.articles.put(
    placeInViews({
      ...before,
      addresses: union(before.addresses, [identify(input.article.url)]),
      tags: union(before.tags, input.tags ?? []),
      listIds: union(before.listIds, [input.listId]),
      deletedAt: null,
      updatedAt: now,
    }),
  );
}

async function write(db: LibraryDb, input: ArticleToSave, now: number) {
  const { article, quotes } = input;
  const before = await db.articles.where('identity').equals(identify(article.canonicalUrl)).first();
  if (before !== undefined && wouldLoseText(before, input)) {
    await keepText(db, before, input, now);
    return { articleId: before.id, updated: true };
  }
  const row = describe(input, before, now);
  if (before !== undefined) {
    await keepVersion(db, before, row, await db.contents.get(row.id), now);
    if (before.deletedAt === null) await unindexDoc(db, before.searchDoc);
    await quotesOf(db, row.id).delete();
  }
  await replaceImages(db, row, input.images ?? [], article.leadImage?.url ?? null, now);
  row.searchDoc = await indexArticle(db, row.id, { ...article, quotes });
  await db.articles.put(row);
  await db.contents.put({ articleId: row.id, html: article.html, text: article.text });
  await db.quotes.bulkPut(quoteRows(row, quotes));
  return { articleId: row.id, updated: before !== undefined };
}

/**
 * Saves an article with its quotes, image list and image jobs, in one transaction: all of it or nothing.
 *
 * The same article (by canonical address) is updated and never doubled; lists, tags, favourite, archive and
 * progress stay, and a text that changed is kept as a version.
 *
 * @throws LibraryFullError when the disk is full, LibraryUnavailableError where the browser gives no database;
 *   either way the library is as it was
 */
export async function saveArticle(
  input: ArticleToSave,
  db: LibraryDb = library,
): Promise<{ articleId: string; updated: boolean }> {
  const tables = [db.articles, db.contents, db.versions, db.quotes, db.images, db.jobs, ...searchTables(db)];
  try {
    return await db.transaction('rw', tables, async () => write(db, input, Date.now()));
  } catch (error) {
    throw explainFailure(error);
  }
}
