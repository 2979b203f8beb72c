/**
 * `npm run store-pictures -- <folder>`: makes the pictures for the stores, `docs/offprint.png`, and those of the site
 * (`docs/site`), from the built extension on the invented newspaper of `tests/fixtures/site`. For the stores: five
 * screens, light and dark, at 1280 × 800 and 640 × 400, and the tiles of 440 × 280 and 1400 × 560.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Session, type Tab } from '../tests/e2e/harness/session.ts';
import { COURIER } from '../tests/fixtures/sites.ts';
import { buildIfStale } from './build/build-if-stale.ts';
import { ROOT } from './run-command.ts';
import { type Composition, compose, type Look } from './store/compose.ts';
import { PANEL_WIDTH, POPUP, SCREEN, type Screens, type Shots, shootScreens } from './store/screens.ts';
import { composeForSite, SITE_DENSITY } from './store/site-pictures.ts';

const STORY = `${COURIER}/harbour/breakwater-vote`;
/** Additional articles in the library. */
const ADDITIONAL_ARTICLES = [
  'features/brackenmoth',
  'features/pilot-cutter',
  'investigations/dredging-contract',
  'features/skerry-light',
  'interviews/amara-oduya',
  'harbour/lock-closed',
  'opinion/ferry-fares',
];
const LOOKS: readonly Look[] = ['light', 'dark'];

async function fillLibrary(session: Session): Promise<void> {
  for (const story of ADDITIONAL_ARTICLES) {
    const tab = await session.visit(`${COURIER}/${story}`);
    await session.save(tab);
    await tab.page.close();
  }
}

/** The article with all its clutter, as without Offprint. */
async function openUncleared(session: Session): Promise<Tab> {
  const tab = await session.visit(STORY);
  await session.report(tab, ({ hidden }) => hidden.length > 1);
  const popup = await session.popup(tab);
  await popup.click('button', /^Show all$/);
  await popup.shows(/shown again/);
  await popup.page.close();
  return tab;
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
  return { tab, uncleared: await openUncleared(session), popup, panel, library, reader };
}

function makeCompositions(shots: Shots): Record<string, Composition> {
  const { page, beside, pop, side, read, readNarrow, list } = shots;
  const { width, height } = SCREEN;
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
mkdirSync(path.join(ROOT, 'docs/site'), { recursive: true });
await buildIfStale('chromium');
const session = await Session.start({}, 'chromium');
try {
  const screens = await openScreens(session);
  const canvas = await session.launched.browser.newPage();
  for (const look of LOOKS) {
    const shots = await shootScreens(screens, look);
    for (const [name, composition] of Object.entries(makeCompositions(shots))) {
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
    const sharp = await shootScreens(screens, look, SITE_DENSITY);
    for (const [name, picture] of Object.entries(
      await composeForSite(canvas, makeCompositions(sharp), sharp, look),
    ))
      writeFileSync(path.join(ROOT, 'docs/site', name), picture);
  }
  console.log(`pictures in ${folder}`);
} finally {
  await session.close();
}
