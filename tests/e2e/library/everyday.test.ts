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
    // Two state no date.
    ...(i < 2 ? {} : { published_at: `2026-03-${String(i + 1).padStart(2, '0')}T08:00:00+00:00` }),
  }));
  const analysis = {
    url: ADDRESS,
    title: HEADLINE,
    content: `<p>The boats stay in port. “${SENTENCE},” said its director, Ina Holm.</p>`,
    published_at: '2026-05-02T08:00:00+00:00',
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
  ['an address', ADDRESS],
  ['an address with what a newsletter adds', `${ADDRESS}?utm_source=letter#top`],
  ['a sentence in quotation marks', `“${SENTENCE},” said its director`],
])('finds the article by %s', async (_, pasted) => {
  await paste(pasted);
  await library.shows(/1 article found/);
  await seesHeadline();
  expect(await library.text()).not.toContain('Unknown field');
  await clear();
  await library.shows(/Inbox 14 articles/);
});

it('says that a word before a colon was searched as text', async () => {
  await paste('Analysis: Orrin');
  await library.shows('“Analysis” searched as text');
  await clear();
  await library.shows(/Inbox 14 articles/);
});

it('opens the search with what was searched for and plain choices, and the fields one step away', async () => {
  await paste('harbour');
  await library.shows(/13 articles found/);
  await waitFor('the search to be kept', () =>
    library.page.evaluate(() => localStorage.getItem('searches')?.includes('harbour')),
  );
  await clear();
  await library.shows(/Inbox 14 articles/);
  await library.click('searchbox', /Search your library/);
  await library.find('row', /^harbour$/);
  expect(await library.has('row', /^tag:/)).toBe(false);
  await library.click('row', /^Search by field …$/);
  await library.find('row', /^speaker:/);
  await library.press('Escape');
  await library.press('ArrowDown');
  await library.press('Enter');
  await library.shows(/13 articles found/);
  await clear();
  await library.click('searchbox', /Search your library/);
  await library.click('row', /^With quotes$/);
  await library.shows(/1 article found/);
  await seesHeadline();
  await clear();
  await library.shows(/Inbox 14 articles/);
});

it('shows no date for what has none, and puts it last by date', async () => {
  const before = library.page.viewport();
  // So high that all are drawn.
  await library.page.setViewport({ width: 1280, height: 3000 });
  await waitFor('all rows', async () => (await rows()).filter((row) => row !== '').length === ENTRIES);
  const undated = (await rows()).filter((row) => /night [12] of the frost/.test(row));
  expect(undated).toHaveLength(2);
  for (const row of undated) expect(row).not.toMatch(/20\d\d/);
  const sort = (value: string): Promise<string[]> =>
    library.page.evaluate((wanted) => {
      const field = [...document.querySelectorAll('select')].find(({ labels }) =>
        labels[0]?.textContent?.startsWith('Sort by'),
      );
      if (field === undefined) throw new Error('no order');
      field.value = wanted;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, value) as unknown as Promise<string[]>;
  await sort('published');
  await waitFor('the newest at the top', async () => (await rows())[0]?.includes(HEADLINE));
  await sort('-published');
  await waitFor('the oldest at the top', async () => (await rows())[0]?.includes('night 3 of the frost'));
  await sort('saved');
  await library.page.setViewport(before);
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

it('takes back a star by Ctrl and Z, which no bar tells of', async () => {
  const starred = () => library.page.evaluate(() => document.querySelectorAll('ol [data-on="true"]').length);
  await goToFirstRow(library);
  await library.press('f');
  await waitFor('the star', async () => (await starred()) === 1);
  await ctrl('z');
  await waitFor('no star', async () => (await starred()) === 0);
});

it('puts one article under a tag and into a list from its row, by mouse and by key', async () => {
  await library.click('button', /^More options for “Analysis/);
  await library.click('button', /^Tags …$/);
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

it('has ten rows in a window of 900 px where it is compact, and stays so', async () => {
  const before = library.page.viewport();
  await library.page.setViewport({ width: 1280, height: 900 });
  await library.click('button', /^Compact$/);
  const whole = () =>
    library.page.evaluate(
      () =>
        [...document.querySelectorAll('ol > [data-id]')].filter(
          (row) => row.getBoundingClientRect().bottom <= innerHeight && row.querySelector('h2') !== null,
        ).length,
    );
  await waitFor('ten rows', async () => (await whole()) >= 10);
  const again = await session.screen('library.html');
  await again.find('row', /Analysis/);
  await waitFor('compact rows here, too', () =>
    again.page.evaluate(() => document.querySelector('ol')?.className.includes('compact')),
  );
  await again.click('button', /^Compact$/);
  await again.page.close();
  await library.page.bringToFront();
  await library.click('button', /^Compact$/);
  await library.page.setViewport(before);
});

it('shows at 360 px that the line of lists goes on, and where', async () => {
  const before = library.page.viewport();
  await library.page.setViewport({ width: 360, height: 720 });
  const more = () => library.page.evaluate(() => document.querySelector('nav')?.dataset.more ?? null);
  await waitFor('the end to be faded', async () => (await more()) === 'end');
  const mask = await library.page.evaluate(
    () => getComputedStyle(document.querySelector('nav') as Element).maskImage,
  );
  expect(mask).toContain('gradient');
  await library.page.evaluate(() => document.querySelector('nav')?.scrollBy({ left: 5000 }));
  await waitFor('the start to be faded', async () => (await more()) === 'start');
  await library.click('button', /^More$/);
  await library.find('button', /^Import and export$/);
  await library.press('Escape');
  await library.page.setViewport(before);
});
