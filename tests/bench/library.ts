import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { openExtensionPage } from '../e2e/harness/extension-console.ts';
import { type Launched, launchWithExtension } from '../e2e/harness/launch-browser.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { quantile, round } from './statistics.ts';

const SAVES = 200;
const OPENS = 20;
const QUERIES = 40;
const FIRST_SEARCHES = 5;
const TAGGED = 1000;
/** Articles of the story that is opened. */
const STORY_ARTICLES = 50;
/** Work asked for in one call: a slow machine must not run into the limit of one answer. */
const FILL_STEP = 100;
const FILL_STEP_AT_ONCE = 400;

/** Articles the library is filled with by saving; further ones are put in as out of a backup. */
const SAVED_ONE_BY_ONE = 2000;
const SAVE_STEP = 20;
const SHOWN_LIMIT_MS = 20_000;

/** How long the background may take over the change log of what was just filled in. */
const SETTLE_LIMIT_MS = 120_000;
/** How often long work is asked whether it is done. */
const LOOK_MS = 250;

/** What a row of the library page and a paragraph of the reader are found by. */
const ROW = 'li.item';
const PARAGRAPH = '.reader__body p';

/** A page of the extension with nothing in it: what any page costs on this machine. */
const EMPTY = 'bench-empty.html';
const EMPTY_PAGE = '<!doctype html><html lang="en"><title>Empty</title><p>Empty';

/** Asks the library inside a page of the extension. */
async function call<T>(page: Page, expression: string): Promise<T> {
  return (await page.evaluate(`OffprintLibrary.${expression}`)) as T;
}

/** The same for work that may take longer than the protocol waits for one answer. */
async function callLong(page: Page, expression: string): Promise<number> {
  await page.evaluate(
    `globalThis.longAnswer = undefined; OffprintLibrary.${expression}.then(
      (value) => { globalThis.longAnswer = { value }; },
      (error) => { globalThis.longAnswer = { error: String(error) }; },
    ); 0`,
  );
  for (;;) {
    const answer = (await page.evaluate('globalThis.longAnswer ?? null')) as {
      value?: number;
      error?: string;
    } | null;
    if (answer?.value !== undefined) return answer.value;
    if (answer?.error !== undefined) throw new Error(answer.error);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/**
 * Opens a page of the extension in a fresh tab and times, from the start of its navigation, when the first
 * element is there and painted.
 */
async function timeShown(launched: Launched, path: string, selector: string): Promise<number> {
  const page = await launched.browser.newPage();
  try {
    await page.evaluateOnNewDocument((wanted: string) => {
      const shown = globalThis as { shownAt?: number };
      const look = (): void => {
        if (shown.shownAt !== undefined || document.querySelector(wanted) === null) return;
        shown.shownAt = 0;
        // After the frame that paints it.
        requestAnimationFrame(() => setTimeout(() => (shown.shownAt = performance.now())));
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    }, selector);
    await page.goto(`${launched.extensionUrl}/${path}`);
    const shownAt = await page.waitForFunction(() => (globalThis as { shownAt?: number }).shownAt || false, {
      timeout: SHOWN_LIMIT_MS,
    });
    return (await shownAt.jsonValue()) as number;
  } finally {
    await page.close();
  }
}

/** Memory of a page in MB: JavaScript heap, the browser's objects behind it, and buffers. */
async function memoryOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  // The protocol's types lag behind what Chromium answers.
  const usage: Partial<Record<string, number>> = { ...(await session.send('Runtime.getHeapUsage')) };
  await session.detach();
  const bytes = (usage.usedSize ?? 0) + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  return bytes / 2 ** 20;
}

/** Frames that are scrolled through, and px a frame: a reader in a hurry. */
const SCROLL_FRAMES = 600;
const SCROLL_STEP = 90;

/** Articles that make a list long enough to be scrolled through. */
const SCROLL_FROM = 1000;

/** Of so many frames, those that came late: longer than one and a half frames of a screen of 60 a second. */
interface Frames {
  frames: number;
  late: number;
  longestMs: number;
}

/** Scrolls a page at an even pace and watches its frames. */
async function watchFrames(page: Page): Promise<Frames> {
  const gaps = await page.evaluate(
    (frames, step) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const next = (now: number): void => {
          times.push(now);
          window.scrollBy({ top: step, behavior: 'instant' });
          if (times.length <= frames) requestAnimationFrame(next);
          else resolve(times.slice(1).map((time, i) => time - (times[i] ?? time)));
        };
        requestAnimationFrame(next);
      }),
    SCROLL_FRAMES,
    SCROLL_STEP,
  );
  return {
    frames: gaps.length,
    late: gaps.filter((gap) => gap > 25).length,
    longestMs: round(Math.max(...gaps)),
  };
}

