import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { BANK_HOST, TRAP_HOST } from '../../fixtures/trap-site.ts';
import { itLong } from '../../long.ts';
import { compareHeaders, isOurs, wayOf } from '../harness/contract-tables.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.start({ privateWindows: true });
});
afterAll(() => session.close());

it('works on a page in a private window, and saves only when the user says so', async () => {
  // Opened first, so that it is in an ordinary window.
  const library = await session.screen('library.html');
  await library.shows('Nothing to read yet');

  const url = `${COURIER}/harbour/tide-gauge`;
  await session.extension.call('windows.create', { incognito: true, url });
  const id = await waitFor('the private tab', async () => {
    const tabs = await session.extension.tabs();
    return tabs.find((tab) => tab.incognito && tab.url === url)?.id;
  });
  const report = await waitFor('the report', async () => {
    const answer = await session.extension.askTab(id, 'page/report', { html: false });
    return answer?.state === 'article' && answer;
  });
  expect(report.article?.title).toContain('Tide gauge');

  const popup = await session.popup({ id }, true);
  await popup.click('button', /^Save$/);
  await popup.shows('This is a private window');
  await popup.click('button', /^Don’t save$/);
  await popup.hides('This is a private window');
  await library.page.bringToFront();
  await library.shows('Nothing to read yet');

  await popup.click('button', /^Save$/);
  await popup.click('button', /^Save anyway$/);
  await popup.shows(/Saved/);
  await library.page.bringToFront();
  await library.shows(/Tide gauge older than the railway/);
});

itLong(
  'ties a private visit to no profile: pictures saved from it are asked for without a login, icons not at all',
  async () => {
    // Logged in, in the ordinary profile.
    await session.visit(`https://${BANK_HOST}/account`);
    const picture = `https://${BANK_HOST}/private.gif`;
    const url = `https://${TRAP_HOST}/news/2026/weir?image=${picture}`;
    await session.extension.call('windows.create', { incognito: true, url });
    const id = await waitFor('the private tab', async () => {
      const tabs = await session.extension.tabs();
      return tabs.find((tab) => tab.incognito && tab.url === url)?.id;
    });
    await waitFor('the report', async () => {
      const answer = await session.extension.askTab(id, 'page/report', { html: false });
      return answer?.state === 'article';
    });
    const popup = await session.popup({ id }, true);
    await popup.click('button', /^Save$/);
    await popup.shows('This is a private window');
    session.network.forget();
    await popup.click('button', /^Save anyway$/);
    await popup.shows(/Saved/);
    const ours = () => session.network.seen.filter(isOurs);
    await waitFor('the picture', () => ours().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(ours().map((request) => [request.url, wayOf(request)])).toEqual([[picture, 'anonymous']]);
    expect(ours().flatMap((request) => compareHeaders(request, 'anonymous', session.kind))).toEqual([]);
  },
);
