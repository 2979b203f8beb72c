import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { giveFiles } from '../harness/give-files.ts';
import { Session } from '../harness/session.ts';

const VOTE = `${COURIER}/harbour/breakwater-vote`;
const GONE = `${COURIER}/no-such-page`;

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
  const transfer = await session.screen('transfer.html#import');
  await giveFiles(transfer, [
    ['links.txt', new Blob([`${VOTE} | The vote\n${GONE} | The page that went\n`])],
  ]);
  await transfer.click('button', /^Import 2 articles$/);
  await transfer.shows(/2 articles added/);
  await transfer.page.close();
});
afterAll(() => session.close());

it('an article that was not downloaded says so, is not marked as finished, and is downloaded in the reader', async () => {
  const library = await session.screen('library.html#links');
  await library.click('link', /The vote/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('This article has not been downloaded.');
  expect(await reader.text()).not.toMatch(/min left|Finished/);
  session.network.forget();
  await reader.click('button', /^Download$/);
  await reader.shows('Saltmere council');
  await reader.hides('has not been downloaded');
  expect(session.network.seen.filter(({ url }) => url === VOTE)).toHaveLength(1);
  await reader.page.close();
});

it('the list of what was not downloaded downloads all of it, and says why something could not be', async () => {
  const library = await session.screen('library.html#links');
  await library.shows('The page that went');
  await library.click('button', /^Download all$/);
  await library.shows('Page not found');
  await library.page.close();
});
