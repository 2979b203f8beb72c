import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { itLong } from '../../long.ts';
import { pressCommand, stopBackground, waitForSign } from '../harness/browser-controls.ts';
import type { Screen } from '../harness/screen.ts';
import { Session, type Tab } from '../harness/session.ts';
import { clickInToast, waitForToast } from '../harness/toast.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

async function visit(path: string): Promise<Tab> {
  const tab = await session.visit(COURIER + path);
  await session.report(tab);
  return tab;
}

const isInLibrary = async (title: string): Promise<boolean> => {
  const library = await session.screen('library.html');
  await waitFor('the list with its titles', () =>
    library.page.evaluate(() => {
      const rows = [...document.querySelectorAll('ol > [data-id]')];
      if (rows.length === 0) return document.querySelector('.empty') !== null;
      return rows.every((row) => row.querySelector('h2') !== null);
    }),
  );
  const text = await library.text();
  await library.page.close();
  return text.includes(title);
};

/** Writes a paragraph of a page anew, as a paper does that corrects itself, and adds another. */
const correctPage = (tab: Tab): Promise<void> =>
  tab.page.evaluate(() => {
    const [first] = [...document.querySelectorAll('article p')].filter(
      (p) => (p.textContent ?? '').length > 120,
    );
    if (first === undefined) throw new Error('no paragraph');
    first.append(' The harbour office has since confirmed the figure in writing.');
    const more = document.createElement('p');
    more.textContent =
      'Update: the harbour master said on Friday that the work would begin a week later than planned, as the ' +
      'barge with the stone had been held up by the weather off the northern coast for three days.';
    first.after(more);
  });

const seesTag = (popup: Screen, tag: string): Promise<unknown> =>
  waitFor('the tag to be on', () =>
    popup.page.evaluate(
      (tag) => document.querySelector('[role="option"][aria-selected="true"]')?.textContent === tag,
      tag,
    ),
  );

itLong('after a save in the popup, by keys alone: tags, a list, a note, and back', async () => {
  const tab = await visit('/features/skerry-light');
  // Before the save, which the popup offers to take back for a minute only.
  const library = await session.screen('library.html');
  const popup = await session.popup(tab);
  await popup.find('button', /^Save$/);
  await popup.page.bringToFront();
  await popup.press('s');
  for (const name of [/^Undo$/, /^Tags$/, /^List$/, /^Note$/, /^Open$/]) await popup.find('button', name);

  await popup.press('t');
  await popup.find('searchbox', /^Find or create a tag$/);
  await popup.write('Lighthouses');
  await popup.press('Enter');
  await seesTag(popup, 'Lighthouses');
  await popup.press('Escape');
  await popup.press('m');
  await popup.find('searchbox', /^Find or create a list$/);
  await popup.write('For the weekend');
  await popup.press('Enter');
  await waitFor('the list to be on', () =>
    popup.page.evaluate(
      () =>
        document.querySelector('[role="option"][aria-selected="true"]')?.textContent === 'For the weekend',
    ),
  );
  await popup.press('Escape');
  await popup.press('n');
  await popup.find('textbox', /^Note on this article$/);
  await popup.write('Ask Marsh about the lamp.');
  await popup.click('button', /^Save$/);
  await waitFor('the note to be kept', () =>
    popup.page.evaluate(() => document.querySelector('textarea') === null),
  );
  // The note is the article's own, and is found by its words.
  const filed = 'tag:Lighthouses list:"For the weekend" Marsh about the lamp';
  await library.type('searchbox', /Search your library/, filed);
  await library.find('row', /The woman who still winds/);
  await library.page.close();

  await popup.page.bringToFront();
  await popup.click('button', /^Undo$/);
  await popup.find('button', /^Save$/);
  await popup.shows('Removed from your library.');
  expect(await isInLibrary('The woman who still winds')).toBe(false);
  await popup.page.close();
  await tab.page.close();
});

