/** Fingerprints of an article's quotes, by which the same words are found in others; see `find-elsewhere.ts`. */
import { fingerprintsOf } from '../../quotes/elsewhere/fingerprints.ts';
import { readTokens } from '../../quotes/elsewhere/quote-tokens.ts';
import type { Quote } from '../../quotes/types.ts';
import type { LibraryDb } from '../schema/library-db.ts';

/** Which fingerprints these are. A change of how they are made counts it up, and all are made anew. */
export const FINGERPRINT_FORMAT = 1;

/** Key of `meta` that says which fingerprints every article with quotes has; a negative number where some are missing. */
export const FINGERPRINTS_KEY = 'fingerprints';

/** Of one article; more than any has, and a hostile one should not fill the index. */
const MOST_PRINTS = 5000;

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((print, at) => print === other[at]);

type Words = Pick<Quote, 'text'>;

/** Writes the row of an article's quotes, inside the caller's transaction. */
export async function writeFingerprints(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Words[],
): Promise<void> {
  const before = await db.fingerprints.get({ articleId });
  const all = new Set(quotes.flatMap(({ text }) => fingerprintsOf(readTokens(text))));
  const prints = [...all].slice(0, MOST_PRINTS);
  if (before === undefined) await db.fingerprints.add({ articleId, prints });
  else if (!isSame(before.prints, prints)) await db.fingerprints.put({ id: before.id, articleId, prints });
}

/**
 * Whoever writes an article's quotes says so here, inside the transaction that writes them and holds `fingerprints`.
 *
 * @param quotes all of them as they are now
 */
export async function quotesChanged(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Words[],
): Promise<void> {
  if (quotes.length === 0) await forgetFingerprints(db, [articleId]);
  else await writeFingerprints(db, articleId, quotes);
}

/**
 * For who writes so many quotes at once that their fingerprints would keep others waiting: the background makes them;
 * see `fill-fingerprints.ts`. Inside the caller's transaction, which holds `meta`.
 */
export async function leaveFingerprints(db: LibraryDb): Promise<void> {
  await db.meta.put({ key: FINGERPRINTS_KEY, value: -FINGERPRINT_FORMAT });
}

/** Takes articles out of the index, inside the caller's transaction. */
export async function forgetFingerprints(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
  await db.fingerprints.where('articleId').anyOf(articleIds).delete();
}
