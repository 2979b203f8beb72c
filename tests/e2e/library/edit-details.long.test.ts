import { afterAll, beforeAll, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { importEntries } from '../harness/import-entries.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const STATED = 'Ferry line halted';
const EDITED = 'The Orrin Sound ferry stops for the winter';

let session: Session;
let library: Screen;

beforeAll(async () => {
  session = await Session.borrow();
  const content = '<p>The boats stay in port until the ice is gone, the harbour office said.</p>';
  await importEntries(session, [
    { url: 'https://tides.example/a', title: STATED, content, published_at: '2026-03-02T08:00:00+00:00' },
    {
      url: 'https://tides.example/b',
      title: 'Mill sold',
      content,
      published_at: '2026-04-02T08:00:00+00:00',
    },
  ]);
  library = await session.screen('library.html');
  await library.shows(/Inbox 2 articles/);
});
afterAll(() => session.close());

const ctrlZ = async (screen: Screen): Promise<void> => {
  await screen.press('z', 'Control');
};

/** Fills a field of dates or chooses from a list, which browsers have their own windows for. */
const put = (screen: Screen, selector: string, value: string): Promise<void> =>
  screen.page.evaluate(
    (wanted, text) => {
      const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(`dialog[open] ${wanted}`);
      if (field === null) throw new Error(`no ${wanted}`);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );

async function openForm(): Promise<void> {
  await library.click('button', new RegExp(`^More options for “${STATED}`));
  await library.click('button', /^About this copy$/);
  await library.click('button', /^Edit details$/);
}

it('edits what the page states, finds and shows it so, and takes it back by one key', async () => {
  await openForm();
  await library.type('textbox', /^Title/, EDITED);
  await library.type('textbox', /^Author$/, 'Maren Oddny');
  await put(library, 'input[type="date"]', '2025-11-05');
  await put(library, 'select', 'nb');
  await library.shows(`On the page: ${STATED}`);
  await library.click('button', /^Save$/);
  await library.shows(`Details of “${EDITED}” changed`);
  await library.find('link', new RegExp(EDITED));
  await library.hides(STATED);
  await library.shows(/5 November 2025|November 5, 2025|Nov 5, 2025/);
  await library.press('/');
  await library.write('author:oddny orrin lang:nb');
  await library.shows(/1 article found/);
  await library.click('button', /^Empty the search$|^Clear/);
  await library.press('Escape');
  await library.shows(/Inbox 2 articles/);
  await ctrlZ(library);
  await library.find('link', new RegExp(STATED));
});

it('edits from the reader, shows it there at once, and again after a reload', async () => {
  await library.click('link', new RegExp(STATED));
  const reader = await session.openedPage(/reader\.html/);
  await reader.find('heading', new RegExp(STATED));
  await reader.click('button', /^More$/);
  await reader.click('button', /^Edit details$/);
  await reader.find('textbox', /^Title/);
  // What is typed at once goes into the title.
  await reader.press('a', 'Control');
  await reader.write(EDITED);
  await reader.press('Enter');
  await reader.find('heading', new RegExp(EDITED));
  await reader.reload();
  await reader.find('heading', new RegExp(EDITED));
  await waitFor('the title of the tab', async () => (await reader.page.title()).includes(EDITED));
  await ctrlZ(reader);
  await reader.page.close();
  // The reader took the place of the library.
  library = await session.screen('library.html');
});

it('edits in the popup before the first save, and again after it', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab);
  const popup = await session.popup(tab);
  await popup.click('button', /^Edit details$/);
  await popup.find('textbox', /^Title/);
  // What is typed at once goes into the title.
  await popup.press('a', 'Control');
  await popup.write('A wall against the sea');
  await popup.press('Enter');
  await popup.find('button', /^Saved/);
  await library.page.bringToFront();
  await library.find('link', /A wall against the sea/);
  await popup.page.bringToFront();
  await popup.click('button', /^Edit details$/);
  await popup.shows(/On the page: Saltmere council backs/);
  await popup.press('Escape');
  await popup.find('button', /^Saved/);
  await popup.page.close();
});
