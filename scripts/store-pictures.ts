/**
 * `npm run store-pictures -- <folder>`: the pictures that the stores ask for, and `docs/offprint.png`, made from the built
 * extension on the invented paper of `tests/fixtures/site`. Five screens, light and dark, at 1280 × 800 and 640 × 400,
 * and the tiles of 440 × 280 and 1400 × 560.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Screen } from '../tests/e2e/harness/screen.ts';
import { Session, type Tab } from '../tests/e2e/harness/session.ts';
import { COURIER } from '../tests/fixtures/sites.ts';
import { buildIfStale } from './build/build-if-stale.ts';
import { ROOT } from './run-command.ts';
import { type Composition, compose, type Look } from './store/compose.ts';

const STORY = `${COURIER}/harbour/breakwater-vote`;
/** What else is in the library that is shown. */
const MORE = [
  'features/brackenmoth',
  'features/pilot-cutter',
  'investigations/dredging-contract',
  'features/skerry-light',
  'interviews/amara-oduya',
  'harbour/lock-closed',
  'opinion/ferry-fares',
];
const SCREEN = { width: 1280, height: 800 };
const POPUP = { width: 420, height: 600 };
const PANEL_WIDTH = 400;
const LOOKS: readonly Look[] = ['light', 'dark'];

/** A picture of a tab at a size, as a data URL. */
async function shoot(page: Page, look: Look, width: number, height: number): Promise<string> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look }]);
  await page.setViewport({ width, height });
  await page.bringToFront();
  // What a new size and new colours move comes to rest some frames later.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  return `data:image/png;base64,${Buffer.from(await page.screenshot({ type: 'png' })).toString('base64')}`;
}

async function fillLibrary(session: Session): Promise<void> {
  for (const story of MORE) {
    const tab = await session.visit(`${COURIER}/${story}`);
    await session.save(tab);
    await tab.page.close();
  }
}

interface Screens {
  tab: Tab;
  popup: Screen;
  panel: Screen;
  library: Screen;
  reader: Screen;
}

async function openScreens(session: Session): Promise<Screens> {
  await fillLibrary(session);
  const tab = await session.visit(STORY);
  await session.report(tab, ({ hidden }) => hidden.length > 1);
  const popup = await session.popup(tab);
  await popup.shows('Key quotes');
  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  await panel.shows('Ines Calloway');
  const saved = await session.visit(STORY);
  await session.save(saved);
  await saved.page.close();
  const library = await session.screen('library.html');
  await library.find('row', /Saltmere council/);
  const reading = await session.screen('library.html');
  await reading.click('link', /Saltmere council/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('pumping out cellars');
  return { tab, popup, panel, library, reader };
}

async function makeCompositions(screens: Screens, look: Look): Promise<Record<string, Composition>> {
  const { tab, popup, panel, library, reader } = screens;
  const { width, height } = SCREEN;
  const page = await shoot(tab.page, look, width, height);
  const beside = await shoot(tab.page, look, width - PANEL_WIDTH, height);
  const pop = await shoot(popup.page, look, POPUP.width, POPUP.height);
  const side = await shoot(panel.page, look, PANEL_WIDTH, height);
  const read = await shoot(reader.page, look, width, height);
  const readNarrow = await shoot(reader.page, look, 640, 596);
  const list = await shoot(library.page, look, width, height);
  const whole = { left: 0, top: 0, width, height };
  const popAt = (left: number, top: number, part = 1) => ({
    png: pop,
    left,
    top,
    width: POPUP.width * part,
    height: POPUP.height * part,
    isOver: true,
  });
  return {
    '1-popup': { ...SCREEN, pieces: [{ png: page, ...whole }, popAt(width - POPUP.width - 24, 12)] },
    '2-side-panel': {
      ...SCREEN,
      pieces: [
        { png: beside, left: 0, top: 0, width: width - PANEL_WIDTH, height },
        { png: side, left: width - PANEL_WIDTH, top: 0, width: PANEL_WIDTH, height },
      ],
    },
    '3-article': { ...SCREEN, pieces: [{ png: page, ...whole }] },
    '4-library': { ...SCREEN, pieces: [{ png: list, ...whole }] },
    '5-reader': { ...SCREEN, pieces: [{ png: read, ...whole }] },
    'tile-small': {
      width: 440,
      height: 280,
      title: 'Offprint',
      words: 'Read the news. Keep it.',
      pieces: [popAt(232, 28, 0.5)],
    },
    'tile-large': {
      width: 1400,
      height: 560,
      title: 'Offprint',
      words: 'Who said what, without the clutter, kept for good.',
      pieces: [
        popAt(700, 40, 0.9),
        { png: side, left: 1090, top: 40, width: 270, height: 540, isOver: true },
      ],
    },
    overview: {
      width: 1500,
      height: 660,
      pieces: [
        popAt(32, 30),
        { png: side, left: 484, top: 30, width: 300, height: 600, isOver: true },
        { png: readNarrow, left: 816, top: 32, width: 640, height: 596, isOver: true },
      ],
    },
  };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run store-pictures -- <folder>');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
await buildIfStale('chromium');
const session = await Session.start({}, 'chromium');
try {
  const screens = await openScreens(session);
  const canvas = await session.launched.browser.newPage();
  for (const look of LOOKS) {
    for (const [name, composition] of Object.entries(await makeCompositions(screens, look))) {
      if (name === 'overview') {
        if (look === 'light')
          writeFileSync(path.join(ROOT, 'docs/offprint.png'), await compose(canvas, composition, look));
        continue;
      }
      writeFileSync(path.join(folder, `${name}-${look}.png`), await compose(canvas, composition, look));
      if (name.startsWith('tile')) continue;
      const half = await compose(canvas, composition, look, 0.5);
      writeFileSync(path.join(folder, `${name}-${look}-640.png`), half);
    }
  }
  console.log(`pictures in ${folder}`);
} finally {
  await session.close();
}