itLong(
  '“Saved”, pressed again, says that there is nothing new, or what is; the earlier text comes back by “Undo”',
  async () => {
    const tab = await visit('/uk/night-ferry');
    await session.save(tab);
    const popup = await session.popup(tab);
    await popup.click('button', /^Saved$/);
    await popup.shows('Already saved. The page has not changed since.');
    await popup.page.close();

    await correctPage(tab);
    await session.report(tab, ({ article }) => article?.text.includes('a week later than planned') ?? false);
    const later = await session.popup(tab);
    await later.click('button', /^Save again$/);
    await later.find('button', /^Saved$/);
    await later.shows(/1 paragraph added, 1 paragraph changed/);
    await stopBackground(session);
    await later.click('button', /^Undo$/);
    await later.shows('Earlier text restored.');
    await later.find('button', /^Save again$/);
    await later.click('button', /^Close$/);
    await later.click('button', /^Save all articles in this window$/);
    await later.shows('The text of 1 saved article was replaced by a newer one.');
    await later.click('button', /^Undo$/);
    await later.find('button', /^Save again$/);
    const unsaved = await session.screen(`reader.html?tab=${tab.id}`);
    await unsaved.click('button', /^Save$/);
    await unsaved.shows('a week later than planned');
    await unsaved.shows(/1 paragraph added, 1 paragraph changed/);
    await unsaved.click('button', /^Undo$/);
    await waitFor(
      'the earlier text',
      async () => !(await unsaved.text()).includes('a week later than planned'),
    );
    await unsaved.page.close();
    await later.page.close();

    const key = async (badge: string, words: RegExp): Promise<void> => {
      await pressCommand(session, tab, 'save-page');
      await waitForSign(session, tab, badge, words);
    };
    await key('✓', /^Saved: .*\n.*1 paragraph added, 1 paragraph changed/);
    await clickInToast(session, tab, 'Undo');
    await waitForToast(session, tab, 'Earlier text restored.');
    await key('✓', /^Saved: .*\n.*1 paragraph added, 1 paragraph changed/);
    const last = await session.popup(tab);
    await last.find('button', /^Saved$/);
    await last.click('button', /^Open$/);
    const reader = await session.openedPage(/reader\.html\?id=/);
    await reader.shows('a week later than planned');
    await reader.page.close();
    await tab.page.close();
  },
);

it('after a save by key, the toast takes it back, and goes on to tags', async () => {
  const tab = await visit('/harbour/tide-gauge');
  await pressCommand(session, tab, 'save-page');
  await clickInToast(session, tab, 'Undo');
  await waitForToast(session, tab, 'Removed from your library.');
  expect(await isInLibrary('Tide gauge older')).toBe(false);

  await pressCommand(session, tab, 'save-page');
  await waitForSign(session, tab, '✓', /^Saved: Tide gauge/);
  // Pressed again, the key goes to the toast: its first button is “Tags”.
  await pressCommand(session, tab, 'save-page');
  await waitForToast(session, tab, 'Already saved.');
  await tab.page.bringToFront();
  // It answers only once it has been seen for a moment.
  await new Promise((resolve) => setTimeout(resolve, 800));
  await tab.page.keyboard.press('Enter');
  await waitFor('the popup with the field for tags', () =>
    session.extension.hasFocusOn('then=tags', '[role="combobox"]'),
  );
  await session.extension.closePopups();
  await tab.page.close();
});

itLong(
  'a page that is no article: says why it can’t be read as one, takes that back, and saves it anyway',
  async () => {
    const address = `${COURIER}/business/fish-prices`;
    const tab = await session.visit(address);
    const popup = await session.popup(tab);
    await popup.click('button', /^Treat as article$/);
    await popup.shows('No article text was found on this page.');
    await popup.find('button', /^Save this page anyway$/);
    await popup.click('button', /^Don’t treat as article$/);
    await popup.find('button', /^Treat as article$/);
    await waitFor('the gate to know', async () => {
      return !(await session.verdict(tab)).verdict.reason.includes('userSays');
    });

    await popup.click('button', /^Save this page anyway$/);
    await popup.find('button', /^Saved$/);
    await popup.click('button', /^Undo$/);
    await popup.find('button', /^(?:Save|Save this page anyway)$/);
    expect(await isInLibrary('Fish prices on the quay')).toBe(false);
    await popup.page.close();
    await tab.page.close();

    const again = await session.visit(address);
    await pressCommand(session, again, 'save-page');
    await waitForSign(session, again, '✓', /^Saved: Fish prices on the quay/);
    await again.page.reload();
    const later = await session.popup(again);
    await later.find('button', /^Saved$/);
    await later.find('button', /^Treat as article$/);
    await later.click('button', /^Open$/);
    const reader = await session.openedPage(/reader\.html\?id=/);
    const text = await reader.shows('Langoustine');
    expect(text).toContain('Small Mercy');
    expect(text).toContain('Next sale: Thursday, 06:30');
    await reader.page.close();
    await again.page.close();
  },
);
