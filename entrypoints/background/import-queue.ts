import { dropRestoredSettings, findRestoredSettings } from '../../utils/library/backup/restored-settings.ts';
import { hasImportsToRun } from '../../utils/library/imports/run-imports.ts';
import { browser } from '../../utils/platform/browser.ts';
import { doWithDom } from '../../utils/platform/parse-page.ts';
import { updateSettings } from '../../utils/platform/settings-storage.ts';
import { readSettings } from '../../utils/settings/read-settings.ts';
import { runImportsHere } from './save/digest-here.ts';
import { setUpTexts, wakeTexts } from './text-queue.ts';

/** Wakes the background while an import is not over. */
const ALARM = 'import';
const ALARM_MINUTES = 0.5;

/** A worker is stopped after 30 s without a call of the extension API; an import takes longer (ms). */
const KEEP_AWAKE = 20_000;

let isRunning = false;
let askedAgain = false;

async function run(): Promise<void> {
  await takeRestoredSettings();
  if (!(await hasImportsToRun())) {
    await browser.alarms.clear(ALARM);
    return;
  }
  await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  const awake = setInterval(() => {
    browser.runtime.getPlatformInfo().catch((error: unknown) => console.warn('offprint: awake', error));
  }, KEEP_AWAKE);
  try {
    await doWithDom({ kind: 'imports' as const }, runImportsHere, null);
  } finally {
    clearInterval(awake);
  }
  await takeRestoredSettings();
  await browser.alarms.clear(ALARM);
}

async function takeRestoredSettings(): Promise<void> {
  const stored = await findRestoredSettings();
  if (stored === undefined) return;
  const theirs = readSettings(stored);
  await updateSettings((settings) => void Object.assign(settings, theirs));
  await dropRestoredSettings();
}

/** Says that there may be an import to run, or texts to fetch. Returns at once. */
export function wakeImports(): void {
  wakeTexts();
  askedAgain = true;
  if (isRunning) return;
  isRunning = true;
  askedAgain = false;
  run()
    .catch((error: unknown) => console.error('offprint: import', error))
    .finally(() => {
      isRunning = false;
      wakeTexts();
      // Asked meanwhile: that import may have come too late for this run.
      if (askedAgain) wakeImports();
    });
}

/** Goes on where the background was stopped: at every start, and by alarm while an import is not over. */
export function setUpImports(): void {
  setUpTexts();
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM && !isRunning) wakeImports();
  });
  wakeImports();
}
