import { deleteExpiredSnapshots } from '../../utils/library/articles/article-snapshot.ts';
import { purgeArticles, purgeDeleted } from '../../utils/library/articles/delete-articles.ts';
import { deleteUnusedSiteIcons } from '../../utils/library/articles/site-icons.ts';
import { hasImportsToRun } from '../../utils/library/imports/run-imports.ts';
import { watchChanges } from '../../utils/library/schema/watch-library.ts';
import { ensureSearchIndex } from '../../utils/library/search/rebuild-index.ts';
import { compactSearchIndex } from '../../utils/library/search/search-index.ts';
import { placeStories } from '../../utils/library/stories/place-stories.ts';
import { browser } from '../../utils/platform/browser.ts';
import { checkForLoss } from '../shared/check-for-loss.ts';
import { compactChangeLog, finishPurge } from './change-log.ts';
import { oneAtATime } from './jobs/run-work.ts';
import { stayAwake } from './jobs/stay-awake.ts';

const ALARM = 'upkeep';
const ALARM_MINUTES = 15;

/**
 * Grouping starts once the library has not changed for `QUIET_MS`, so that it slows down no save, but at the latest
 * `MAX_DELAY_MS` after a change. It pauses after each step, and longer while the library is being changed.
 */
const QUIET_MS = 500;
const MAX_DELAY_MS = 60_000;
const GROUPING_PAUSE_MS = 10;

let changedAt = 0;

async function pauseGrouping(): Promise<void> {
  const since = Date.now();
  do await new Promise((resolve) => setTimeout(resolve, GROUPING_PAUSE_MS));
  while (Date.now() - changedAt < QUIET_MS && Date.now() - since < QUIET_MS);
}

const grouping = oneAtATime('stories', async () => {
  // During an import, grouping waits until its end.
  if (await hasImportsToRun()) return;
  await stayAwake(() => placeStories(pauseGrouping));
});

/** Groups articles into stories after changes of the library in any window. */
function groupAfterChanges(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  watchChanges(() => {
    changedAt = Date.now();
    waitingSince ??= changedAt;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        waitingSince = null;
        grouping.wake();
      },
      Math.max(0, Math.min(QUIET_MS, waitingSince + MAX_DELAY_MS - changedAt)),
    );
  });
}

/**
 * Checks for data loss, purges articles that have been in the trash long enough, deletes expired snapshots, and maintains
 * the search index.
 */
async function maintainLibrary(): Promise<void> {
  await checkForLoss();
  if ((await purgeDeleted()) > 0) await finishPurge();
  await deleteExpiredSnapshots();
  await deleteUnusedSiteIcons();
  await ensureSearchIndex();
  await compactSearchIndex();
  grouping.wake();
}

function startMaintenance(): void {
  maintainLibrary().catch((error: unknown) => console.error('offprint: upkeep', error));
}

const tidying = oneAtATime('search index', async () => {
  await compactSearchIndex();
  await checkForLoss();
});

/** Tidies the search index after a save. Returns at once. */
export const tidyAfterSave = tidying.wake;

/** Maintains the library at every start of the background and every 15 minutes. */
export function setUpUpkeep(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== ALARM) return;
    startMaintenance();
    compactChangeLog();
  });
  browser.alarms
    .create(ALARM, { periodInMinutes: ALARM_MINUTES })
    .catch((error: unknown) => console.error('offprint: upkeep alarm', error));
  groupAfterChanges();
  startMaintenance();
}

/**
 * Permanently deletes articles in the trash, and waits until no copy is left.
 *
 * @param ids ids of the articles; null for the whole trash
 * @returns the number of articles removed; `isFinished` is false if cleaning the change log takes longer than a minute
 */
export async function purge(
  ids: readonly string[] | null,
): Promise<{ removed: number; isFinished: boolean }> {
  const removed = ids === null ? await purgeDeleted(Number.POSITIVE_INFINITY) : await purgeArticles(ids);
  await checkForLoss();
  return { removed, isFinished: await finishPurge() };
}
