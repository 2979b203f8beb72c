import { purgeDeleted } from '../../utils/library/articles/delete-articles.ts';
import { deleteUnusedSiteIcons } from '../../utils/library/articles/site-icons.ts';
import { fillFingerprints } from '../../utils/library/elsewhere/fill-fingerprints.ts';
import { ensureSearchIndex } from '../../utils/library/search/rebuild-index.ts';
import { tidySearchIndex } from '../../utils/library/search/search-index.ts';
import { browser } from '../../utils/platform/browser.ts';
import { checkForLoss } from '../shared/check-for-loss.ts';
import { finishPurge } from './change-log.ts';
import { oneAtATime } from './jobs/one-at-a-time.ts';
import { stayAwake } from './jobs/stay-awake.ts';

const ALARM = 'upkeep';
const ALARM_MINUTES = 15;

/** Between two steps of filling the index of quotes, in ms: whoever reads or saves comes first. */
const REST = 40;

const filling = oneAtATime('fingerprints of quotes', () =>
  stayAwake(() => fillFingerprints(() => new Promise((resolve) => setTimeout(resolve, REST)))),
);

/** Says that articles may have come whose quotes have no fingerprints. Returns at once. */
export const wakeFingerprints = filling.wake;

/** Notices a loss, makes deletions final whose undo window is over, and sees to the search index. */
async function keepUp(): Promise<void> {
  await checkForLoss();
  if ((await purgeDeleted()) > 0) await finishPurge();
  await deleteUnusedSiteIcons();
  await ensureSearchIndex();
  await tidySearchIndex();
  wakeFingerprints();
}

function keepUpSoon(): void {
  keepUp().catch((error: unknown) => console.error('offprint: upkeep', error));
}

const tidying = oneAtATime('search index', async () => {
  await tidySearchIndex();
  await checkForLoss();
});

/** Merges the search index after a save, one at a time, while nobody waits. */
export const tidyAfterSave = tidying.wake;

/** The library's housekeeping: at every start of the background, and now and then. */
export function setUpUpkeep(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) keepUpSoon();
  });
  browser.alarms
    .create(ALARM, { periodInMinutes: ALARM_MINUTES })
    .catch((error: unknown) => console.error('offprint: upkeep alarm', error));
  keepUpSoon();
}
