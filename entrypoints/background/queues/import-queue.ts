import {
  clearRestoredSettings,
  findRestoredSettings,
} from '../../../utils/library/backup/restored-settings.ts';
import { hasImportsToRun } from '../../../utils/library/imports/run-imports.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { doWithDom } from '../../../utils/platform/parse-page.ts';
import { updateSettings } from '../../../utils/platform/settings-storage.ts';
import { readForeignSettings } from '../../../utils/settings/read-settings.ts';
import { oneAtATime } from '../jobs/one-at-a-time.ts';
import { stayAwake } from '../jobs/stay-awake.ts';
import { wakeReread } from '../reread-quotes.ts';
import { runImportsHere } from '../save/digest-here.ts';
import { wakeFingerprints } from '../upkeep.ts';
import { setUpTexts, wakeTexts } from './text-queue.ts';

/** Wakes the background while an import is not over. */
const ALARM = 'import';
const ALARM_MINUTES = 0.5;

async function run(): Promise<void> {
  await takeRestoredSettings();
  if (!(await hasImportsToRun())) {
    await browser.alarms.clear(ALARM);
    return;
  }
  await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  await stayAwake(() => doWithDom({ kind: 'imports' as const }, runImportsHere, null));
  await takeRestoredSettings();
  await browser.alarms.clear(ALARM);
}

async function takeRestoredSettings(): Promise<void> {
  const stored = await findRestoredSettings();
  if (stored === undefined) return;
  const theirs = readForeignSettings(stored);
  await updateSettings((settings) => void Object.assign(settings, theirs));
  await clearRestoredSettings();
}

const imports = oneAtATime('import', () =>
  run().finally(() => {
    wakeTexts();
    // A backup may bring articles whose quotes an older engine found, or whose lines were damaged.
    wakeReread();
    wakeFingerprints();
  }),
);

/** Says that there may be an import to run, or texts to fetch. Returns at once. */
export function wakeImports(): void {
  wakeTexts();
  imports.wake();
}

/** Goes on where the background was stopped: at every start, and by alarm while an import is not over. */
export function setUpImports(): void {
  setUpTexts();
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM && !imports.isRunning()) wakeImports();
  });
  wakeImports();
}