/** Scrolls the library, and an empty page for comparison: what the machine itself loses. */
async function timeScroll(launched: Launched): Promise<{ library: Frames; empty: Frames }> {
  const page = await launched.browser.newPage();
  try {
    await page.goto(`${launched.extensionUrl}/${EMPTY}`);
    const empty = await watchFrames(page);
    await page.goto(`${launched.extensionUrl}/library.html`);
    await page.waitForSelector(ROW);
    // All ids are there a little after the first rows.
    await page.waitForFunction(() => document.documentElement.scrollHeight > 20_000, {
      timeout: SHOWN_LIMIT_MS,
    });
    return { library: await watchFrames(page), empty };
  } finally {
    await page.close();
  }
}

interface Spread {
  median: number;
  p95: number;
}

function spread(times: readonly number[]): Spread {
  return { median: round(quantile(times, 0.5)), p95: round(quantile(times, 0.95)) };
}

/** Runs a measurement; what fails is written down and the others still run. */
async function attempt<T>(errors: string[], what: string, work: () => Promise<T>): Promise<T | null> {
  try {
    const figure = await work();
    // Long before the end at many articles, and all there is where somebody stops it.
    console.error(`${what}: ${JSON.stringify(figure) ?? 'done'}`.slice(0, 200));
    return figure;
  } catch (error) {
    errors.push(`${what}: ${(error as Error).message.split('\n')[0]}`);
    return null;
  }
}

async function times(count: number, work: (index: number) => Promise<number>): Promise<Spread> {
  const all: number[] = [];
  for (let i = 0; i < count; i += 1) all.push(await work(i));
  return spread(all);
}

/** Calls for a range piece by piece and puts the answers together. */
async function inSteps<T>(
  from: number,
  to: number,
  step: number,
  ask: (from: number, to: number) => Promise<T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let at = from; at < to; at += step) all.push(...(await ask(at, Math.min(to, at + step))));
  return all;
}

async function fillLibrary(page: Page, there: number, articles: number): Promise<void> {
  for (let from = there; from < articles; ) {
    const step = from < SAVED_ONE_BY_ONE ? FILL_STEP : FILL_STEP_AT_ONCE;
    const to = Math.min(articles, from + step);
    await call(page, `${from < SAVED_ONE_BY_ONE ? 'fill' : 'fillAtOnce'}(${from}, ${to})`);
    from = to;
    if (process.stderr.isTTY) process.stderr.write(`\r${from}/${articles} `);
  }
}

