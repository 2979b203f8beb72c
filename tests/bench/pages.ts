import { appendFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/find-browser.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/schema.ts';
import { ExtensionConsole } from '../e2e/harness/extension-console.ts';
import { type Launched, launchWithExtension } from '../e2e/harness/launch-browser.ts';
import { emptyLine, meetPage, type PageLine } from './meet-page.ts';
import { readPageSet, type SavedPage } from './page-set.ts';

/** What one page may take in all before its tab is given up. */
const PAGE_LIMIT_MS = 45_000;
const TABS = 2;

class TooLongError extends Error {
  override name = 'TooLongError';
}

function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new TooLongError(`gave the page up after ${PAGE_LIMIT_MS} ms`)),
      PAGE_LIMIT_MS,
    );
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** One browser with a console; started anew after it broke. */
interface Desk {
  launched: Launched;
  console_: ExtensionConsole;
}

async function openDesk(kind: BrowserKind, allKinds: boolean): Promise<Desk> {
  const launched = await launchWithExtension(kind);
  const console_ = await ExtensionConsole.open(launched);
  if (allKinds) {
    const clutter = Object.fromEntries(Object.keys(DEFAULT_SETTINGS.clutter).map((name) => [name, true]));
    await console_.call('storage.local.set', { settings: { ...DEFAULT_SETTINGS, clutter } });
  }
  return { launched, console_ };
}

/**
 * Runs the extension over a folder of saved pages.
 *
 * @param folder holds `manifest.json`
 * @param out file for the lines, one for every page
 * @param allKinds hides the kinds of clutter, too, that are off from the start
 */
export async function benchPages(
  folder: string,
  out: string,
  kind: BrowserKind,
  allKinds: boolean,
): Promise<void> {
  const queue = readPageSet(folder);
  const total = queue.length;
  let done = 0;
  let failed = 0;
  writeFileSync(out, '');
  let desk = openDesk(kind, allKinds);

  const write = (line: PageLine): void => {
    appendFileSync(out, `${JSON.stringify(line)}\n`);
    done++;
    if (line.error !== null) failed++;
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}, ${failed} with an error `);
  };

  // Opening a tab and finding its id must not overlap with the other worker's.
  let opening: Promise<unknown> = Promise.resolve();
  const openTab = (): Promise<{ page: Page; tabId: number; console_: ExtensionConsole }> => {
    const next = opening.then(async () => {
      if (!(await desk).launched.browser.connected) desk = openDesk(kind, allKinds);
      const { console_ } = await desk;
      return { ...(await console_.newTab()), console_ };
    });
    opening = next.catch(() => null);
    return next;
  };

  const work = async (): Promise<void> => {
    let tab: Awaited<ReturnType<typeof openTab>> | null = null;
    for (let saved: SavedPage | undefined = queue.shift(); saved; saved = queue.shift()) {
      try {
        tab ??= await openTab();
        write(await withLimit(meetPage(tab.console_, tab.page, tab.tabId, saved)));
      } catch (error) {
        write(emptyLine(saved.id, (error as Error).message));
        // Whatever went wrong, the next page gets a fresh tab.
        tab?.page.close().catch(() => null);
        tab = null;
      }
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  await (await desk).launched.browser.close();
  console.error(`${process.stderr.isTTY ? '\n' : ''}${done} pages, ${failed} with an error → ${out}`);
}
