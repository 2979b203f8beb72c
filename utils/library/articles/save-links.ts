/** Saves many addresses without texts. An import may contain tens of thousands. */
import { fileTagNames } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { buildSegment } from '../search/build-segment.ts';
import { addPiece, drawNumbers, PIECE_LEVEL } from '../search/import-index.ts';
import type { ArticleRow, ViewKey } from '../types.ts';
import { identify, identityRange } from './article-identity.ts';
import {
  type ArticleToSave,
  describeArticle,
  hasNewData,
  type Saved,
  withSavedData,
} from './article-rows.ts';
import type { ArticleWrites } from './article-writes.ts';
import { cleanSave } from './clean-save.ts';

/**
 * Fewer addresses are saved individually, because their segment of the search index would be too small for its level.
 */
const MIN_LINKS = 32;

/** Whether only the address must be saved: no text, quotes or pictures. */
function isBare({ linkOnly, quotes, images, pages, article }: ArticleToSave): boolean {
  const hasMore = quotes.length > 0 || (images?.length ?? 0) > 0 || article.leadImage !== null;
  return linkOnly === true && !pages && !hasMore;
}

/** The saved article at each address. Reads them in one request, since single requests are slow. */
async function findKnown(db: LibraryDb, identities: ReadonlySet<string>): Promise<Map<string, ArticleRow>> {
  const found = await Promise.all(
    [...identities].map(async (identity) => {
      const rows = await db.articles
        .where('identity')
        .between(...identityRange(identity), true, true)
        .toArray();
      return [identity, rows.find(({ deletedAt }) => deletedAt === null) ?? rows[0]] as const;
    }),
  );
  return new Map(found.flatMap(([identity, row]) => (row === undefined ? [] : [[identity, row]])));
}

async function index(db: LibraryDb, rows: readonly ArticleRow[]): Promise<void> {
  await drawNumbers(db, rows);
  const articles = rows.map((row, i) => {
    return { doc: i, articleId: row.id, article: { ...row, text: '', quotes: [] } };
  });
  await addPiece(db, buildSegment(articles, PIECE_LEVEL), new Map(rows.map((row, i) => [i, row])));
}

/**
 * Saves those of many articles that are only addresses, in a few bulk writes. Must run inside the caller's transaction,
 * which includes every table.
 *
 * @param all identities of all articles in the library, if known, so that new ones need not be looked up
 * @returns a result for each saved article, by index. The caller must save the others, including those that share an
 *   address with them
 */
export async function saveLinks(
  db: LibraryDb,
  writes: ArticleWrites,
  inputs: readonly ArticleToSave[],
  now: number,
  all: ReadonlySet<string> | null = null,
): Promise<Map<number, Saved>> {
  const saved = new Map<number, Saved>();
  const places = inputs.map(({ article }) => identify(article.canonicalUrl));
  const taken = new Set(places.filter((_, i) => !isBare(inputs[i] as ArticleToSave)));
  const links = inputs.flatMap((input, i) =>
    taken.has(places[i] ?? '') ? [] : [{ i, input: cleanSave(input) }],
  );
  if (links.length < MIN_LINKS) return saved;
  const wanted = links.map(({ i }) => places[i] ?? '').filter((place) => all === null || all.has(place));
  const known = await findKnown(db, new Set(wanted));
  const names = await fileTagNames(
    db,
    links.flatMap(({ input }) => input.tags ?? []),
    now,
  );
  const before = new Map<ArticleRow, readonly ViewKey[]>();
  const fresh: ArticleRow[] = [];
  for (const { i, input } of links) {
    const identity = places[i] ?? '';
    const row = known.get(identity);
    // A deleted article is restored with its text, which is not available here.
    if (row !== undefined && row.deletedAt !== null) continue;
    const tags = [...new Set((input.tags ?? []).flatMap((tag) => names(tag)))];
    const tagged = { ...input, tags };
    if (row === undefined) {
      const made = describeArticle(tagged, undefined, now, identity);
      known.set(identity, made);
      before.set(made, []);
      fresh.push(made);
      saved.set(i, { articleId: made.id, updated: false });
    } else {
      if (!before.has(row) && hasNewData(row, tagged)) before.set(row, row.views);
      if (before.has(row)) Object.assign(row, withSavedData(row, tagged, now));
      saved.set(i, { articleId: row.id, updated: true });
    }
  }
  if (fresh.length > 0) await index(db, fresh);
  await writes.putAll(before);
  return saved;
}
