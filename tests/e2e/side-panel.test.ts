import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { pressCommand } from './harness/browser-controls.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.start();
});
afterAll(() => session.close());

it('shows who is quoted and how much, by voice, and filters', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  const { quotes } = await session.report(tab, (report) => report.quotes.length > 0);
  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  const text = await panel.shows('Ines Calloway');
  for (const name of ['Tobias Renn', 'Harald Vint', 'Priya Sethuram']) expect(text).toContain(name);
  expect(text).toMatch(/\d+ %|\d+%/);
  for (const quote of quotes) expect(text).toContain(quote.text.replace(/\s+/g, ' '));

  await panel.type('searchbox', /Filter quotes/, 'gap');
  await panel.hides('pumping out cellars');
  await panel.shows('take boats through that gap');
  await panel.page.close();
  await tab.page.close();
});

it('follows the reader from tab to tab and from page to page', async () => {
  const vote = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(vote);
  const light = await session.visit(`${COURIER}/features/skerry-light`);
  await session.report(light);
  // Opened as a tab: it shows the active tab, whichever that becomes.
  const panel = await session.screen('sidepanel.html');
  const [ofVote, ofLight] = ['Saltmere council backs £41m breakwater', 'still winds the Skerry light'];
  await vote.page.bringToFront();
  await panel.shows(ofVote);
  await light.page.bringToFront();
  await panel.shows(ofLight);
  await panel.hides(ofVote);
  await light.page.goto(`${COURIER}/harbour/tide-gauge`);
  await panel.shows('Margit Halloway');
  await light.page.goto(`${COURIER}/`);
  await panel.hides('Margit Halloway');
  await panel.shows('Not an article');
});

it('follows in the sidebar itself, where tests can reach it', async () => {
  if (session.kind === 'chromium') {
    // Chromium opens its panel for a person only; what it would show is tested above.
    expect(await session.extension.call<unknown>('sidePanel.getOptions', {})).toMatchObject({
      path: 'sidepanel.html',
    });
    return;
  }
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab);
  await pressCommand(session, tab, 'toggle-panel');
  const shows = (words: string): Promise<true> =>
    waitFor(`the sidebar to show ${words}`, async () =>
      (await session.extension.readViews('sidebar')).some((text) => text.includes(words)),
    );
  await shows('Ines Calloway');
  await tab.page.goto(`${COURIER}/harbour/tide-gauge`);
  await shows('Margit Halloway');
});
