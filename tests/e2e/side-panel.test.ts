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
  // Those that matter most come first, and the others a moment later.
  for (const name of ['Ines Calloway', 'Tobias Renn', 'Harald Vint', 'Priya Sethuram'])
    await panel.shows(name);
  await panel.shows(/\d+ %|\d+%/);
  for (const quote of quotes) await panel.shows(quote.text.replace(/\s+/g, ' '));

  await panel.type('searchbox', /Filter quotes/, 'gap');
  await panel.hides('pumping out cellars');
  await panel.shows('take boats through that gap');
  await panel.page.close();
  await tab.page.close();
});

it('follows the user from tab to tab and from page to page', async () => {
  const vote = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(vote);
  const light = await session.visit(`${COURIER}/features/skerry-light`);
  const { quotes } = await session.report(light, (report) => report.quotes.length > 0);
  // The page prints these words twice: as they were said, and large in a block of their own.
  const pulled = quotes.filter(({ text }) => text.includes('is not a museum'));
  expect(pulled.map((quote) => [quote.resolvedSpeaker, quote.pulledOut])).toEqual([['Maud Tarrant', true]]);
  // Opened as a tab: it shows the active tab, whichever that becomes.
  const panel = await session.screen('sidepanel.html');
  const [ofVote, ofLight] = ['Saltmere council backs £41m breakwater', 'still winds the Skerry light'];
  await vote.page.bringToFront();
  await panel.shows(ofVote);
  await light.page.bringToFront();
  await panel.shows(ofLight);
  await panel.shows('used as a pull quote');
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

it('shows a summary by the browser’s own model only when turned on, marked, each sentence with its place', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  const { article } = await session.report(tab);
  const opening = (article?.text ?? '').split('\n\n')[0] ?? '';
  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  await panel.shows('Ines Calloway');
  expect(await panel.text()).not.toContain('Written by a machine');
  const options = await session.screen('options.html#summaries');
  // What this browser has of its own, said plainly: nothing on the machines that run this.
  const own = await panel.page.evaluate(() => 'Summarizer' in globalThis);
  await options.shows(own ? 'does not run on this device' : 'This browser has no built-in model');
  await options.click('checkbox', /^Offer summaries/);
  const refusal = own ? 'cannot summarise this article' : 'This browser has no built-in model';
  await panel.shows(refusal);

  await panel.page.evaluate((said) => {
    Object.defineProperty(globalThis, 'Summarizer', {
      configurable: true,
      value: {
        availability: async () => 'available',
        create: async () => ({
          summarize: async () => `* ${said}\n* Penguins marched on Rome.`,
          destroy: () => undefined,
        }),
      },
    });
  }, opening);
  await options.click('checkbox', /^Offer summaries/);
  // On again before the panel has heard of it, it would not ask for the model again.
  await panel.hides(refusal);
  await options.click('checkbox', /^Offer summaries/);
  await panel.click('button', /^Write a summary$/);
  await panel.shows('Penguins marched on Rome. no sentence of the article says this');
  await panel.click('button', /^Where this stands in the article/);
  await waitFor('the place to be marked', () =>
    tab.page.evaluate(() =>
      [...CSS.highlights.values()]
        .flatMap((marks) => [...marks])
        .some((range) => /council/i.test(String(range))),
    ),
  );
  await options.click('checkbox', /^Offer summaries/);
  await options.page.close();
  await panel.page.close();
  await tab.page.close();
});
