import { countArticles } from '../../utils/library/articles/articles.ts';
import { library } from '../../utils/library/db.ts';
import { CREATED_AT_KEY } from '../../utils/library/search/index-format.ts';
import { type LibraryCount, readLastSeen, writeLastSeen } from '../../utils/platform/last-seen-library.ts';

/**
 * Records the number of articles, and detects that the library was replaced by a new one: Chromium silently deletes a
 * database that it considers corrupt, for instance after a crash.
 *
 * @returns what was lost, until `forgetLoss`
 */
export async function checkForLoss(now = Date.now()): Promise<LibraryCount | null> {
  const [articles, created, seen] = await Promise.all([
    countArticles('all'),
    library.meta.get(CREATED_AT_KEY),
    readLastSeen(),
  ]);
  const isAnother = seen !== null && typeof created?.value === 'number' && created.value > seen.at;
  const lost =
    isAnother && seen.articles > 0 ? { articles: seen.articles, at: seen.at } : (seen?.lost ?? null);
  await writeLastSeen({ articles, at: now, lost });
  return lost;
}

/** Called when the user has dismissed the notice. */
export async function forgetLoss(): Promise<void> {
  const seen = await readLastSeen();
  if (seen !== null) await writeLastSeen({ ...seen, lost: null });
}
