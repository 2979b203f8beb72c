import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { itLong } from '../long.ts';
import { openPages } from './harness/open-pages.ts';
import type { Screen } from './harness/screen.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

/** CSS pixels: a small phone of today. */
const PHONE = { width: 360, height: 740 };
/** What a thumb hits (Apple's guidelines; WCAG 2.5.5), in CSS pixels. */
const TARGET = 44;
/** How long a screen may take to come to rest, in ms. */
const REST_MS = 10_000;
/** What Firefox for Android lacks. */
const LACKS = ['contextMenus', 'menus', 'commands', 'windows', 'sidebarAction', 'sidePanel'];

let session: Session;
let tab: Tab;

async function open(path: string): Promise<Screen> {
  const screen = await session.screen(path);
  await screen.page.setViewport(
    session.kind === 'chromium' ? { ...PHONE, isMobile: true, hasTouch: true } : PHONE,
  );
  return screen;
}

/** What is too small for a thumb, and how far the page reaches past the screen (CSS pixels). */
function inspect(page: Page): Promise<{ small: string[]; beyond: number }> {
  return page.evaluate(
    (least, width) => {
      const controls = document.querySelectorAll<HTMLElement>(
        'a[href], button, summary, select, textarea, input:not([type="hidden"]), [role="button"], [role="option"]',
      );
      const small: string[] = [];
      for (const control of controls) {
        if (!control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
        // A label is hit as well as its box; a link in a sentence is as high as its line.
        const target = control.closest('label') ?? control;
        if (getComputedStyle(target).display === 'inline' || control.closest('p, blockquote, .article-body'))
          continue;
        const { width: wide, height: high } = target.getBoundingClientRect();
        if (wide <= 1 || high <= 1) continue;
        if (wide < least - 0.5 || high < least - 0.5) {
          const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
          small.push(
            `${control.tagName.toLowerCase()}.${control.className} “${name.trim().slice(0, 40)}” ${wide.toFixed(0)} × ${high.toFixed(0)}`,
          );
        }
      }
      return { small, beyond: (document.scrollingElement?.scrollWidth ?? 0) - width };
    },
    TARGET,
    PHONE.width,
  );
}

/** Once it has come to rest: what arrives late, such as letters and pictures, makes room for itself. */
async function expectFit(screen: Screen, name: string): Promise<void> {
  let last = await waitFor(`${name} to be looked at`, () => inspect(screen.page));
  await waitFor(
    `${name} to fit`,
    async () => {
      last = await inspect(screen.page);
      return last.small.length === 0 && last.beyond <= 0;
    },
    REST_MS,
  ).catch(() => undefined);
  expect(last.small, name).toEqual([]);
  expect(last.beyond, `${name}, in px past the screen`).toBeLessThanOrEqual(0);
}

beforeAll(async () => {
  session = await Session.borrow({ lacks: LACKS, touch: true });
  tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab, ({ quotes }) => quotes.length > 0);
});
afterAll(() => session.close());

it('notices, clears and saves an article, and has all its quotes, from the popup as a page', async () => {
  await session.waitUntilHidden(tab, 'Get the harbour news first');
  const popup = await open(`popup.html?tab=${tab.id}`);
  await popup.shows('Ines Calloway');
  await expectFit(popup, 'the popup');
  await popup.click('button', /^Save$/);
  await popup.find('button', /^Saved$/);
  await popup.click('button', /^All quotes$/);
  const summary = await waitFor('the quotes', async () =>
    (await openPages(session.launched)).find(({ url }) => url.includes('sidepanel.html')),
  );
  await waitFor('every speaker', async () => {
    const text = await readVisibleText(summary.page);
    return ['Ines Calloway', 'Harald Vint', 'Tobias Renn', 'Priya Sethuram'].every((name) =>
      text.includes(name),
    );
  });
  // The quotes cover the page: whoever taps one is taken to it.
  const front = async (): Promise<number | undefined> =>
    (await session.extension.tabs()).find(({ active }) => active)?.id;
  await waitFor('the quotes in front', async () => (await front()) !== tab.id);
  await summary.page.evaluate(() => document.querySelector<HTMLElement>('.quote__jump')?.click());
  await waitFor('the article in front', async () => (await front()) === tab.id);
  await summary.page.close();
});

itLong.each(['welcome.html', 'transfer.html', 'pdf.html', 'options.html', 'privacy.html'])(
  '%s speaks of nothing that a phone lacks',
  async (path) => {
    const screen = await open(path);
    await waitFor('its words', async () => (await readVisibleText(screen.page)).length > 60);
    expect(await readVisibleText(screen.page)).not.toMatch(
      /toolbar|puzzle|\bdrop\b|(?<!Sign-up )\bwindows?\b|in the side panel|point at|Alt\+|this computer|on every page/i,
    );
    await screen.page.close();
  },
);

it('lists, finds and opens what was saved', async () => {
  const library = await open('library.html');
  await library.find('link', /Saltmere/);
  await expectFit(library, 'the library');
  // What has no room in the line is in the menu at its end, and only there.
  await waitFor('the line to be as short', async () => !(await library.has('button', /^Add links$/)));
  await library.press('/');
  await library.write('breakwater');
  await library.click('link', /Saltmere/);
  // The list has headings of the same words.
  await waitFor('the reader', () => library.page.evaluate(() => location.pathname.endsWith('/reader.html')));
  await library.find('heading', /Saltmere council/);
  await expectFit(library, 'the reader');
  await library.page.close();
});

itLong.each([
  ['sidepanel.html', 'Ines Calloway'],
  ['library.html#people', 'Harald Vint'],
  ['options.html', 'Which sites may Offprint read?'],
])('%s fits the screen and the thumb', async (path, words) => {
  const screen = await open(path === 'sidepanel.html' ? `${path}?tab=${tab.id}` : path);
  await screen.shows(words);
  await expectFit(screen, path);
  await screen.page.close();
});
