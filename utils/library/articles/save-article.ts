import { type ComparedArticle, isSameHeadline, isSameStory } from '../../article/metadata/same-story.ts';
import { library } from '../db.ts';
import { findOrCreateTags } from '../lists/tags.ts';
import type { KnownCounts } from '../lists/view-counts.ts';
import { applyCorrections, storeCorrections } from '../people/stored-corrections.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { hashText } from '../search/fold-text.ts';
import { indexArticle, unindexDoc } from '../search/search-index.ts';
import type { ArticleRow, ContentRow, VersionRow } from '../types.ts';
import { shownDetails, statedDetails } from './article-details.ts';
import { identityKeyRange, makeSeparateIdentity, normaliseAddress } from './article-identity.ts';
import { updateImages } from './article-images.ts';
import { queryVersions, readQuotes } from './article-parts.ts';
import {
  type ArticleToSave,
  applyAdditions,
  createArticleRow,
  hasAdditions,
  type SaveResult,
} from './article-rows.ts';
import { storeSnapshot } from './article-snapshot.ts';
import { ArticleWrites } from './article-writes.ts';
import { setDetails } from './change-details.ts';
import { cleanSave } from './clean-save.ts';
import { relocateHighlights } from './highlights.ts';
import { saveLinks } from './save-links.ts';
import { countPages, isSavedText } from './saved-pages.ts';

/** Maximum number of earlier versions of an article. The oldest are deleted. */
const MAX_VERSIONS = 20;

/**
 * Stores the current text as an earlier version, if the new one differs.
 *
 * @param before the stored row
 * @param row the new row, whose `versionCount` is updated
 * @param content the stored content
 * @param now milliseconds since 1970
 * @returns the earlier version; null if the text is the same
 */
export async function saveVersion(
  db: LibraryDb,
  before: ArticleRow,
  row: ArticleRow,
  content: ContentRow | undefined,
  now: number,
): Promise<VersionRow | null> {
  if (content === undefined || !before.hasText || before.textHash === row.textHash) return null;
  // More pages of the same article are not a changed text.
  if (countPages(row.pages) > countPages(before.pages) && row.pages?.hashes[0] === before.pages?.hashes[0])
    return null;
  const { html, text } = content;
  const quotes = await readQuotes(db, row.id);
  const version: VersionRow = {
    articleId: row.id,
    replacedAt: now,
    savedAt: before.updatedAt,
    title: statedDetails(before).title,
    html,
    text,
    quotes: quotes.map(({ text, start, end, resolvedSpeaker, sureness = 'plain', role }) => ({
      text,
      start,
      end,
      resolvedSpeaker,
      sureness,
      role,
    })),
  };
  await db.versions.put(version);
  const keys = await queryVersions(db, row.id).primaryKeys();
  await db.versions.bulkDelete(keys.slice(0, -MAX_VERSIONS));
  row.versionCount = Math.min(keys.length, MAX_VERSIONS);
  return version;
}

/**
 * Whether the save would replace a text by a mere address, a whole text by a shorter preview, or several pages by
 * fewer.
 */
function wouldLoseText(before: ArticleRow, input: ArticleToSave): boolean {
  if (input.linkOnly === true) return true;
  if (input.pages && countPages(before.pages) > countPages(input.pages)) return true;
  return input.article.isPreview && !before.isPreview && before.wordCount > input.article.wordCount;
}

/**
 * Whether a save that loses no text replaces the saved one by a different text, which the user is told and can undo.
 * Completing a preview or adding pages of the same article does not count.
 */
function replacesText(before: ArticleRow, { article, pages }: ArticleToSave): boolean {
  if (before.deletedAt !== null || !before.hasText || isSavedText(before, article.text)) return false;
  if (before.isPreview && !article.isPreview) return false;
  return countPages(pages) <= countPages(before.pages);
}

