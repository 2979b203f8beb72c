/** Makes screenshots of the real screens, for the pictures of the stores and the site. */
import type { Page } from 'puppeteer-core';
import type { Screen } from '../../tests/e2e/harness/screen.ts';
import type { Tab } from '../../tests/e2e/harness/session.ts';
import type { Look } from './compose.ts';

/** Sizes in CSS px. */
export const SCREEN = { width: 1280, height: 800 };
export const POPUP = { width: 420, height: 600 };
export const PANEL_WIDTH = 400;
/** A screen at the size of a phone. */
export const PHONE = { width: 420, height: 640 };
/** A passage of the article, from the paragraph with these words on: a form follows it. */
export const PASSAGE = { width: 600, height: 660, from: 'We have spent more than a decade' };

export interface Screens {
  /** The article, cleared. */
  tab: Tab;
  /** The same with all clutter restored. */
  uncleared: Tab;
  popup: Screen;
  panel: Screen;
  library: Screen;
  reader: Screen;
}

/** Data URLs. */
export interface Shots {
  page: string;
  beside: string;
  /** A passage of the article, before and after it was cleared. */
  before: string;
  after: string;
  pop: string;
  side: string;
  sidePhone: string;
  read: string;
  readNarrow: string;
  readPhone: string;
  list: string;
  listPhone: string;
}

async function shoot(
  page: Page,
  look: Look,
  density: number,
  width: number,
  height: number,
): Promise<string> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look }]);
  await page.setViewport({ width, height, deviceScaleFactor: density });
  await page.bringToFront();
  // Layout and colour transitions need some frames to finish.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  return `data:image/png;base64,${Buffer.from(await page.screenshot({ type: 'png' })).toString('base64')}`;
}

async function shootPassage(page: Page, look: Look, density: number): Promise<string> {
  const { width, height, from } = PASSAGE;
  await page.setViewport({ width, height, deviceScaleFactor: density });
  await page.evaluate((words) => {
    const start = [...document.querySelectorAll('p')].find(({ textContent }) => textContent.includes(words));
    scrollTo(0, (start?.getBoundingClientRect().top ?? 0) + scrollY - 12);
  }, from);
  const picture = await shoot(page, look, density, width, height);
  await page.evaluate(() => scrollTo(0, 0));
  return picture;
}

/**
 * Makes the screenshots.
 *
 * @param density device px per CSS px
 */
export async function shootScreens(screens: Screens, look: Look, density = 1): Promise<Shots> {
  const { tab, uncleared, popup, panel, library, reader } = screens;
  const { width, height } = SCREEN;
  const at = (of: { page: Page }, wide: number, high: number) => shoot(of.page, look, density, wide, high);
  return {
    page: await at(tab, width, height),
    beside: await at(tab, width - PANEL_WIDTH, height),
    before: await shootPassage(uncleared.page, look, density),
    after: await shootPassage(tab.page, look, density),
    pop: await at(popup, POPUP.width, POPUP.height),
    side: await at(panel, PANEL_WIDTH, height),
    sidePhone: await at(panel, PHONE.width, PHONE.height),
    read: await at(reader, width, height),
    readNarrow: await at(reader, 640, 596),
    readPhone: await at(reader, PHONE.width, PHONE.height),
    list: await at(library, width, height),
    listPhone: await at(library, PHONE.width, PHONE.height),
  };
}
