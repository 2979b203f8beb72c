import { afterAll, beforeAll, expect, it } from 'vitest';
import { Gallery, type GalleryCase } from './harness/gallery.ts';
import { type Launched, launchWithExtension } from './harness/launch-browser.ts';

/** The narrowest a screen is seen at, and a window of a common size; a popup is never wide. */
const NARROW: Record<string, number> = { popup: 360, panel: 320, library: 380, reader: 380 };
const WIDE: Record<string, number> = { popup: 600, panel: 480 };

let launched: Launched;
let gallery: Gallery;

beforeAll(async () => {
  launched = await launchWithExtension(process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium');
  gallery = await Gallery.start();
});
afterAll(async () => {
  gallery.close();
  await launched.browser.close();
});

it('shows every component in every state, nothing empty, cut off or wider than its window', async () => {
  const page = await launched.browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  const all: GalleryCase[] = await gallery.cases(page);
  expect(all.length).toBeGreaterThan(40);
  for (const [at, one] of all.entries()) {
    const widths = [NARROW[one.screen] ?? 400, WIDE[one.screen] ?? 1280];
    for (const width of widths) {
      const theme = (at + (width > 600 ? 1 : 0)) % 2 === 0 ? 'light' : 'dark';
      await gallery.show(page, one, { theme, width, isLong: width > 600 && at % 3 === 0 });
      const seen = await page.evaluate(() => ({
        text: (document.body.textContent ?? '').trim().length,
        over: document.documentElement.scrollWidth - innerWidth,
      }));
      const where = `${one.screen}/${one.name} at ${width}`;
      if (seen.text < 20) faults.push(`${where} is empty`);
      if (seen.over > 0) faults.push(`${where} is ${seen.over} px too wide`);
      const picture = await page.screenshot();
      // A page of one colour is a few kilobytes.
      if (picture.length < 4_000) faults.push(`${where} is blank`);
    }
  }
  expect(faults).toEqual([]);
  await page.close();
});
