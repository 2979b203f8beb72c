import { afterAll, beforeAll, expect, it } from 'vitest';
import { importEntries } from '../harness/import-entries.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;
let library: Screen;

beforeAll(async () => {
  session = await Session.borrow();
  await importEntries(
    session,
    ['Ice in the strait', 'Mill sold', 'Ice on the quay', 'Choir sings', 'Ice has gone'].map((title, i) => ({
      url: `https://tides.example/${i}`,
      title,
      content: `<p>${title}: the harbour office said so on day ${i + 1} of the frost, and nobody was surprised.</p>`,
    })),
  );
  library = await session.screen('library.html');
  await library.shows(/Inbox 5 articles/);
});
afterAll(() => session.close());

/** Opens an article from the library, and gives the tab, which the reader has taken. */
async function read(title: RegExp): Promise<Screen> {
  await library.click('link', title);
  const reader = await session.openedPage(/reader\.html/);
  await reader.find('heading', title);
  return reader;
}

const chosen = (reader: Screen): Promise<string[]> =>
  reader.page.evaluate(() =>
    [...document.querySelectorAll('[role="option"][aria-selected="true"]')].map(
      (pick) => pick.textContent ?? '',
    ),
  );

it('goes on in the search that the article was opened from, whatever is done to it', async () => {
  await library.press('/');
  await library.write('title:ice');
  await library.shows(/3 articles found/);
  const order = await waitFor('the three titles', async () => {
    const titles = await library.page.evaluate(() =>
      [...document.querySelectorAll('ol > [data-id] h2')].map((title) => (title.textContent ?? '').trim()),
    );
    return titles.length === 3 && titles;
  });
  const [first = '', second = '', third = ''] = order;
  const reader = await read(new RegExp(`^${first}`));
  await reader.find('link', new RegExp(`^${second}`));
  await reader.press('e');
  await reader.shows(/archived/);
  await reader.press('j');
  await reader.find('heading', new RegExp(`^${second}`));
  await reader.find('link', new RegExp(`^${third}`));
  await reader.press('j');
  await reader.find('heading', new RegExp(`^${third}`));
  await waitFor('no next one', async () => !(await reader.text()).includes('Next in the list'));
  await reader.press('u');
  await reader.shows(/3 articles found/);
  library = reader;
});

it('shows tags and lists, and changes them by key and by menu, with one way back', async () => {
  const reader = await read(/^Ice on the quay/);
  await reader.press('t');
  await reader.find('dialog', /Find or create a tag/);
  await reader.write('Frost');
  await reader.press('Enter');
  await waitFor('the tag', async () => (await chosen(reader)).includes('Frost'));
  await reader.press('Escape');
  await reader.find('button', /^Tags: Frost$/);
  await reader.click('button', /^More$/);
  await reader.click('button', /^Lists…$/);
  await reader.find('dialog', /Find or create a list/);
  await reader.write('For the train');
  await reader.press('Enter');
  await reader.find('button', /^Lists: For the train$/);
  await reader.press('Escape');
  await reader.press('z', 'Control');
  await reader.find('button', /^Lists$/);
  await reader.press('z', 'Control');
  await reader.find('button', /^Tags$/);
  await reader.press('u');
  await reader.shows(/3 articles found/);
});

it('deletes the open article, says so in the list that one comes back to, and takes it back there', async () => {
  const reader = await read(/^Ice on the quay/);
  await reader.press('#');
  await reader.shows(/2 articles found/);
  await reader.shows('“Ice on the quay” deleted');
  await reader.press('u');
  await reader.shows(/3 articles found/);
  await reader.reload();
  await reader.shows(/3 articles found/);
  expect(await reader.text()).not.toContain('deleted');
});
