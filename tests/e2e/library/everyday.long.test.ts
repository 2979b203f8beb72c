import { afterAll, beforeAll, expect, it } from 'vitest';
import { importEntries } from '../harness/import-entries.ts';
import { goToFirstRow } from '../harness/in-library.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const HEADLINE = 'Analysis: why the Orrin Sound line stops at Skerry Point';
const SENTENCE = 'We have no tug, no ice pilot and no money for either';
const ADDRESS = 'https://tides.example/2026/orrin-line';
const ENTRIES = 14;

let session: Session;
let library: Screen;

beforeAll(async () => {
  session = await Session.borrow();
  const others = Array.from({ length: ENTRIES - 1 }, (_, i) => ({
    url: `https://tides.example/pilot/${i}`,
    title: `The pilot stayed for night ${i + 1} of the frost`,
    content: `<p>The frost went on for day ${i + 1}, and the harbour stayed shut to all but the pilot.</p>`,
    created_at: '2026-05-01T08:00:00+00:00',
    // Two state no date.
    ...(i < 2 ? {} : { published_at: `2026-03-${String(i + 1).padStart(2, '0')}T08:00:00+00:00` }),
  }));
  const analysis = {
    url: ADDRESS,
    title: HEADLINE,
    content: `<p>The boats stay in port. “${SENTENCE},” said its director, Ina Holm.</p>`,
    published_at: '2026-05-02T08:00:00+00:00',
    // Saved last, so that its row is the first: rows far down are not drawn.
    created_at: '2026-05-03T08:00:00+00:00',
  };
  await importEntries(session, [...others, analysis]);
  library = await session.screen('library.html');
  await library.shows(/Inbox 14 articles/);
});
afterAll(() => session.close());

const rows = (): Promise<string[]> =>
  library.page.evaluate(() =>
    [...document.querySelectorAll('ol > [data-id]')].map((row) =>
      (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ),
  );

/** Waits until the analysis is among the rows that are drawn. */
const seesHeadline = (): Promise<unknown> =>
  waitFor('the analysis', async () => (await rows()).some((row) => row.includes(HEADLINE)));

/** Puts text into the search as pasting does. */
async function paste(text: string): Promise<void> {
  await library.page.bringToFront();
  const field = await library.find('searchbox', /Search your library/);
  await field.evaluate((element, words) => {
    (element as HTMLInputElement).focus();
    (element as HTMLInputElement).select();
    document.execCommand('insertText', false, words);
  }, text);
}

/** Empties the search and leaves its field, so that letters are keys again. */
async function clear(): Promise<void> {
  await library.click('button', /^Empty the search$|^Clear/);
  await library.press('Escape');
}

const ctrl = async (key: 'z'): Promise<void> => {
  await library.press(key, 'Control');
};

it.each([
  ['a headline with a colon', HEADLINE],
  ['a sentence in quotation marks', `“${SENTENCE},” said its director`],
])('finds the article by %s', async (_, pasted) => {
  await paste(pasted);
  await library.shows(/1 article found/);
  await seesHeadline();
  expect(await library.text()).not.toContain('Unknown field');
  await clear();
  await library.shows(/Inbox 14 articles/);
});

it('cuts a list down to what is unread, and what is archived is not', async () => {
  const choose = (value: string): Promise<void> =>
    library.page.evaluate((wanted) => {
      const field = document.querySelector<HTMLSelectElement>('.list-head__reading select');
      if (field === null) throw new Error('no choice');
      field.value = wanted;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);
  await choose('unread');
  await library.shows(/Inbox 14 articles/);
  await goToFirstRow(library);
  await library.press('e');
  await library.shows(/Inbox 13 articles/);
  await library.press('d');
  await library.shows(/Inbox 12 articles/);
  await choose('finished');
  await library.shows(/Inbox 1 article/);
  await library.find('row', /Finished/);
  // Both are taken back by the key, the later one first, though its bar has nothing to say of the one before.
  await ctrl('z');
  await library.shows('Undone: 1 article marked as finished');
  await ctrl('z');
  await library.shows(/Undone: .*archived/);
  await choose('');
  await library.shows(/Inbox 14 articles/);
  expect(await library.has('link', /^(?:Unread|In progress|Finished)/)).toBe(false);
});

it('puts one article under a tag and into a list from its row, by mouse and by key', async () => {
  await library.click('button', /^More options for “Analysis/);
  await library.click('button', /^Tags…$/);
  await library.find('dialog', /Find or create a tag/);
  await library.write('Ice');
  await library.press('Enter');
  await library.shows('1 article tagged “Ice”');
  await library.press('Escape');
  expect(await library.text()).not.toContain('1 selected');
  const row = await library.find('row', /^(?!Ice).*Analysis/);
  await row.evaluate((element) => element.querySelector<HTMLElement>('h2 a')?.focus());
  await library.press('l');
  await library.find('dialog', /Find or create a list/);
  await library.write('For the train');
  await library.press('Enter');
  await library.shows('1 article added to “For the train”');
  await library.press('Escape');
  await library.find('link', /^For the train\s*1$/);
});
