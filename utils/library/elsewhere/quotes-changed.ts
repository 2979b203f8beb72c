/**
 * Fingerprints of an article's quotes, by which the same words are found in other articles; see `find-elsewhere.ts`.
 */
import { computeFingerprints, tokeniseQuote } from '../../quotes/elsewhere/same-statement.ts';
import type { Quote } from '../../quotes/types.ts';
import type { LibraryDb } from '../schema/library-db.ts';

/** The format of the fingerprints. Increased by changes, after which all are created again. */
export const FINGERPRINT_FORMAT = 1;

/** Key in `meta`: the format of the fingerprints that every article with quotes has; negative if some are missing. */
export const FINGERPRINTS_KEY = 'fingerprints';

/** Maximum number per article, more than any real one has, so that a hostile article can't fill the index. */
const MAX_PRINTS = 5000;

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((print, at) => print === other[at]);

type Words = Pick<Quote, 'text'>;

/** Writes the row of an article's quotes. Must run inside the caller's transaction. */
export async function writeFingerprints(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Words[],
): Promise<void> {
  const before = await db.fingerprints.get({ articleId });
  const all = new Set(quotes.flatMap(({ text }) => computeFingerprints(tokeniseQuote(text))));
  const prints = [...all].slice(0, MAX_PRINTS);
  if (before === undefined) await db.fingerprints.add({ articleId, prints });
  else if (!isSame(before.prints, prints)) await db.fingerprints.put({ id: before.id, articleId, prints });
}

/**
 * Must be called after writing an article's quotes, inside the same transaction, which includes `fingerprints`.
 *
 * @param quotes all current ones
 */
export async function quotesChanged(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Words[],
): Promise<void> {
  if (quotes.length === 0) await removeFingerprints(db, [articleId]);
  else await writeFingerprints(db, articleId, quotes);
}

/**
 * For bulk writes, where computing fingerprints would take too long: leaves them to the background; see
 * `fill-fingerprints.ts`. Must run inside the caller's transaction, which includes `meta`.
 */
export async function deferFingerprints(db: LibraryDb): Promise<void> {
  await db.meta.put({ key: FINGERPRINTS_KEY, value: -FINGERPRINT_FORMAT });
}

/** Removes articles from the index. Must run inside the caller's transaction. */
export async function removeFingerprints(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
  await db.fingerprints.where('articleId').anyOf(articleIds).delete();
}
