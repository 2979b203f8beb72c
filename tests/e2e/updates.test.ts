import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCHEMA_VERSION, SCHEMA_VERSIONS } from '../../utils/library/schema/schema-versions.ts';
import { COURIER } from '../fixtures/sites.ts';
import type { Dump } from '../unit/library/schema/dump.ts';
import { example } from '../unit/library/schema/examples.ts';
import { plantLibrary } from './harness/former/former-library.ts';
import type { Screen } from './harness/screen.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

/** A picture that a browser can draw. Those of the examples are no more than the beginning of a file. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** What a box says that Offprint hides in the page. */
const BOX = 'Get the harbour news first';
/** Highlights, and people with names of the user's, came with this version. */
const PEOPLE_SINCE = 2;

/** Without the present one, which has nothing to upgrade. */
const OLDER = SCHEMA_VERSIONS.map(({ version }) => version).filter((version) => version < SCHEMA_VERSION);

let session: Session;
/** Open since before the first update, through all of them. */
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.waitUntilHidden(tab, BOX);
  await session.report(tab);
});
afterAll(() => session.close());

/** The example of a version, its saved picture one that can be drawn, at the end of the article's text. */
function exampleWithPicture(version: number): Dump {
  const former = example(version);
  const images = former.tables.images as {
    articleId: string;
    url: string;
    blob: { bytes: number[] } | null;
  }[];
  const saved = images.find(({ blob }) => blob !== null);
  if (saved?.blob == null) throw new Error(`the example of version ${version} has no picture`);
  saved.blob.bytes = [...PIXEL];
  const tag = `<img src="${saved.url}">`;
  // Since version 5 a text may be bytes.
  const contents = former.tables.contents as { articleId: string; html: string | { $u8: number[] } }[];
  for (const row of contents.filter(({ articleId }) => articleId === saved.articleId)) {
    if (typeof row.html === 'string') row.html += tag;
    else row.html.$u8.push(...Buffer.from(tag));
  }
  return former;
}

/** The popup about the tab that was open before, as soon as the update is in. */
async function savesFromPopup(): Promise<void> {
  const popup = await session.popup(tab);
  await popup.shows('Key quotes');
  await popup.click('button', /^Save$/);
  await popup.find('button', /^Saved$/);
  await popup.page.close();
}

/** Goes to another list in the library's tab. */
async function opensList(library: Screen, name: string, ...words: string[]): Promise<void> {
  await library.page.evaluate((to) => {
    location.hash = to;
  }, name);
  for (const each of words) await library.shows(each);
}

async function hasAllLists(library: Screen, version: number): Promise<void> {
  await opensList(library, 'archive', 'Done with');
  await opensList(library, 'tag/Canal', 'Lock gates open', 'Vorschau');
  await opensList(library, 'people', version < PEOPLE_SINCE ? 'Tilde Arnholt' : 'Tilde Arnholt-Vik');
  await library.click('link', /^Tilde Arnholt/);
  await library.shows('Nobody asked the pilots');
  // The first is what the popup saved.
  await opensList(library, 'inbox', 'Saltmere council', 'Lock gates open', 'Vorschau');
  await library.shows('To read on the train');
  // What the library says when the browser lost it, or when it came back from the second copy.
  expect(await library.text()).not.toMatch(/lost your library|second copy/);
}

async function readsArticle(library: Screen, version: number): Promise<void> {
  await library.click('link', /Lock gates open/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The lock gates stay shut no longer.');
  await reader.shows('Øresund');
  await waitFor('the picture to be drawn', () =>
    reader.page.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('article img')].some(
        ({ naturalWidth }) => naturalWidth > 0,
      ),
    ),
  );
  if (version >= PEOPLE_SINCE) {
    await reader.click('button', /^Highlights/);
    await reader.shows('They changed this line.');
  }
  await reader.page.close();
}

it.each(OLDER)(
  'keeps the library of version %i over an update, and works at once in a tab from before',
  async (version) => {
    const former = await session.screen('options.html');
    await plantLibrary(former.page, exampleWithPicture(version));
    await session.updateExtension();
    await savesFromPopup();
    const library = await session.screen('library.html');
    await hasAllLists(library, version);
    await readsArticle(library, version);
    // The reader may have taken its place.
    if (!library.page.isClosed()) await library.page.close();
  },
);

it('has one generation of scripts in a tab, however many updates it has seen', async () => {
  await session.waitUntilHidden(tab, BOX);
  await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
  await waitFor('the box to be back', async () => (await readVisibleText(tab.page)).includes(BOX));
  // Scripts of before that had stayed would hide it again as soon as the page changes.
  await tab.page.evaluate(() => document.body.append(document.createElement('p')));
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await readVisibleText(tab.page)).toContain(BOX);
});
