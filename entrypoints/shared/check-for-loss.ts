import { countArticles } from '../../utils/library/articles/articles.ts';
import { library } from '../../utils/library/db.ts';
import { CREATED_AT_KEY } from '../../utils/library/search/index-format.ts';
import { type LibraryCount, readLastSeen, writeLastSeen } from '../../utils/platform/last-seen-library.ts';

/**
 * Notes how many articles there are, and notices when the library is a new one although there was another: Chromium
 * deletes a database that it takes for broken, as after a crash, and tells nobody.
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

/** The user has seen it. */
export async function forgetLoss(): Promise<void> {
  const seen = await readLastSeen();
  if (seen !== null) await writeLastSeen({ ...seen, lost: null });
}
