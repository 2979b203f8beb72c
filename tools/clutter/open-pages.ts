import puppeteer, { type Page } from 'puppeteer-core';
import { requireBrowsers } from '../../scripts/find-browser.ts';
import { bundleForPage } from '../../tests/bench/bundle-for-page.ts';
import type { SavedPage } from '../../tests/bench/page-set.ts';
import { serveSavedPage } from '../../tests/bench/serve-saved-page.ts';

const LOAD_LIMIT_MS = 5_000;
const TABS = 2;

/**
 * Opens saved pages one after the other in Chromium, without the extension, and evaluates an expression in each.
 *
 * @param expression uses the exports of `clutter-in-page.ts`, as `Lab.…`
 * @returns the results by page id; null if a page could not be read
 */
export async function askPages<Answer>(
  pages: readonly SavedPage[],
  expression: (saved: SavedPage) => string,
  source = './clutter-in-page.ts',
): Promise<Map<string, Answer | null>> {
  const script = await bundleForPage(new URL(source, import.meta.url), 'Lab');
  const browser = await puppeteer.launch({
    executablePath: requireBrowsers(['chromium']).chromium,
    headless: true,
    defaultViewport: { width: 1200, height: 800 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  const answers = new Map<string, Answer | null>();
  const queue = [...pages];
  const ask = async (page: Page, saved: SavedPage): Promise<Answer | null> => {
    const stop = await serveSavedPage(page, { ...saved, scripts: false });
    try {
      // A page may be readable without ever finishing to load.
      await page.goto(saved.url, { waitUntil: 'load', timeout: LOAD_LIMIT_MS }).catch(() => null);
      return (await page.evaluate(`${script};${expression(saved)}`)) as Answer;
    } catch (error) {
      console.error(`${saved.id}: ${(error as Error).message.split('\n')[0]}`);
      return null;
    } finally {
      stop();
    }
  };
  const work = async (): Promise<void> => {
    const page = await browser.newPage();
    for (let saved = queue.shift(); saved; saved = queue.shift())
      answers.set(saved.id, await ask(page, saved));
  };
  await Promise.all(Array.from({ length: TABS }, work));
  await browser.close();
  return answers;
}
