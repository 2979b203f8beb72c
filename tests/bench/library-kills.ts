/**
 * Kills the browser at random moments while the library is being written by two windows, and looks what is left:
 * every confirmed save must be whole, with its tag, its list, its edited title and its note, nothing half there, every
 * count right. Some kills fall into imports, which must go on. After some the database is deleted, as Chromium does that
 * takes it for broken: then all that was confirmed must come back out of the change log.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/find-browser.ts';
import { openExtensionPage } from '../e2e/harness/extension-console.ts';
import { type Launched, launchWithExtension } from '../e2e/harness/launch-browser.ts';
import { openTab } from '../e2e/harness/open-pages.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { endsWithTheBrowser } from './ends-with-browser.ts';
import { killBrowser, pause } from './kill-browser.ts';
import type { Confirmed } from './library-kill-in-page.ts';
import { loseDatabase } from './lose-database.ts';

/** How long the library is written before the kill, in ms: from nothing to this. */
const LONGEST = 3000;

/** One in so many kills falls into the beginning of an import. */
const IMPORT_EVERY = 4;

/** After one in so many kills the database is lost. */
const LOSE_EVERY = 6;

/** Addresses of one import: more than are brought before the kill. */
const IMPORTED = 800;

/** How long imports, and what comes out of the change log, may take at the end, in ms. */
const PATIENCE = 120_000;

export interface KillSum {
  browser: BrowserKind;
  kills: number;
  importsKilled: number;
  /** Times we deleted the database after the kill. */
  lost: number;
  /** Times the browser itself took its database for broken and deleted it whole: Chromium does, and says so in its log. */
  emptied: number;
  /** Saves confirmed before that which did not come back out of the change log. */
  notPutBack: number;
  confirmed: number;
  articles: number;
  problems: string[];
}

/**
 * A window that saves one article after the other.
 *
 * @param confirmed gets what it was told is saved
 * @param noted gets those of it whose note was confirmed as well
 * @param unlogged gets those of it that the change log may not have yet
 */
async function saveOn(
  page: Page,
  from: number,
  confirmed: string[],
  noted: string[],
  unlogged: Set<string>,
): Promise<void> {
  await page.evaluate('OffprintKills.createSaveList()');
  for (let index = from; ; index += 2) {
    const saved = (await page.evaluate(`OffprintKills.saveTimed(${index})`)) as Confirmed<string>;
    if (!saved.isLogged) unlogged.add(saved.answer);
    confirmed.push(saved.answer);
    const note = (await page.evaluate(`OffprintKills.noteTimed('${saved.answer}')`)) as Confirmed<void>;
    if (note.isLogged) noted.push(saved.answer);
  }
}

interface ImportNow {
  name: string;
  state: string;
  here: number;
}

/** Waits until something is so on a page, or has taken too long: then it is told by what is found. */
async function until(page: Page, expression: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while ((await page.evaluate(expression)) !== true && Date.now() < deadline) await pause(250);
}

/**
 * @param kills how many
 * @param say is told how far it is
 */