/** Adds the tags, lists, details and URLs of the save, and leaves the text unchanged. */
async function saveWithoutText(
  writes: ArticleWrites,
  before: ArticleRow,
  input: ArticleToSave,
  now: number,
): Promise<void> {
  const isDeleted = before.deletedAt !== null;
  if (!isDeleted && !hasAdditions(before, input) && input.details === undefined) return;
  const row = applyAdditions(before, input, now);
  // The new URL may be the target of links in other articles.
  if (row.addresses.length > before.addresses.length) await writes.queueForStories(row);
  if (input.details !== undefined) await setDetails(writes, row, input.details, !isDeleted);
  else if (isDeleted) await writes.reindex(row, false);
  await writes.put(row);
}

/** The parts of a page by which its article is distinguished from another one at the same URL. */
export interface ShownArticle {
  article: ComparedArticle;
  /** Set if the article is split into several pages. */
  pages?: object | null;
  linkOnly?: boolean;
}

/** Whether a page shows the same article as the saved one, so that it may replace it. */
export async function isSameArticle(db: LibraryDb, row: ArticleRow, input: ShownArticle): Promise<boolean> {
  const { article } = input;
  if (!row.hasText || input.linkOnly === true || isSavedText(row, article.text)) return true;
  const { title } = statedDetails(row);
  // Other pages of the same article have different texts.
  if ((row.pages || input.pages) && isSameHeadline({ title, text: '' }, article)) return true;
  const content = await db.contents.get(row.id);
  return content === undefined || isSameStory({ title, text: content.text }, article);
}

interface SaveTarget {
  before: ArticleRow | undefined;
  /** The identity of the row, if it is new. */
  identity: string;
  isSeparate: boolean;
}

/**
 * Decides which saved article a save replaces: the same article, or one that contains this page. A different article at
 * the same URL is never replaced.
 */
async function findSaveTarget(db: LibraryDb, input: ArticleToSave): Promise<SaveTarget> {
  const { article, pages } = input;
  const identity = normaliseAddress(article.canonicalUrl);
  const rows = await db.articles
    .where('identity')
    .between(...identityKeyRange(identity), true, true)
    .toArray();
  // Compare articles with the same text first, for which no content has to be read.
  for (const row of [...rows].sort((a, b) => rankCandidate(b, input) - rankCandidate(a, input))) {
    if (await isSameArticle(db, row, input)) return { before: row, identity, isSeparate: false };
  }
  if (rows.length > 0) {
    const isIdentityTaken = rows.some((row) => row.identity === identity);
    return {
      before: undefined,
      identity: isIdentityTaken ? makeSeparateIdentity(identity, hashText(article.text)) : identity,
      isSeparate: rows.some((row) => row.deletedAt === null),
    };
  }
  if (!pages) return { before: undefined, identity, isSeparate: false };
  const containingArticles = await db.articles.where('addresses').equals(identity).toArray();
  const before = containingArticles.find(
    (row) => row.deletedAt === null && countPages(row.pages) > countPages(pages),
  );
  return { before, identity, isSeparate: false };
}

/** Ranks the articles at a URL: the highest is compared first. */
const rankCandidate = (row: ArticleRow, { article }: ArticleToSave): number =>
  (isSavedText(row, article.text) ? 2 : 0) + (row.deletedAt === null ? 1 : 0);

