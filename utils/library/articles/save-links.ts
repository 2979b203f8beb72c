/** Saves many URLs without texts. An import may contain tens of thousands. */
import { resolveTagNames } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { buildSegment } from '../search/build-segment.ts';
import { addPrebuiltSegment, assignDocNumbers, PREBUILT_LEVEL } from '../search/import-index.ts';
import type { ArticleRow, ViewKey } from '../types.ts';
import { identityKeyRange, normaliseAddress } from './article-identity.ts';
import {
  type ArticleToSave,
  applyAdditions,
  createArticleRow,
  hasAdditions,
  type SaveResult,
} from './article-rows.ts';
import type { ArticleWrites } from './article-writes.ts';
import { cleanSave } from './clean-save.ts';

/**
 * Minimum number of URLs for saving them together. Their segment of the search index would otherwise be too small for
 * its level.
 */
const MIN_LINKS = 32;

/** Whether only a URL has to be saved, without text, quotes or images. */
function isAddressOnly({ linkOnly, quotes, images, pages, article }: ArticleToSave): boolean {
  const hasContent = quotes.length > 0 || (images?.length ?? 0) > 0 || article.leadImage !== null;
  return linkOnly === true && !pages && !hasContent;
}

/** Finds the saved article at each URL. All requests are made at once, because awaiting each of them would be slow. */
async function findSavedArticles(
  db: LibraryDb,
  identities: ReadonlySet<string>,
): Promise<Map<string, ArticleRow>> {
  const found = await Promise.all(
    [...identities].map(async (identity) => {
      const rows = await db.articles
        .where('identity')
        .between(...identityKeyRange(identity), true, true)
        .toArray();
      return [identity, rows.find(({ deletedAt }) => deletedAt === null) ?? rows[0]] as const;
    }),
  );
  return new Map(found.flatMap(([identity, row]) => (row === undefined ? [] : [[identity, row]])));
}

async function indexLinks(db: LibraryDb, rows: readonly ArticleRow[]): Promise<void> {
  await assignDocNumbers(db, rows);
  const articles = rows.map((row, i) => {
    return { doc: i, articleId: row.id, article: { ...row, text: '', quotes: [] } };
  });
  await addPrebuiltSegment(
    db,
    buildSegment(articles, PREBUILT_LEVEL),
    new Map(rows.map((row, i) => [i, row])),
  );
}

/**
 * Saves those of the given articles that are only URLs, in a few bulk writes. Must run inside the caller's transaction,
 * which includes the tables of `saveArticles`.
 *
 * @param now milliseconds since 1970
 * @param allIdentities the identities of all articles in the library, if known, so that new ones need not be looked up
 * @returns a result for each saved article, by index. The caller must save the other articles, which include all that
 *   share a URL with an article that has content
 */
export async function saveLinks(
  db: LibraryDb,
  writes: ArticleWrites,
  inputs: readonly ArticleToSave[],
  now: number,
  allIdentities: ReadonlySet<string> | null = null,
): Promise<Map<number, SaveResult>> {
  const saved = new Map<number, SaveResult>();
  const identities = inputs.map(({ article }) => normaliseAddress(article.canonicalUrl));
  const sharedIdentities = new Set(identities.filter((_, i) => !isAddressOnly(inputs[i] as ArticleToSave)));
  const links = inputs.flatMap((input, i) =>
    sharedIdentities.has(identities[i] ?? '') ? [] : [{ i, input: cleanSave(input) }],
  );
  if (links.length < MIN_LINKS) return saved;
  const identitiesToRead = links
    .map(({ i }) => identities[i] ?? '')
    .filter((identity) => allIdentities === null || allIdentities.has(identity));
  const existing = await findSavedArticles(db, new Set(identitiesToRead));
  const getStoredTags = await resolveTagNames(
    db,
    links.flatMap(({ input }) => input.tags ?? []),
    now,
  );
  const viewsBefore = new Map<ArticleRow, readonly ViewKey[]>();
  const newRows: ArticleRow[] = [];
  for (const { i, input } of links) {
    const identity = identities[i] ?? '';
    const row = existing.get(identity);
    // A deleted article is restored with its text, which is not available here, so the caller saves it.
    if (row !== undefined && row.deletedAt !== null) continue;
    const tags = [...new Set((input.tags ?? []).flatMap((tag) => getStoredTags(tag)))];
    const tagged = { ...input, tags };
    if (row === undefined) {
      const newRow = createArticleRow(tagged, undefined, now, identity);
      existing.set(identity, newRow);
      viewsBefore.set(newRow, []);
      newRows.push(newRow);
      saved.set(i, { articleId: newRow.id, updated: false });
    } else {
      if (!viewsBefore.has(row) && hasAdditions(row, tagged)) viewsBefore.set(row, row.views);
      if (viewsBefore.has(row)) Object.assign(row, applyAdditions(row, tagged, now));
      saved.set(i, { articleId: row.id, updated: true });
    }
  }
  if (newRows.length > 0) await indexLinks(db, newRows);
  await writes.putAll(viewsBefore);
  return saved;
}
