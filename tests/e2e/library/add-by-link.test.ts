import { afterAll, beforeAll, expect, it } from 'vitest';
import { REPORT_TITLE } from '../../fixtures/pdf/report.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { itLong } from '../../long.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const VOTE = `${COURIER}/harbour/breakwater-vote`;
const VOTE_TITLE = /Saltmere council backs £41m breakwater/;
const PASS = `${COURIER}/harbour/eel-pass`;
const GONE = `${COURIER}/no-such-page`;

let session: Session;
let library: Screen;

beforeAll(async () => {
  session = await Session.borrow();
  library = await session.screen('library.html');
  await library.shows(/Inbox/);
});
afterAll(() => session.close());

/** Pastes or drops as a browser says it: what is pasted where nothing has the focus goes to the page. */
async function give(type: 'paste' | 'drop', text: string, fileName: string | null = null): Promise<void> {
  await library.page.bringToFront();
  await library.page.evaluate(
    (kind, given, name) => {
      const data = new DataTransfer();
      if (name === null) data.setData('text/plain', given);
      else data.items.add(new File([given], name, { type: 'text/plain' }));
      const options = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent(kind, { ...options, clipboardData: data })
          : new DragEvent(kind, { ...options, dataTransfer: data }),
      );
    },
    type,
    text,
    fileName,
  );
}

/** Puts text into the clipboard by way of the search, and pastes it where nothing has the focus. */
async function paste(text: string): Promise<void> {
  const { keyboard } = library.page;
  await library.page.bringToFront();
  await library.page.evaluate((given) => {
    const field = document.createElement('textarea');
    field.value = given;
    document.body.append(field);
    field.focus();
    field.select();
  }, text);
  await keyboard.down('Control');
  await keyboard.press('x');
  await library.page.evaluate(() => document.querySelector('body > textarea')?.remove());
  await keyboard.press('v');
  await keyboard.up('Control');
}

const cookieOf = (headers: Record<string, unknown>): unknown => headers.cookie;

it('adds pasted addresses by one key, fetches their texts without a login, and says what could not be', async () => {
  // The user is known to the site.
  const tab = await session.visit(`${COURIER}/harbour/`);
  await tab.page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: Firefox has no Cookie Store API
    document.cookie = 'member=ina; path=/';
  });
  await tab.page.close();
  session.network.forget();
  await paste(`Read ${VOTE}, and then ${GONE}!\nthe ferry is late`);
  await library.shows(/2 new articles.*1 skipped the ferry is late.*No address/);
  const isOneOfThem = ({ url }: { url: string }): boolean => url === VOTE || url === GONE;
  expect(session.network.seen.filter(isOneOfThem)).toEqual([]);
  await library.press('Enter');
  await library.shows('2 articles added to the inbox');
  await library.find('row', VOTE_TITLE);
  await library.shows(/2 articles added to the inbox · 1 text could not be downloaded: Page not found Undo/);
  const asked = session.network.seen.filter(({ url }) => url.startsWith(VOTE));
  expect(asked).toHaveLength(1);
  expect(asked.map(({ headers }) => cookieOf(headers))).toEqual([undefined]);
});

itLong('takes a dropped list, takes it back, and refuses in words a file that is none', async () => {
  await give('drop', 'name,url,username,password\nA,https://a.example/,ina,secret\n', 'logins.csv');
  await library.shows('logins.csv is not a list of addresses.');
  await give('drop', `# Ferries\n- [The eel pass](${PASS})\n- ${VOTE}\n`, 'links.md');
  await library.shows(/1 new article 1 already in your library/);
  await library.click('button', /^Add 1 article$/);
  await library.shows('1 article added to the inbox');
  await waitFor('the text', () => session.network.seen.some(({ url }) => url.startsWith(PASS)));
  await library.shows(/Inbox 3/);
  await library.press('u');
  await library.shows(/Inbox 2/);
  const imports = await session.screen('transfer.html#import');
  // Only the one with something left to say.
  await imports.shows(/Imported: List of addresses Links you added.*1 text could not be downloaded/);
  // The other one may still be at work on what was taken back.
  await waitFor('the one that is done to be gone', async () => {
    return (await imports.text()).match(/Links you added/g)?.length === 1;
  });
  await imports.page.close();
});

itLong('adds a PDF with its text', async () => {
  await paste(`${COURIER}/print/locks.pdf`);
  await library.shows(/1 new article/);
  await library.press('Enter');
  await library.click('link', new RegExp(REPORT_TITLE));
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The keepers of the lower lock asked the harbour board on Monday');
  await reader.page.close();
});
