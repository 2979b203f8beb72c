import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { FaultServer } from '../../servers/fault-server.ts';
import { chooseFromMenu } from '../harness/context-menus.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { choosePlace } from '../harness/set-up-sync.ts';
import { selectLetters } from '../highlights/in-page.ts';

declare const axe: { run(options: object): Promise<AxeResults> };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Only colours change with the theme; `forced` are the system's own colours, which Chromium can be asked for. */
const THEMES = ['light', 'dark', 'sepia', 'contrast', 'forced'] as const;
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** What axe finds wrong with a screen as it stands, in every theme: rule, and the first element of each. */
async function faults(screen: Screen): Promise<string[]> {
  const { page } = screen;
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const theme of THEMES) {
    if (theme === 'forced') {
      if (session.kind !== 'chromium') continue;
      await page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
    }
    const violations = await page.evaluate(
      async (shown, rules) => {
        if (shown === 'forced') delete document.documentElement.dataset.theme;
        else document.documentElement.dataset.theme = shown;
        // What fades is judged when it stands still.
        for (const animation of document.getAnimations()) {
          if (animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
            animation.finish();
        }
        const { violations: wrong } = await axe.run({ runOnly: rules });
        return wrong.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`);
      },
      theme,
      theme === 'light' ? ALL : COLOURS,
    );
    found.push(...violations.map((violation) => `${theme}: ${violation}`));
  }
  if (session.kind === 'chromium') await page.emulateMediaFeatures([]);
  return found;
}

it('finds nothing wrong with popup, side panel and options, on an article and elsewhere', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab);
  const front = await session.visit(`${COURIER}/`);
  await session.verdict(front);

  const popup = await session.popup(tab);
  await popup.find('button', /^Save$/);
  // Whatever scrolls under the foot is covered for axe: here everything is in view.
  await popup.page.setViewport({ width: 420, height: 1600 });
  expect(await faults(popup)).toEqual([]);
  await popup.page.close();
  const refused = await session.popup(front);
  await refused.find('heading', /./);
  expect(await faults(refused)).toEqual([]);
  await refused.page.close();

  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  await panel.find('button', /^More for this quote$/);
  expect(await faults(panel)).toEqual([]);
  await panel.click('button', /^More for this quote$/);
  expect(await faults(panel)).toEqual([]);
  await panel.click('button', /^Correct the speaker/);
  expect(await faults(panel)).toEqual([]);
  await panel.press('Escape');
  await panel.click('button', /^More for this quote$/);
  await panel.click('button', /^Why this name\?$/);
  await panel.find('dialog', /^Why this name\?$/);
  expect(await faults(panel)).toEqual([]);
  await panel.page.close();

  const options = await session.screen('options.html');
  await options.find('heading', /./);
  expect(await faults(options)).toEqual([]);
  await options.page.close();

  const welcome = await session.screen('welcome.html');
  await welcome.find('radio', /./);
  expect(await faults(welcome)).toEqual([]);
  await welcome.page.close();

  const privacy = await session.screen('privacy.html');
  await privacy.find('heading', /./);
  expect(await faults(privacy)).toEqual([]);
  await privacy.page.close();

  const pdf = await session.screen(`pdf.html?url=${encodeURIComponent(`${COURIER}/print/members.pdf`)}`);
  await pdf.shows('This is not a PDF.');
  expect(await faults(pdf)).toEqual([]);
  await pdf.page.close();

  const transfer = await session.screen('transfer.html');
  await transfer.find('heading', /./);
  expect(await faults(transfer)).toEqual([]);
  await transfer.page.close();
  await tab.page.close();
  await front.page.close();
});

it('finds nothing wrong with highlights: none, some, and a note', async () => {
  const none = await session.screen('library.html#highlights');
  await none.shows('No highlights yet');
  expect(await faults(none)).toEqual([]);
  const tab = await session.visit(`${COURIER}/harbour/tide-gauge`);
  await session.report(tab);
  await selectLetters(tab, 'checking the telephone');
  await chooseFromMenu(session, tab, 'highlight', 'article p');
  await none.page.bringToFront();
  await none.shows('checking the telephone');
  expect(await faults(none)).toEqual([]);
  const [id] = await none.page.$$eval('a[href*="#highlight-"]', (links) =>
    links.map((link) => (link as HTMLAnchorElement).hash.slice('#highlight-'.length)),
  );
  await none.page.close();
  const note = await session.screen(`popup.html?tab=${tab.id}&highlight=${id}`);
  await note.find('textbox', /^Note$/);
  expect(await faults(note)).toEqual([]);
  await note.page.close();
  await tab.page.close();
});

it('finds nothing wrong with library and reader, empty and full', async () => {
  const empty = await session.screen('library.html');
  await empty.find('searchbox', /Search your library/);
  expect(await faults(empty)).toEqual([]);
  await empty.page.close();

  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.save(tab);
  await tab.page.close();
  const library = await session.screen('library.html');
  await library.find('row', /Saltmere council/);
  expect(await faults(library)).toEqual([]);
  await library.click('button', /^Add links$/);
  await library.find('dialog', /^Add links$/);
  await library.write(`${COURIER}/harbour/breakwater-vote\nthe ferry is late`);
  await library.shows(/1 already in your library.*1 skipped/);
  expect(await faults(library)).toEqual([]);
  await library.press('Escape');
  await library.click('link', /Saltmere council/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The council meets again');
  expect(await faults(reader)).toEqual([]);
  await reader.press('v');
  await reader.find('button', /^More for this quote$/);
  expect(await faults(reader)).toEqual([]);
  await reader.press('m');
  expect(await faults(reader)).toEqual([]);
  await reader.press('?');
  await reader.find('dialog', /./);
  expect(await faults(reader)).toEqual([]);
  await reader.page.close();
});

it('finds nothing wrong with tags, people, one of them, and storage', async () => {
  const none = await session.screen('library.html#tags');
  await none.shows('No tags yet');
  expect(await faults(none)).toEqual([]);
  await none.page.close();
  const library = await session.screen('library.html');
  await library.click('button', /^More options for “Saltmere council/);
  await library.find('button', /^Tags…$/);
  expect(await faults(library)).toEqual([]);
  await library.click('button', /^Tags…$/);
  await library.find('dialog', /Find or create a tag/);
  await library.write('Harbour');
  expect(await faults(library)).toEqual([]);
  await library.press('Enter');
  await library.shows('1 article tagged “Harbour”');
  await library.page.close();
  for (const [place, words] of [
    ['#tags', 'Harbour'],
    ['#people', 'Harald Vint'],
    ['#people/harald%20vint', 'Harald Vint'],
    ['#storage', 'Second copy'],
  ] as const) {
    const screen = await session.screen(`library.html${place}`);
    await screen.shows(words);
    expect({ place, faults: await faults(screen) }).toEqual({ place, faults: [] });
    await screen.page.close();
  }
});

it('finds nothing wrong with sync: what can be chosen, a mistake, each step, and a library that is synced', async () => {
  const server = new FaultServer();
  const address = await server.start();
  try {
    const sync = await session.screen('library.html#sync');
    await sync.find('textbox', /^Address$/);
    expect(await faults(sync)).toEqual([]);
    server.fault = () => ({ status: 401 });
    await choosePlace(sync, address);
    await sync.shows('does not accept this user name');
    expect(await faults(sync)).toEqual([]);
    server.fault = () => null;
    await sync.click('button', /^Test connection$/);
    await sync.shows('Step 2 of 3');
    expect(await faults(sync)).toEqual([]);
    for (const name of [/^New passphrase$/, /^Repeat passphrase/]) {
      await sync.click('button', /^Show$/);
      await sync.type('textbox', name, 'lamp river ochre nine');
    }
    await sync.click('button', /^Start syncing$/);
    await sync.find('button', /^I’ve stored it safely$/);
    expect(await faults(sync)).toEqual([]);
    await sync.click('button', /^I’ve stored it safely$/);
    await sync.shows('Up to date');
    expect(await faults(sync)).toEqual([]);
    await sync.page.close();
  } finally {
    await server.stop();
  }
});
