import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { stopBackground } from '../harness/browser-controls.ts';
import { outdateQuotes, readLibrary } from '../harness/outdated-quotes.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

/** Enough for the background to be stopped in the middle of it, however late a busy machine notices that it has begun. */
const COPIES = 16;
/** It goes on as slowly as it should (ms). */
const PATIENCE = 150_000;
/** The alarm that has it begin half a minute after a start. */
const ALARM = 'reread-quotes';

let session: Session;

/** Waits until the background has set its alarm. @returns when that goes off, in ms since 1970 */
async function alarmTime(): Promise<number> {
  const { scheduledTime } = await waitFor('the alarm', () =>
    session.extension.call<{ scheduledTime: number } | null>('alarms.get', ALARM),
  );
  return scheduledTime;
}

/** Has the alarm go off soon: half a minute would only be waited for. */
async function bringAlarmForward(): Promise<void> {
  await alarmTime();
  await session.extension.call('alarms.create', ALARM, { delayInMinutes: 0.05, periodInMinutes: 0.5 });
}

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

it('an update has saved articles read again, unnoticed, and keeps what the user said', async () => {
  const tab = await session.visit(`${COURIER}/harbour/lock-closed`);
  await session.save(tab);
  await tab.page.close();
  session.network.setOffline(true);
  const page = (await session.screen('transfer.html')).page;
  // The first start of the background has set one as well, which may be due at any moment.
  await session.extension.call('alarms.clear', ALARM);
  // An older engine had named nobody, and the user one speaker.
  const before = await outdateQuotes(page, COPIES, 'Jory Penrose');
  session.network.forget();
  await stopBackground(session);
  await page.close();

  // Any page of ours wakes the background by what it asks.
  const storage = await session.screen('library.html#storage');
  // What meets the background as it ends is lost with it.
  await waitFor('the background to be asked', async () => {
    const message = { offprint: 'background', type: 'transfer/wake', data: null };
    await session.extension.call('runtime.sendMessage', message);
    return true;
  });
  await storage.shows('Storage');
  const due = await alarmTime();
  const atFirst = await storage.text();
  // On a busy machine half a minute may be over by now.
  if (Date.now() < due) expect(atFirst).not.toContain('Updating quotes');
  await bringAlarmForward();
  const line = await waitFor(
    'the line that says how far it is',
    async () => /Updating quotes in saved articles: (\d+) of (\d+)/.exec(await storage.text()),
    PATIENCE,
  );
  expect(line[2]).toBe(String(COPIES + 1));

  // Stopped in the middle it goes on where it was, by itself.
  await stopBackground(session);
  await bringAlarmForward();
  await waitFor('the line to be gone', async () => !(await storage.text()).includes('Updating'), PATIENCE);
  await storage.page.close();

  const people = await session.screen('library.html#people');
  await people.find('link', /^Wenna Trask/);
  await people.click('link', /^Jory Penrose/);
  await people.find('heading', /^Jory Penrose$/);
  const after = await readLibrary(people.page);
  expect(after).toHaveLength(COPIES + 1);
  for (const { speakers, corrected, highlights } of after) {
    expect(speakers).toContain('Wenna Trask');
    expect(corrected).toEqual(before.corrected);
    expect(highlights).toEqual(before.highlights);
  }
  await people.page.close();
  // Browsers ask for things of their own.
  expect(session.network.seen.filter(({ url }) => url.includes('.example'))).toEqual([]);
});