async function measure(launched: Launched, articles: number, script: string) {
  const errors: string[] = [];
  const openWithScript = async (): Promise<Page> => {
    const page = await openExtensionPage(launched, await launched.browser.newPage(), 'library.html');
    await page.evaluate(script);
    return page;
  };
  const page = await openExtensionPage(launched, await launched.browser.newPage(), 'options.html');
  await page.evaluate(script);
  const there = await call<number>(page, 'countStored()');
  await attempt(errors, 'fill', () => fillLibrary(page, there, articles));
  const stored = await attempt(errors, 'stored', () => call<number>(page, 'countStored()'));
  const settled = await attempt(errors, 'settled', () => callLong(page, `settle(${SETTLE_LIMIT_MS})`));
  const save = await attempt(errors, 'save', async () =>
    spread(
      await inSteps(Math.max(there, articles), Math.max(there, articles) + SAVES, SAVE_STEP, (from, to) =>
        call<number[]>(page, `timeSaves(${from}, ${to - from})`),
      ),
    ),
  );
  await attempt(errors, 'settled after saves', () => callLong(page, `settle(${SETTLE_LIMIT_MS})`));
  const list = await attempt(errors, 'list', () =>
    times(OPENS, () => timeShown(launched, 'library.html', ROW)),
  );
  const empty = await attempt(errors, 'empty', () => times(OPENS, () => timeShown(launched, EMPTY, 'p')));
  const scroll = articles < SCROLL_FROM ? null : await attempt(errors, 'scroll', () => timeScroll(launched));
  const firstSearch = await attempt(errors, 'firstSearch', () =>
    times(FIRST_SEARCHES, async () => {
      const fresh = await openWithScript();
      const first = await call<number>(fresh, 'timeFirstSearch()');
      await fresh.close();
      return first;
    }),
  );
  const reading = await openWithScript();
  const searches = await attempt(errors, 'search', () =>
    inSteps(0, QUERIES, 1, async (from) => [
      await call<{ times: number[]; found: number }>(reading, `timeSearch(${from})`),
    ]),
  );
  const memory = await attempt(errors, 'memoryMB', () => memoryOf(reading));
  await reading.close();
  const open = await attempt(errors, 'open', async () => {
    const ids = await call<string[]>(page, `pickIds(${OPENS})`);
    return times(OPENS, (i) => timeShown(launched, `reader.html?id=${ids[i]}`, PARAGRAPH));
  });
  const story = await attempt(errors, 'story', async () => {
    await call(page, `makeStory(${STORY_ARTICLES})`);
    return times(OPENS, () => call<number>(page, 'timeStory()'));
  });
  const storyMark = await attempt(errors, 'storyMark', async () =>
    spread(await call<number[]>(page, `timeStoryMarks(${SAVES})`)),
  );
  const bulkTag = await attempt(errors, 'bulkTag', () => call<number>(page, `timeBulkTag(${TAGGED})`));
  const backup = await attempt(errors, 'backup', () => callLong(page, 'timeBackup()'));
  const backupBytes = await attempt(errors, 'backupBytes', () => call<number>(page, 'backupBytes()'));
  const restore = await attempt(errors, 'restore', () => callLong(page, 'timeRestore()'));
  const bytes = await attempt(errors, 'bytes', () => call<number>(page, 'usedBytes()'));
  return {
    articles,
    stored,
    settledMs: settled === null ? null : round(settled),
    save,
    list,
    empty,
    scroll,
    search: searches === null ? null : spread(searches.flatMap(({ times }) => times)),
    firstSearch,
    open,
    story,
    storyMark,
    bulkTag: bulkTag === null ? null : round(bulkTag),
    backup: backup === null ? null : round(backup),
    restore: restore === null ? null : round(restore),
    backupBytes,
    memoryMB: memory === null ? null : round(memory),
    bytes,
    found: searches?.reduce((sum, { found }) => sum + found, 0) ?? null,
    errors,
  };
}

/** The build is copied anew: to where it was, as the extension is named after its place. */
function keptProfile(folder: string): { folder: string; build: string } {
  const kept = path.resolve(folder);
  const build = `${kept}-build`;
  rmSync(build, { recursive: true, force: true });
  // The browser would go on with the background it knows, whatever the build is now.
  rmSync(path.join(kept, 'Default/Service Worker'), { recursive: true, force: true });
  return { folder: kept, build };
}

/**
 * Measures the built extension's library in Chromium, on its real database.
 *
 * @param articles how many generated articles it holds before anything is timed
 * @param outFile gets the figures: milliseconds, MB, bytes; null for what could not be measured, `errors` says why
 * @param kept folder of a profile that stays, with its library: the next run need not fill it; none by default
 */
export async function benchLibrary(articles: number, outFile: string, kept?: string): Promise<void> {
  if (!Number.isInteger(articles) || articles < 1) throw new RangeError('how many articles?');
  const script = await bundleForPage(new URL('./library-in-page.ts', import.meta.url), 'OffprintLibrary');
  const launched = await launchWithExtension('chromium', {
    width: 1200,
    height: 800,
    extraFiles: { [EMPTY]: EMPTY_PAGE },
    ...(kept === undefined ? {} : { profile: keptProfile(kept) }),
  });
  try {
    const result = await measure(launched, articles, script);
    writeFileSync(outFile, `${JSON.stringify(result, null, 1)}\n`);
    console.error(`${articles} articles, ${result.errors.length} figures missing → ${outFile}`);
  } finally {
    await launched.browser.close();
  }
}
