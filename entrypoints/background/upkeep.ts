import { purgeArticles, purgeDeleted } from '../../utils/library/articles/delete-articles.ts';
import { deleteUnusedSiteIcons } from '../../utils/library/articles/site-icons.ts';
import { fillFingerprints } from '../../utils/library/elsewhere/fill-fingerprints.ts';
import { hasImportsToRun } from '../../utils/library/imports/run-imports.ts';
import { watchChanges } from '../../utils/library/schema/watch-library.ts';
import { ensureSearchIndex } from '../../utils/library/search/rebuild-index.ts';
import { tidySearchIndex } from '../../utils/library/search/search-index.ts';
import { placeStories } from '../../utils/library/stories/place-stories.ts';
import { browser } from '../../utils/platform/browser.ts';
import { checkForLoss } from '../shared/check-for-loss.ts';
import { finishPurge } from './change-log.ts';
import { oneAtATime } from './jobs/run-work.ts';
import { stayAwake } from './jobs/stay-awake.ts';

const ALARM = 'upkeep';
const ALARM_MINUTES = 15;

/** Pause between two steps of filling the index of quotes, so that reading and saving come first. */
const REST = 40;

const filling = oneAtATime('fingerprints of quotes', () =>
  stayAwake(() => fillFingerprints(() => new Promise((resolve) => setTimeout(resolve, REST)))),
);

/** Adds missing fingerprints of quotes to the index. Returns at once. */
export const wakeFingerprints = filling.wake;

/** Delay of grouping after a change, in milliseconds: a save comes first, and is often followed by another. */
const GROUPING_DELAY = 1000;
/** Pause between two steps of grouping, in milliseconds. */
const GROUPING_PAUSE = 10;

const grouping = oneAtATime('stories', async () => {
  // Articles of an import are grouped together when it is over.
  if (await hasImportsToRun()) return;
  await stayAwake(() => placeStories(() => new Promise((resolve) => setTimeout(resolve, GROUPING_PAUSE))));
});

/** Groups articles into stories soon after the library has changed in any window. */
function groupAfterChanges(): void {
  let isComing = false;
  watchChanges(() => {
    if (isComing) return;
    isComing = true;
    setTimeout(() => {
      isComing = false;
      grouping.wake();
    }, GROUPING_DELAY);
  }, new AbortController().signal);
}

/** Checks for data loss, finalises deletions whose undo period is over, and maintains the search index. */
async function keepUp(): Promise<void> {
  await checkForLoss();
  if ((await purgeDeleted()) > 0) await finishPurge();
  await deleteUnusedSiteIcons();
  await ensureSearchIndex();
  await tidySearchIndex();
  wakeFingerprints();
  grouping.wake();
}

function keepUpSoon(): void {
  keepUp().catch((error: unknown) => console.error('offprint: upkeep', error));
}

const tidying = oneAtATime('search index', async () => {
  await tidySearchIndex();
  await checkForLoss();
});

/** Merges the search index after a save, one run at a time, without anyone waiting. */
export const tidyAfterSave = tidying.wake;

/** Maintains the library at every start of the background and every 15 minutes. */
export function setUpUpkeep(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) keepUpSoon();
  });
  browser.alarms
    .create(ALARM, { periodInMinutes: ALARM_MINUTES })
    .catch((error: unknown) => console.error('offprint: upkeep alarm', error));
  groupAfterChanges();
  keepUpSoon();
}

/**
 * Permanently deletes articles that are in the trash, and answers once no copy is left.
 *
 * @param ids null for everything in the trash
 * @returns the number of articles removed; `isFinished` is false if cleaning the change log takes longer than a minute
 */
export async function purge(
  ids: readonly string[] | null,
): Promise<{ removed: number; isFinished: boolean }> {
  const removed = ids === null ? await purgeDeleted(Number.POSITIVE_INFINITY) : await purgeArticles(ids);
  await checkForLoss();
  return { removed, isFinished: await finishPurge() };
}
