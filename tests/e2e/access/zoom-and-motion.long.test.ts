import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { waitForFrames } from '../harness/drawn-frames.ts';
import type { Screen } from '../harness/screen.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const STORY = `${COURIER}/harbour/breakwater-vote`;
/** A window of 1280 × 1024 px at 400 %, in CSS px (WCAG 1.4.10). */
const ZOOMED = { width: 320, height: 256 };
/** As short as none, in ms. */
const NO_TIME = 1;

/** Each screen of ours, and words by which it is there. */
const SCREENS = [
  ['sidepanel.html', 'Ines Calloway'],
  ['library.html', 'Saltmere council'],
  ['library.html#people', 'Harald Vint'],
  ['library.html#highlights', 'No highlights yet'],
  ['library.html#storage', 'Second copy'],
  ['reader', 'The council meets again'],
  ['options.html', 'Which sites may Offprint read?'],
  ['welcome.html', 'Try it on this one'],
  ['transfer.html', 'Drop files here'],
  ['privacy.html', 'What is kept'],
  ['pdf.html', 'Drop the PDF here'],
] as const;

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  tab = await session.visit(STORY);
  await session.report(tab, ({ quotes }) => quotes.length > 0);
  await session.save(tab);
});
afterAll(() => session.close());

async function open(path: string, words: string): Promise<Screen> {
  let screen: Screen;
  if (path === 'reader') {
    const library = await session.screen('library.html');
    await library.click('link', /Saltmere council/);
    screen = await session.openedPage(/reader\.html/);
  } else {
    screen = await session.screen(path === 'sidepanel.html' ? `${path}?tab=${tab.id}` : path);
  }
  await screen.shows(words);
  return screen;
}

/** What lies beyond the window's edge, where nothing can be moved to show it. */
function readBeyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth}`] : [];
    // What scrolls by itself, and what is abridged with “…” where it ends.
    const isHeld = (element: Element): boolean => {
      for (
        let at: Element | null = element;
        at !== null && at !== document.documentElement;
        at = at.parentElement
      ) {
        const { overflowX, textOverflow } = getComputedStyle(at);
        if (/auto|scroll/.test(overflowX) || (textOverflow === 'ellipsis' && overflowX !== 'visible'))
          return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.childElementCount > 0 || element.textContent === '') continue;
      if (!element.checkVisibility() || element.closest('.visually-hidden, svg, option, [inert]')) continue;
      const { left, right } = element.getBoundingClientRect();
      if ((right > clientWidth + 1 || left < -1) && !isHeld(element))
        found.push(`“${element.textContent?.slice(0, 60)}” from ${left.toFixed()} to ${right.toFixed()} px`);
    }
    return found;
  });
}

it.each(SCREENS)(
  '%s at 400 %% is scrolled in one direction, and nothing is beyond the edge',
  async (path, words) => {
    const screen = await open(path, words);
    await screen.page.bringToFront();
    await screen.page.setViewport(ZOOMED);
    await waitFor('the window to be as small', () =>
      screen.page.evaluate((width) => innerWidth === width, ZOOMED.width),
    );
    // Two frames, after which what listens to the window's size has been drawn.
    await waitForFrames(screen.page, 2);
    expect(await readBeyond(screen.page)).toEqual([]);
    await screen.page.close();
  },
);

it.each(SCREENS)('%s moves nothing for users who want less motion', async (path, words) => {
  const screen = await open(path, words);
  // Firefox can't be asked for it by a test.
  if (session.kind === 'chromium') {
    await screen.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const moving = await screen.page.evaluate((most) => {
      const longest = (times: string) =>
        Math.max(...times.split(',').map((time) => Number.parseFloat(time) * 1000));
      return [...document.querySelectorAll('body *')].flatMap((element) => {
        const { animationName, animationDuration, transitionProperty, transitionDuration, scrollBehavior } =
          getComputedStyle(element);
        const isMoving =
          (animationName !== 'none' && longest(animationDuration) > most) ||
          (transitionProperty !== 'none' && longest(transitionDuration) > most) ||
          scrollBehavior === 'smooth';
        return isMoving ? [`${element.tagName} ${element.className}`] : [];
      });
    }, NO_TIME);
    expect(moving).toEqual([]);
  }
  await screen.page.close();
});
