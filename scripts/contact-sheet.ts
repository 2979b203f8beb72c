/**
 * `npm run contact-sheet -- <folder> [--browser firefox] [--screen popup] [--long]`: makes screenshots of every screen
 * in every state, light and dark, narrow and wide, left to right and right to left, and contact sheets with two states
 * each; with `--long` in the pseudo-locale, and with a list of clipped texts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { launchWithExtension } from '../tests/e2e/harness/launch-browser.ts';
import { findClippedWords } from '../tests/gallery/clipped-words.ts';
import { Gallery, type GalleryCase, type GalleryLook } from '../tests/gallery/gallery.ts';

const WIDTHS: Record<string, readonly [narrow: number, wide: number]> = {
  popup: [360, 600],
  panel: [320, 480],
};
const DEFAULT_WIDTHS = [360, 1280] as const;
/** Screens that are longer than any window, so that full-page screenshots are needed. */
const FULL_PAGE_SCREENS = new Set(['options', 'welcome']);
/** Scale of the screenshots on a sheet, and their number: enough for two states. */
const SCALE = 0.42;
const PER_SHEET = 12;

function galleryLooks(screen: string): [string, GalleryLook][] {
  const [narrow, wide] = WIDTHS[screen] ?? DEFAULT_WIDTHS;
  if (values.long)
    return [
      ['long narrow', { theme: 'light', width: narrow, isLong: true }],
      ['long wide', { theme: 'light', width: wide, isLong: true }],
      ['long narrow right to left', { theme: 'light', width: narrow, dir: 'rtl', isLong: true }],
    ];
  return [
    ['narrow light', { theme: 'light', width: narrow }],
    ['narrow dark', { theme: 'dark', width: narrow }],
    ['wide light', { theme: 'light', width: wide }],
    ['wide dark', { theme: 'dark', width: wide }],
    ['narrow right to left', { theme: 'light', width: narrow, dir: 'rtl' }],
    ['wide right to left, long', { theme: 'dark', width: wide, dir: 'rtl', isLong: true }],
  ];
}

async function writeSheet(page: Page, file: string, pictures: readonly [name: string, file: string][]) {
  const figures = pictures.map(
    ([name, source]) =>
      `<figure><img style="zoom:${SCALE}" src="data:image/png;base64,${readFileSync(source).toString('base64')}"><figcaption>${name}</figcaption></figure>`,
  );
  await page.setViewport({ width: 2300, height: 800 });
  await page.setContent(
    `<style>body{margin:20px;display:flex;flex-wrap:wrap;align-items:start;gap:16px;font:12px sans-serif;background:#ccc}figure{margin:0}img{display:block}</style>${figures.join('')}`,
  );
  await page.screenshot({ path: file, fullPage: true });
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    screen: { type: 'string' },
    long: { type: 'boolean' },
  },
});
const [folder] = positionals;
if (folder === undefined || (values.browser !== 'chromium' && values.browser !== 'firefox')) {
  console.error(
    'usage: npm run contact-sheet -- <folder> [--browser chromium|firefox] [--screen <name>] [--long]',
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const launched = await launchWithExtension(values.browser);
const gallery = await Gallery.start();
let clipped = 0;
try {
  const page = await launched.browser.newPage();
  const cases: GalleryCase[] = (await gallery.cases(page)).filter(
    ({ screen }) => values.screen === undefined || screen === values.screen,
  );
  for (const screen of new Set(cases.map((one) => one.screen))) {
    const pictures: [string, string][] = [];
    for (const one of cases.filter((candidate) => candidate.screen === screen)) {
      for (const [name, look] of galleryLooks(screen)) {
        await gallery.show(page, one, look);
        for (const words of look.isLong ? await page.evaluate(findClippedWords) : []) {
          clipped += 1;
          console.log(`${screen} ${one.name}, ${name}: ${words}`);
        }
        const file = path.join(folder, `${screen}-${one.name}-${name.replace(/\W+/g, '-')}.png`);
        writeFileSync(file, await page.screenshot({ fullPage: FULL_PAGE_SCREENS.has(screen) }));
        pictures.push([`${one.name}, ${name}`, file]);
      }
    }
    for (let from = 0; from < pictures.length; from += PER_SHEET) {
      const file = path.join(folder, `sheet-${screen}-${from / PER_SHEET + 1}.png`);
      await writeSheet(page, file, pictures.slice(from, from + PER_SHEET));
    }
    console.log(`${screen}: ${pictures.length} pictures`);
  }
  if (values.long) console.log(`clipped words: ${clipped}`);
  process.exitCode = clipped > 0 ? 1 : 0;
} finally {
  gallery.close();
  await launched.browser.close();
}
