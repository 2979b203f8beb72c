import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { COPYCAT, NORTH_QUAY } from '../../fixtures/hostile/provenance.ts';
import { readInLibrary } from '../harness/in-library.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** Saves at once what a tab shows, as the button does. */
async function save(tab: Tab): Promise<SaveOutcome> {
  const message = { offprint: 'background', type: 'article/save', data: { tabId: tab.id } };
  const reply = await session.extension.call<{ ok: boolean; value: SaveOutcome }>(
    'runtime.sendMessage',
    message,
  );
  return reply.value;
}

describe('a page that says it is another paper’s article', () => {
  it('replaces nothing, and is kept under its own host with what it claims', async () => {
    const genuine = await session.visit(`${NORTH_QUAY}/2026/breakwater-vote`);
    await session.report(genuine);
    expect(await save(genuine)).toMatchObject({ ok: true, updated: false });

    const copy = await session.visit(`${COPYCAT}/2026/breakwater-vote`);
    await session.report(copy);
    const outcome = await save(copy);
    expect(outcome).toMatchObject({ ok: true, updated: false, url: `${COPYCAT}/2026/breakwater-vote` });

    const library = await session.screen('library.html');
    await library.shows('copycat.example');
    const rows = await waitFor('both rows', async () => {
      const kickers = await library.page.$$eval('.item', (items) =>
        items.map((item) => item.querySelector('.kicker')?.textContent ?? ''),
      );
      return kickers.length === 2 && kickers;
    });
    expect(rows.map((row) => /(northquay|copycat)\.example/.exec(row)?.[1]).sort()).toEqual([
      'copycat',
      'northquay',
    ]);
    const id = outcome.ok ? outcome.articleId : '';
    await library.page.$eval(`.item[data-id="${id}"] [aria-haspopup]`, (button) =>
      (button as HTMLElement).click(),
    );
    await library.page.waitForSelector('[role=menuitem]');
    await library.page.$$eval('[role=menuitem]', (items) => {
      const about = items.find((item) => item.textContent?.includes('About this copy'));
      (about as HTMLElement | undefined)?.click();
    });
    await library.shows('This page says it is a copy of northquay.example/2026/breakwater-vote');
    await library.page.close();
  });

  it('is heard by none of our pages where its scripts’ report names another address', async () => {
    const tab = await session.visit(`${COPYCAT}/nothing`);
    await session.verdict(tab);
    await session.extension.forgeReport(tab.id, `${NORTH_QUAY}/2026/breakwater-vote`);
    expect(await save(tab)).toMatchObject({ ok: false, code: 'changed' });
    await session.extension.forgeReport(tab.id, `${COPYCAT}/nothing`, `${NORTH_QUAY}/2026/breakwater-vote`);
    expect(await save(tab)).toMatchObject({ ok: false, code: 'badReport' });
    await session.extension.forgeReport(tab.id, `${COPYCAT}/nothing`, `${COPYCAT}/nothing`, '"><script>');
    expect(await save(tab)).toMatchObject({ ok: false, code: 'badReport' });
    await readInLibrary(session, /Council votes/, 'copycat.example');
  });
});

it('words that turn their direction turn nothing that stands beside them', async () => {
  const tab = await session.visit(`${COPYCAT}/2026/harbour-to-be-sold-by-friday`);
  const { article } = await session.report(tab);
  expect(article?.text).toContain('\u2067I have');
  const popup = await session.popup(tab);
  await popup.shows(/have never/);
  expect(await popup.page.$eval('.headline', (headline) => headline.textContent)).toBe('Turned round');
  // What is put where the closing mark stands: it can't be measured itself, being none of the document's text.
  const gap = await popup.page.$eval('.quote__jump', (button) => {
    const mark = document.createTextNode('”');
    button.append(mark);
    const words = document.createRange();
    words.selectNodeContents(button.firstElementChild ?? button);
    const last = [...words.getClientRects()].at(-1);
    const place = document.createRange();
    place.selectNode(mark);
    const [rect] = place.getClientRects();
    mark.remove();
    return (rect?.left ?? 0) - (last?.right ?? 0);
  });
  expect(Math.abs(gap)).toBeLessThan(2);
  await popup.page.close();
});
