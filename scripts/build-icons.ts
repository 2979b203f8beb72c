/**
 * Renders the product's icon at the sizes that browsers need, from its two SVG drawings: 16 and 32 px have a separate
 * drawing, aligned to the pixel grid. Run with `npx node scripts/build-icons.ts` after changing one.
 */
import { readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

const FOLDER = new URL('../public/icon/', import.meta.url);
const SIZES: readonly (readonly [pixels: number, drawing: string])[] = [
  [16, 'offprint-small.svg'],
  [32, 'offprint-small.svg'],
  [48, 'offprint.svg'],
  [128, 'offprint.svg'],
];

const browser = await puppeteer.launch({
  browser: 'chrome',
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  headless: true,
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const [pixels, drawing] of SIZES) {
    const svg = await readFile(new URL(drawing, FOLDER), 'utf8');
    await page.setViewport({ width: pixels, height: pixels });
    await page.setContent(
      `<style>html,body{margin:0;background:none}svg{display:block;width:${pixels}px;height:${pixels}px}</style>${svg}`,
    );
    const png = await page.screenshot({ type: 'png', omitBackground: true });
    await writeFile(new URL(`${pixels}.png`, FOLDER), png);
    console.log(`${pixels}.png  ${png.length} bytes  from ${drawing}`);
  }
} finally {
  await browser.close();
}
