import { afterAll, beforeAll, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { chooseFromMenu } from '../harness/context-menus.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitForToast } from '../harness/toast.ts';
import { waitFor } from '../harness/wait-for.ts';
import { selectLetters, waitForDrawn } from './in-page.ts';

let session: Session;
let feed: Screen;

/** Highlights letters of an article, from its page's menu. */
async function highlight(path: string, letters: string, whole: string): Promise<void> {
  const tab = await session.visit(COURIER + path);
  await session.report(tab);
  await selectLetters(tab, letters);
  await chooseFromMenu(session, tab, 'highlight', 'article p');
  await waitForDrawn(session, tab, `yellow: ${whole}`);
  await waitForToast(session, tab, 'The article is now saved');
  await tab.page.close();
}

beforeAll(async () => {
  session = await Session.borrow();
  await highlight('/harbour/tide-gauge', 'checking the teleph', 'checking the telephone');
  await highlight('/features/skerry-light', 'ninety kilog', 'ninety kilograms');
  feed = await session.screen('library.html#highlights');
});
afterAll(() => session.close());

it('shows what was marked anywhere, finds it by its words, and opens the reader at its place', async () => {
  await feed.shows('checking the telephone');
  await feed.shows(/2 highlights · 2 articles/);
  await feed.type('searchbox', /^Search highlights$/, 'kilograms');
  await feed.hides('checking the telephone');
  await feed.click('link', /^ninety kilograms$/);
  const reader = await session.openedPage(/reader\.html\?id=[\w-]+/);
  await waitFor('the passage to be in view', () =>
    reader.page.evaluate(() => {
      const [mark] = [...(CSS.highlights.get('marked-yellow') ?? [])] as Range[];
      const rect = mark?.getBoundingClientRect();
      return rect !== undefined && rect.top > 0 && rect.bottom < innerHeight && scrollY > 0;
    }),
  );
});
