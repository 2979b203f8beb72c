import { writeFileSync } from 'node:fs';
import puppeteer, { type Page } from 'puppeteer-core';
import { requireBrowsers } from '../../scripts/find-browser.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { readPageSet, type SavedPage } from './page-set.ts';
import { serveSavedPage } from './serve-saved-page.ts';
import type { Step } from './speed-in-page.ts';
import { quantile, round } from './statistics.ts';

const ROUNDS = 5;
const LOAD_LIMIT_MS = 15_000;

async function timePage(
  page: Page,
  saved: SavedPage,
  script: string,
): Promise<Record<Step, number[] | string>> {
  const stop = await serveSavedPage(page, saved);
  try {
    await page.goto(saved.url, { waitUntil: 'load', timeout: LOAD_LIMIT_MS });
    const times = await page.evaluate(
      `${script};OffprintSpeed.timeSteps(${JSON.stringify(saved.url)}, ${ROUNDS})`,
    );
    return times as Record<Step, number[] | string>;
  } finally {
    stop();
  }
}

/**
 * Times the product's steps beside Readability and Defuddle, on the same pages in the same run.
 *
 * @param out file for `{pages, ratio, ms, failed}`; milliseconds, each page by the median of its rounds; `ratio` is
 * the median of the per-page ratios, `gate` over `isProbablyReaderable`, the others over `Readability.parse`
 */
export async function benchSpeed(folder: string, out: string): Promise<void> {
  const pages = readPageSet(folder);
  const script = await bundleForPage(new URL('./speed-in-page.ts', import.meta.url), 'OffprintSpeed');
  const browser = await puppeteer.launch({
    executablePath: requireBrowsers(['chromium']).chromium,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  const perPage: Partial<Record<Step, number>>[] = [];
  const failed: { id: string; step: string; error: string }[] = [];
  for (const saved of pages) {
    const page = await browser.newPage();
    try {
      const medians: Partial<Record<Step, number>> = {};
      for (const [step, times] of Object.entries(await timePage(page, saved, script))) {
        if (typeof times === 'string') failed.push({ id: saved.id, step, error: times });
        else medians[step as Step] = quantile(times, 0.5);
      }
      perPage.push(medians);
    } catch (error) {
      failed.push({ id: saved.id, step: 'load', error: (error as Error).message.split('\n')[0] ?? '' });
    }
    await page.close();
    if (process.stderr.isTTY) process.stderr.write(`\r${perPage.length}/${pages.length} `);
  }
  await browser.close();

  const of = (step: Step): number[] => perPage.flatMap((medians) => medians[step] ?? []);
  const ratio = (step: Step, peer: Step): number => {
    const ratios = perPage.flatMap(({ [step]: ours, [peer]: theirs }) =>
      ours === undefined || theirs === undefined || theirs === 0 ? [] : [ours / theirs],
    );
    return round(quantile(ratios, 0.5));
  };
  const summary = (step: Step) => ({
    median: round(quantile(of(step), 0.5)),
    p95: round(quantile(of(step), 0.95)),
  });
  const result = {
    pages: perPage.length,
    ratio: {
      gate: ratio('gate', 'isProbablyReaderable'),
      extract: ratio('extract', 'readability'),
      clutter: ratio('clutter', 'readability'),
      assistant: ratio('assistant', 'readability'),
      defuddle: ratio('defuddle', 'readability'),
    },
    ms: {
      gate: summary('gate'),
      isProbablyReaderable: summary('isProbablyReaderable'),
      extract: summary('extract'),
      readability: summary('readability'),
      defuddle: summary('defuddle'),
      clutter: summary('clutter'),
      quotes: summary('quotes'),
      assistant: summary('assistant'),
    },
    failed,
  };
  writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
  console.error(`${result.pages} pages, ${failed.length} steps failed → ${out}`);
}
