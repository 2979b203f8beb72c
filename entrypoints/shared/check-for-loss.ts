import { countArticles } from '../../utils/library/articles/articles.ts';
import { library } from '../../utils/library/db.ts';
import { CREATED_AT_KEY } from '../../utils/library/search/index-format.ts';
import { type LibraryCount, readLastSeen, writeLastSeen } from '../../utils/platform/last-seen-library.ts';

/**
 * Records the number of articles, and detects whether the library was replaced with a new one. Chromium silently deletes
 * databases that it considers corrupt, for instance after a crash.
 *
 * @param now Unix timestamp in ms
 * @returns what was lost, until `dismissLoss` is called; null without a loss
 */
export async function checkForLoss(now = Date.now()): Promise<LibraryCount | null> {
  const [articles, created, lastSeen] = await Promise.all([
    countArticles('all'),
    library.meta.get(CREATED_AT_KEY),
    readLastSeen(),
  ]);
  const wasReplaced = lastSeen !== null && typeof created?.value === 'number' && created.value > lastSeen.at;
  const lost =
    wasReplaced && lastSeen.articles > 0
      ? { articles: lastSeen.articles, at: lastSeen.at }
      : (lastSeen?.lost ?? null);
  await writeLastSeen({ articles, at: now, lost });
  return lost;
}

/** Called when the user has dismissed the notice. */
export async function dismissLoss(): Promise<void> {
  const lastSeen = await readLastSeen();
  if (lastSeen !== null) await writeLastSeen({ ...lastSeen, lost: null });
}
