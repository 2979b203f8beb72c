/**
 * `npm run demo`: opens Offprint in a browser on the small newspaper of `tests/fixtures/site`, performs a user's
 * typical actions, prints the results and leaves screenshots in `demo-out/`. Options: `--browser firefox`, `--headed`
 * (the default on a desktop; leaves the browser open) and `--headless`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { Session } from '../tests/e2e/harness/session.ts';
import { readVisibleText } from '../tests/e2e/harness/visible-text.ts';
import { waitFor } from '../tests/e2e/harness/wait-for.ts';
import { COURIER } from '../tests/fixtures/sites.ts';
import { chooseKeyQuotes } from '../utils/quotes/ranking/choose-key-quotes.ts';
import { buildIfStale } from './build/build-if-stale.ts';
import { type BrowserKind, findBrowser, NoBrowserError } from './find-browser.ts';
import { ROOT } from './run-command.ts';

const OUT = path.join(ROOT, 'demo-out');
const TITLE = /Saltmere council backs £41m breakwater/;
const READ_SIZE = { width: 1200, height: 900 };
const PANEL_SIZE = { width: 400, height: 900 };

function say(what: string, ...details: string[]): void {
  console.log(`✓ ${what}`);
  for (const detail of details) console.log(`    ${detail}`);
}

async function picture(page: Page, name: string, size?: { width: number; height: number }): Promise<void> {
  if (size !== undefined) await page.setViewport(size);
  await page.bringToFront();
  // Layout after a resize is stable two frames later.
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))),
      ),
  );
  await page.screenshot({ path: path.join(OUT, `${name}.png`) });
}

async function build(kind: BrowserKind): Promise<void> {
  const start = performance.now();
  await buildIfStale(kind);
  say(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** The main use case; each step waits for a visible result. */
async function tour(session: Session): Promise<void> {
  const front = await session.visit(`${COURIER}/`);
  const refusal = (await session.verdict(front)).verdict;
  const why = await session.extension.message(`why_${refusal.reason}`, [String(refusal.count ?? 0)]);
  say(`Front page of ${COURIER}: left alone`, why);
  await front.page.close();

  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  const { article, quotes, voices, ms } = await session.report(tab);
  if (article === null) throw new Error('the article was not read');
  say(
    `Article noticed (gate ${ms.gate.toFixed(1)} ms, reading and clearing ${ms.assistant.toFixed(0)} ms)`,
    `“${article.title}”`,
    [article.byline, article.siteName, article.publishedAt, `${article.wordCount} words`].join(' · '),
  );

  await tab.page.waitForSelector('.newsletter-modal');
  await session.waitUntilHidden(tab, "Don't miss the tide", 'Get the harbour news first');
  const { hidden } = await session.report(tab, (report) => report.hidden.length > 1);
  await waitFor('the page to scroll', async () => {
    await tab.page.evaluate(() => scrollTo(0, 300));
    return tab.page.evaluate(() => scrollY > 0);
  });
  say(
    `${hidden.length} things cleared away, a late overlay among them; the page scrolls`,
    ...hidden.map((item) => `${item.kind}: ${item.text.slice(0, 60)}`),
  );
  await tab.page.evaluate(() => scrollTo(0, 0));
  await picture(tab.page, '1-article-cleared');

  say(
    `${quotes.length} quotes by ${voices.length} people, each found word for word in the text`,
    ...voices.map((voice) => {
      const key = quotes[voice.keyQuote];
      return `${voice.probable ? 'probably ' : ''}${voice.name ?? 'speaker unclear'}${voice.role ? `, ${voice.role}` : ''}: “${key?.text.slice(0, 60)}…”`;
    }),
  );
  const popup = await session.popup(tab);
  await popup.find('heading', TITLE);
  await picture(popup.page, '2-popup');
  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  await panel.find('heading', TITLE);
  await picture(panel.page, '3-side-panel', PANEL_SIZE);
  await panel.page.close();

  const best = quotes[chooseKeyQuotes(quotes)[0] ?? -1];
  const opening = (best?.text ?? '').slice(0, 30).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  await popup.click('button', new RegExp(opening));
  await waitFor('the quote to come to rest in view', () =>
    tab.page.evaluate(async () => {
      const before = scrollY;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return scrollY > 0 && scrollY === before;
    }),
  );
  say('Clicked the first quote: the page went there and marked it', `“${best?.text.slice(0, 60)}…”`);
  // Not brought to the front, so that the popup stays open next to the page.
  await tab.page.screenshot({ path: path.join(OUT, '4-quote-in-page.png') });

  await popup.click('button', /^Save$/);
  await popup.find('button', /^Saved$/);
  const library = await session.screen('library.html');
  await library.find('row', TITLE);
  await waitFor(
    'the pictures to be kept',
    async () => !/pictures? missing/.test(await readVisibleText(library.page)),
  );
  say('Saved, with its pictures');
  await popup.page.close();
  await tab.page.close();

  session.network.setOffline(true);
  session.network.forget();
  await picture(library.page, '5-library', READ_SIZE);
  await library.type('searchbox', /Search/, 'pumping out cellars');
  await library.find('row', TITLE);
  say('Network switched off; the library finds the article by words of its text');
  await library.click('link', TITLE);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The council meets again on June 16');
  const images = await waitFor('the pictures to be drawn', () =>
    reader.page.evaluate(() => {
      const widths = [...document.querySelectorAll('img')].map((image) => image.naturalWidth);
      return widths.length > 0 && widths.every((width) => width > 0) && widths.length;
    }),
  );
  await picture(reader.page, '6-reader-offline', READ_SIZE);
  const words = (await readVisibleText(reader.page)).split(/\s+/).length;
  const asked = session.network.seen.filter(({ url }) => url.startsWith(COURIER)).length;
  say(`Read again with no network: ${words} words, ${images} pictures, ${asked} requests`);
  session.network.setOffline(false);
}

function hasDesktop(): boolean {
  const { platform, env } = process;
  if (env.CI) return false;
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string' },
      headed: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
    },
  });
  const wanted = values.browser;
  const isFirefox =
    wanted === 'firefox' || (!wanted && findBrowser('chromium') === null && findBrowser('firefox') !== null);
  const kind: BrowserKind = isFirefox ? 'firefox' : 'chromium';
  const headed = !values.headless && (values.headed || hasDesktop());
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });

  await build(kind);
  const session = await Session.start({ headed }, kind);
  try {
    say(`${await session.launched.browser.version()} started with Offprint in it`);
    await tour(session);
    console.log(`\nScreenshots: ${path.relative(process.cwd(), OUT) || OUT}`);
    if (!headed) return;
    await session.visit(`${COURIER}/`);
    console.log(`The browser is yours: ${COURIER}/ is served as long as it is open. Close it to end.`);
    await new Promise((resolve) => session.launched.browser.once('disconnected', resolve));
  } finally {
    await session.close();
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof NoBrowserError ? error.message : error);
  process.exitCode = 1;
}
