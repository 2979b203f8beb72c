import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVENING_LANTERN, PORT_REGISTER, SOUND_GAZETTE } from '../fixtures/same-words.ts';
import { COURIER } from '../fixtures/sites.ts';
import type { Screen } from './harness/screen.ts';
import { Session } from './harness/session.ts';

declare const axe: { run(options: object): Promise<AxeResults> };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** An article on something else, and two papers on one grounding: a word is rare only in a library that lacks it. */
const ADDRESSES = [
  `${COURIER}/harbour/breakwater-vote`,
  `${EVENING_LANTERN}/2026/ferry-aurelia-on-kettle-reef`,
  `${SOUND_GAZETTE}/2026/aurelia-passengers-taken-off`,
];
const LANTERN = /Ferry Aurelia runs aground on Kettle Reef/;
const GAZETTE = /Aurelia ferry aground on Kettle Reef/;
const REGISTER = /inquiry into fog and radar/;

let session: Session;
let library: Screen;

async function faults(screen: Screen): Promise<string[]> {
  await screen.page.evaluate(AXE);
  return screen.page.evaluate(async (rules) => {
    const { violations } = await axe.run({ runOnly: rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`);
  }, RULES);
}

/**
 * Opens an article in a frame of one of our pages and reads the position of its first paragraph after each paint, from
 * the first one until the line about the story is complete.
 *
 * @returns the distances in px, each once
 */
function readParagraphTops(page: Page, href: string, width: number): Promise<number[]> {
  return page.evaluate(
    async (url, frameWidth) => {
      const frame = document.createElement('iframe');
      frame.style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${frameWidth}px; height: 900px`;
      frame.src = url;
      document.body.append(frame);
      const tops = new Set<number>();
      const end = performance.now() + 10_000;
      for (let left = 10; left > 0 && performance.now() < end; ) {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const shown = frame.contentDocument;
        const top = shown?.querySelector('.reader__body p')?.getBoundingClientRect().top;
        if (top !== undefined) tops.add(top);
        if (/quotes? (is|are) new/.test(shown?.querySelector('.reader__head')?.textContent ?? '')) left -= 1;
      }
      frame.remove();
      return [...tops];
    },
    href,
    width,
  );
}

beforeAll(async () => {
  session = await Session.borrow();
  for (const address of ADDRESSES) {
    const tab = await session.visit(address);
    await session.report(tab);
    await session.save(tab);
  }
});
afterAll(() => session.close());

it('groups what two papers report, tells so on the page of a third, and marks what is new there', async () => {
  library = await session.screen('library.html');
  await library.click('link', /^Stories/);
  await library.shows(/1 story.*2 articles/s);
  const tab = await session.visit(`${PORT_REGISTER}/2026/inquiry-into-the-grounding`);
  await session.report(tab);
  const popup = await session.popup(tab);
  const text = await popup.shows(/On this story: 2 saved articles/);
  expect(text).toMatch(LANTERN);
  expect(text).toMatch(/1 of 2 quotes is new/);
  expect(text).toMatch(/Ivo Hallgrim.*New/);
  await popup.page.close();
  await session.save(tab);
});

it('shows who said what in which paper', async () => {
  await library.page.bringToFront();
  await library.shows(/3 articles/);
  await library.click('link', /Aurelia/);
  const text = await library.shows('Who said what');
  for (const title of [LANTERN, GAZETTE, REGISTER]) expect(text).toMatch(title);
  expect(text).toMatch(/3 sources/);
  expect(await faults(library)).toEqual([]);
  await library.click('button', /^Edda Marwick/);
  await library.shows(/Also in 1 article/);
  expect(await faults(library)).toEqual([]);
});

it('takes an article out of the story, and back by Undo', async () => {
  await library.click('button', /^More options for “Aurelia ferry/);
  await library.click('button', /^Not this story$/);
  await library.shows('1 article removed from the story');
  await library.shows(/2 articles\W*2 sources/);
  await library.click('button', /^Undo$/);
  await library.shows(/3 articles\W*3 sources/);
});

it('shows the line about the story in the reader without moving the text', async () => {
  const { page } = library;
  await page.bringToFront();
  await library.find('link', REGISTER);
  const href = await page.$$eval(
    'a[href*="reader.html?id="]',
    (links) => links.find((link) => link.textContent.includes('inquiry'))?.getAttribute('href') ?? '',
  );
  for (const width of [360, 1000]) expect(await readParagraphTops(page, href, width)).toHaveLength(1);
});

it('leads from the story to an article, whose reader names the story, and back', async () => {
  await library.click('link', GAZETTE);
  await library.find('link', /^On this story: 2 saved articles$/);
  expect(await faults(library)).toEqual([]);
  await library.page.$eval('.reader__head a[href*="#stories/"]', (link) => (link as HTMLElement).focus());
  await library.press('Enter');
  await library.shows(/3 articles\W*3 sources/);
});
