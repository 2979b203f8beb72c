import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Gallery } from '../gallery/gallery.ts';
import { launchBare } from './harness/launch-bare.ts';
import { openTab } from './harness/open-pages.ts';

const THEMES = ['light', 'dark'] as const;
/** Where the pictures lie afterwards, for whoever wants to look. */
const FOLDER = path.resolve('.output/gallery');

const kind = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';
let browser: Browser;
let gallery: Gallery;

beforeAll(async () => {
  gallery = await Gallery.start();
  // Without the extension: the components know nothing of it.
  browser = await launchBare(kind);
});
afterAll(async () => {
  gallery?.close();
  await browser?.close();
});

it('draws every component in every state, large enough to be read and hit, in light and dark', async () => {
  const page = await openTab({ kind, browser });
  expect(await gallery.showAll(page)).toEqual([]);
  mkdirSync(FOLDER, { recursive: true });
  const pictures = new Set<string>();
  for (const theme of THEMES) {
    await gallery.changeTheme(page, theme);
    const picture = await page.screenshot({
      fullPage: true,
      encoding: 'base64',
      // Sixteen million pixels: packing them well takes longer than drawing them.
      ...(kind === 'chromium' && { optimizeForSpeed: true }),
    });
    writeFileSync(path.join(FOLDER, `${kind}-${theme}.png`), Buffer.from(picture, 'base64'));
    pictures.add(picture);
  }
  // A theme that changes nothing is none.
  expect(pictures.size).toBe(THEMES.length);
});

// Firefox can't make a select as narrow as the word that is chosen (`field-sizing`): the name of a long list ends in “…”
// beside it there.
if (kind === 'chromium') {
  it('cuts off none of its words where they are 40 % longer and windows as narrow as they get', async () => {
    const page = await openTab({ kind, browser });
    for (const dir of ['ltr', 'rtl'] as const) expect(await gallery.showLong(page, true, dir)).toEqual([]);
  });
}