async function saveOne(
  db: LibraryDb,
  writes: ArticleWrites,
  rawInput: ArticleToSave,
  now: number,
): Promise<SaveResult> {
  const cleaned = cleanSave(rawInput);
  const { article } = cleaned;
  // Requests that don't depend on each other are made together here and below, because each request on its own takes
  // about half a millisecond.
  const [{ before, identity, isSeparate }, tags] = await Promise.all([
    findSaveTarget(db, cleaned),
    findOrCreateTags(db, cleaned.tags ?? [], now),
  ]);
  const tagged: ArticleToSave = { ...cleaned, tags };
  if (before !== undefined && wouldLoseText(before, tagged)) {
    // To the user, a restored article is new, even if its text is the same.
    const existed = before.deletedAt === null;
    await saveWithoutText(writes, before, tagged, now);
    return { articleId: before.id, updated: existed, ...(existed ? { isSame: true } : {}) };
  }
  const content = before === undefined ? undefined : await db.contents.get(before.id);
  const isReplacing = before !== undefined && content !== undefined && replacesText(before, tagged);
  if (isReplacing && cleaned.undoToken !== undefined)
    await storeSnapshot(db, cleaned.undoToken, before, content, now);
  const { quotes, unmatched } = await applyCorrections(
    db,
    before?.id ?? null,
    article.canonicalUrl,
    cleaned.quotes,
  );
  const input: ArticleToSave = { ...tagged, quotes };
  const row = createArticleRow(input, before, now, identity);
  let version: VersionRow | null = null;
  if (before !== undefined) {
    version = await saveVersion(db, before, row, content, now);
    if (before.deletedAt === null) await unindexDoc(db, before.searchDoc);
  }
  const isNew = before === undefined;
  const notes = isNew ? [] : await relocateHighlights(db, row.id, article.text);
  const writing = [
    // A mere address has no text. Imports may contain tens of thousands of them.
    ...(row.hasText ? [writes.setText(row, article)] : []),
    writes.setQuotes(row, quotes, isNew),
    updateImages(db, row, input.images ?? [], article.leadImage?.url ?? null, now, isNew),
    storeCorrections(db, row.id, quotes, unmatched, now),
  ];
  // Last, since it takes the most computing, during which the browser writes the others.
  const indexing = indexArticle(db, row.id, { ...article, ...shownDetails(row), quotes, notes });
  [row.searchDoc] = await Promise.all([indexing, ...writing]);
  await writes.put(row, before?.views ?? []);
  // To the user, a restored article is new.
  const updated = before !== undefined && before.deletedAt === null;
  const isSame = updated && before.hasText && row.hasText && before.textHash === row.textHash;
  return {
    articleId: row.id,
    updated,
    ...(isSeparate ? { isSeparate } : {}),
    ...(isSame ? { isSame } : {}),
    ...(isReplacing && version !== null ? { replaced: version } : {}),
  };
}

/**
 * Saves articles with their quotes, image rows and download jobs, in one transaction.
 * - If the same article (by canonical URL, headline and text) is already saved, it is updated. Its lists, tags,
 *   favourite, archive and reading progress are kept, and a changed text becomes an earlier version.
 * - A different article at the same URL is saved separately; see `same-story.ts`.
 *
 * @param known the view counts and the identities of all articles, if the caller knows them; see `ViewCountChanges` and
 *   `saveLinks`
 * @returns one result per article, in order
 * @throws LibraryFullError if the disk is full, LibraryUnavailableError if the browser provides no database; nothing
 *   was changed then
 */
export async function saveArticles(
  inputs: readonly ArticleToSave[],
  db: LibraryDb = library,
  known: { counts: KnownCounts | null; all: ReadonlySet<string> | null } = { counts: null, all: null },
): Promise<SaveResult[]> {
  return db.write('saveArticles', async () => {
    const writes = new ArticleWrites(db, known.counts);
    const saved: SaveResult[] = [];
    const links = await saveLinks(db, writes, inputs, Date.now(), known.all);
    for (const [i, input] of inputs.entries())
      saved.push(links.get(i) ?? (await saveOne(db, writes, input, Date.now())));
    await writes.finish();
    return saved;
  });
}

/** Saves one article; see `saveArticles`. */
export async function saveArticle(input: ArticleToSave, db: LibraryDb = library): Promise<SaveResult> {
  const [saved] = await saveArticles([input], db);
  if (saved === undefined) throw new Error('nothing was saved');
  return saved;
}