export async function killLibrary(
  kind: BrowserKind,
  kills: number,
  say: (line: string) => void,
): Promise<KillSum> {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-kills-'));
  const profile = { folder: path.join(folder, 'profile'), build: path.join(folder, 'build') };
  const script = await bundleForPage(new URL('./library-kill-in-page.ts', import.meta.url), 'OffprintKills');
  const confirmed: string[] = [];
  const noted: string[] = [];
  /** Articles, and imports by name, that a machine was too slow to have in the change log when they were confirmed. */
  const unlogged = new Set<string>();
  const sum: KillSum = {
    browser: kind,
    kills: 0,
    importsKilled: 0,
    lost: 0,
    emptied: 0,
    notPutBack: 0,
    confirmed: 0,
    articles: 0,
    problems: [],
  };
  const open = async (launched: Launched): Promise<Page> => {
    const page = await openExtensionPage(launched, await openTab(launched), 'options.html');
    await page.evaluate(script);
    return page;
  };
  const imports = new Set<string>();
  let isLost = false;
  let made: unknown = null;
  let index = 0;
  const onProblem = (problem: string): void => {
    sum.problems.push(`in round ${sum.kills}: ${problem}`);
  };
  try {
    for (let round = 0; round <= kills; round += 1) {
      const launched = await launchWithExtension(kind, { profile });
      const page = await open(launched);
      const madeNow = await page.evaluate('OffprintKills.madeAt()');
      if (made !== null && madeNow !== made) {
        if (isLost) sum.lost += 1;
        else sum.emptied += 1;
        if (confirmed.length + imports.size > 0) await until(page, 'OffprintKills.isRestored()');
        const here = (await page.evaluate(`OffprintKills.here(${JSON.stringify(confirmed)})`)) as string[];
        const missing = confirmed.filter((id) => !here.includes(id) && !unlogged.has(id)).length;
        if (missing > 0) sum.problems.push(`after kill ${round}: ${missing} confirmed saves not put back`);
        sum.notPutBack += missing;
        sum.confirmed += confirmed.length - here.length;
        confirmed.splice(0, confirmed.length, ...here);
        for (const name of unlogged) imports.delete(name);
      }
      made = madeNow;
      const found = (await page.evaluate(
        `OffprintKills.inspect(${JSON.stringify(confirmed)}, ${JSON.stringify(noted)})`,
      )) as {
        articles: number;
        problems: string[];
      };
      sum.problems.push(...found.problems.map((problem) => `after kill ${round}: ${problem}`));
      sum.articles = found.articles;
      say(
        `${kind} ${round}: ${found.articles} articles, ${confirmed.length} confirmed, ${sum.problems.length} problems`,
      );
      if (round === kills) {
        await until(
          page,
          `OffprintKills.importsNow().then((all) => all.every(({ state }) => state === 'done'))`,
        );
        const left = (await page.evaluate('OffprintKills.importsNow()')) as ImportNow[];
        for (const { name, state, here } of left.filter(({ name }) => imports.has(name))) {
          imports.delete(name);
          if (state !== 'done' || here !== IMPORTED)
            sum.problems.push(`${name} is ${state} with ${here} addresses`);
        }
        for (const name of imports) sum.problems.push(`${name} is gone`);
        await launched.browser.close();
        break;
      }
      const other = await open(launched);
      endsWithTheBrowser(saveOn(page, index, confirmed, noted, unlogged), launched.browser, onProblem);
      endsWithTheBrowser(saveOn(other, index + 1, confirmed, noted, unlogged), launched.browser, onProblem);
      endsWithTheBrowser(
        other.evaluate('OffprintKills.createSaveList().then(OffprintKills.stir)'),
        launched.browser,
        onProblem,
      );
      if (round % IMPORT_EVERY === 1) {
        // Begun for sure; how far it comes is left to chance.
        const name = `import${round}`;
        const begun = await page.evaluate(`OffprintKills.beginImport('${name}', ${IMPORTED})`);
        if (!(begun as Confirmed<unknown>).isLogged) unlogged.add(name);
        imports.add(name);
        sum.importsKilled += 1;
      }
      index += 10_000;
      // A busy machine may not have written anything by the kill, time and again: as many saves as kills are for sure.
      await waitFor('a save to be confirmed', () => sum.confirmed + confirmed.length > round);
      await pause(Math.random() * LONGEST);
      await killBrowser(launched, profile.folder);
      sum.kills += 1;
      isLost = round % LOSE_EVERY === 1;
      if (isLost) loseDatabase(profile.folder);
    }
  } finally {
    sum.confirmed += confirmed.length;
    if (sum.confirmed < sum.kills)
      sum.problems.push(`only ${sum.confirmed} saves were confirmed: the kills fell into nothing`);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
  }
  return sum;
}

/**
 * The same from the command line, with its sum in a file.
 *
 * @returns how the command ends: 1 where there was a problem
 */
export async function benchKills(kind: BrowserKind, kills: number, outFile: string): Promise<number> {
  const sum = await killLibrary(kind, kills, console.error);
  writeFileSync(outFile, `${JSON.stringify(sum, null, 1)}\n`);
  console.error(
    `${sum.kills} kills, ${sum.confirmed} confirmed saves, ${sum.lost} times deleted by us, ${sum.emptied} by the browser (${sum.notPutBack} saves not put back), ${sum.problems.length} problems → ${outFile}`,
  );
  return sum.problems.length === 0 ? 0 : 1;
}
