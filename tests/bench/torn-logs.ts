/**
 * How often Chromium deletes its database whole, where that is likeliest; see `utils/library/schema/seal-database.ts`. Every other
 * session saves articles and is killed, and its log is cut in the middle of its last record, as a kill leaves one log
 * in about twenty; the session after it saves a single article, behind that record, and is killed too.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openExtensionPage } from '../e2e/harness/extension-console.ts';
import { launchWithExtension } from '../e2e/harness/launch-browser.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { killBrowser, pause } from './kill-browser.ts';
import { lastRecord, logsOf, tearLogs } from './leveldb-logs.ts';

/** How long a session lasts, in ms. */
const SHORTEST = 1500;
const LONGEST = 4000;

interface TornSum {
  kills: number;
  /** Logs that ended in the middle of a record by themselves. */
  torn: number;
  /** Logs with a torn record that were written on, and still there at the end of the next session. */
  appended: number;
  /** Times the database was another one than before. */
  emptied: number;
  confirmed: number;
  /** Confirmed saves that were gone although the database was not, or that nothing brought back. */
  lost: number;
}

/**
 * @param kills how many
 * @param outFile gets the sum, as JSON
 */
export async function benchTornLogs(kills: number, outFile: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-torn-'));
  const profile = { folder: path.join(folder, 'profile'), build: path.join(folder, 'build') };
  const script = await bundleForPage(new URL('./library-kill-in-page.ts', import.meta.url), 'OffprintKills');
  const sum: TornSum = { kills: 0, torn: 0, appended: 0, emptied: 0, confirmed: 0, lost: 0 };
  const confirmed: string[] = [];
  let torn = new Map<string, number>();
  let made: unknown = null;
  try {
    for (let round = 0; round <= kills; round += 1) {
      const launched = await launchWithExtension('chromium', { profile });
      const page = await openExtensionPage(launched, await launched.browser.newPage(), 'options.html');
      await page.evaluate(script);
      const madeNow = await page.evaluate('OffprintKills.madeAt()');
      if (made !== null && madeNow !== made) {
        sum.emptied += 1;
        console.error(`${round}: the database is a new one`);
      }
      made = madeNow;
      const here = (await page.evaluate(`OffprintKills.here(${JSON.stringify(confirmed)})`)) as string[];
      const missing = confirmed.length - here.length;
      sum.lost += missing;
      if (missing > 0) confirmed.length = 0;
      if (round % 4 === 0) console.error(`${round}: ${JSON.stringify(sum)}`);
      const work = round % 2 === 0 ? `saveMany(${round * 10_000})` : `saveOne(${round * 10_000})`;
      // What a killed browser can't answer any more is no failure.
      page.evaluate(`OffprintKills.${work}`).catch(() => undefined);
      await pause(SHORTEST + Math.random() * (LONGEST - SHORTEST));
      const ids = (await Promise.race([page.evaluate('OffprintKills.confirmed()'), pause(100)])) as
        | string[]
        | undefined;
      confirmed.push(...(ids ?? []));
      sum.confirmed += ids?.length ?? 0;
      await killBrowser(launched, profile.folder);
      sum.kills += 1;
      const logs = logsOf(profile.folder);
      for (const [name, size] of torn) if ((logs.get(name)?.length ?? 0) > size) sum.appended += 1;
      torn = new Map();
      if (round % 2 === 1) continue;
      sum.torn += [...logs.values()].filter((log) => !lastRecord(log).isWhole).length;
      torn = tearLogs(profile.folder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
  }
  writeFileSync(outFile, `${JSON.stringify(sum, null, 1)}\n`);
  console.error(`${JSON.stringify(sum)} → ${outFile}`);
}
