import { afterAll, beforeAll, expect, it } from 'vitest';
import { REPORT_TITLE, reportPdf, scannedPdf } from '../../fixtures/pdf/report.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { pressCommand } from '../harness/browser-controls.ts';
import { giveFiles } from '../harness/give-files.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** Opens an address in a tab as a link would: puppeteer waits for ever for Firefox's viewer. */
async function openTab(url: string): Promise<number> {
  const { id } = await session.extension.call<{ id: number }>('tabs.create', { url });
  await waitFor('the tab to have its address', async () =>
    (await session.extension.tabs()).some((tab) => tab.id === id && tab.url === url),
  );
  // A tab has its address before its request comes, which is not to be taken for ours.
  await waitFor('the tab to ask for it', () => session.network.seen.some((asked) => asked.url === url));
  return id;
}

const pictures = (screen: Screen): Promise<number[]> =>
  screen.page.$$eval('figure img', (images) =>
    (images as HTMLImageElement[]).map((image) => (image.complete ? image.naturalWidth : 0)),
  );

/** What a saved report has to hold. */
async function expectReport(reader: Screen): Promise<void> {
  await reader.find('heading', new RegExp(REPORT_TITLE));
  const text = await reader.shows('The keepers of the lower lock asked the harbour board on Monday');
  expect(text).toContain('Lena Marsh');
  expect(text).toContain('May 4, 2026');
  expect(text).not.toContain('By Lena Marsh');
  // The words that were broken, and the hyphen that is one.
  expect(text).toContain('nobody measured by how much,” he told the meeting.');
  expect(text).toContain('A well-known yard up the river');
  // The lines of a column follow one another.
  expect(text).toContain('jam when the tide turns, the keepers say, and boats wait for hours outside.');
  expect(text).not.toMatch(/THE HARBOUR COURIER|Page 1 of|layout3|\.indd/);
  const shown = await waitFor('the pictures of the pages', async () => {
    const widths = await pictures(reader);
    return widths.length >= 2 && widths.every((width) => width > 500) && widths;
  });
  expect(shown.length).toBeGreaterThanOrEqual(2);
}

it('saves the PDF of a tab from the popup, asked for anonymously, with its quotes and pictures of its pages', async () => {
  const id = await openTab(`${COURIER}/print/locks.pdf`);
  const popup = await session.popup({ id });
  await popup.find('heading', /^This is a PDF$/);
  session.network.forget();
  await popup.click('button', /^Save this PDF$/);
  const reader = await session.openedPage(/reader\.html\?id=/);
  await expectReport(reader);
  const asked = session.network.seen.filter(({ url }) => url.includes('locks.pdf'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers.cookie).toBeUndefined();
  expect(asked[0]?.headers.referer).toBeUndefined();
  await reader.page.close();

  const library = await session.screen('library.html');
  await library.shows(REPORT_TITLE);
  await library.page.close();
  const people = await session.screen('library.html#people');
  await people.shows('Orla Venn');
  await people.shows('Pia Roth');
  await people.page.close();
});

it('goes on to the page for PDFs where a PDF is saved by key', async () => {
  const id = await openTab(`${COURIER}/print/locks.pdf`);
  await session.extension.call('tabs.update', id, { active: true });
  await pressCommand(session, { id }, 'save-page');
  const reader = await session.openedPage(/reader\.html\?id=/);
  await expectReport(reader);
  await reader.page.close();
});

it('says why a PDF that asks for a login can’t be had, and takes it as a file', async () => {
  const id = await openTab(`${COURIER}/print/members.pdf`);
  const screen = await session.screen(`pdf.html?url=${encodeURIComponent(`${COURIER}/print/members.pdf`)}`);
  await screen.shows('This is not a PDF. Where a site sends a web page instead, it often asks for a login.');
  await giveFiles(screen, [['members.pdf', new Blob([reportPdf()])]]);
  await waitFor('the reader', () => screen.page.evaluate(() => location.pathname === '/reader.html'));
  await expectReport(screen);
  await screen.page.close();
  await session.extension.call('tabs.remove', id);
});

it('takes PDFs among the files of an import, and says which have no text', async () => {
  const transfer = await session.screen('transfer.html');
  await giveFiles(transfer, [
    ['locks.pdf', new Blob([reportPdf()])],
    ['scan.pdf', new Blob([scannedPdf()])],
    ['damaged.pdf', new Blob([reportPdf().slice(0, 300)])],
    [
      'links.txt',
      new Blob(['https://harbourcourier.example/harbour/lock-closed\nhttps://harbourcourier.example/x\n']),
    ],
  ]);
  await transfer.shows('There is no text in this PDF, only pictures of pages, as from a scanner.');
  await transfer.shows('This PDF is damaged and cannot be read.');
  await transfer.shows(/Saved with its pages \(\d\)\./);
  // The rest is an import as ever.
  await transfer.shows('links.txt');
  await transfer.click('link', /^Read$/);
  await waitFor('the reader', () => transfer.page.evaluate(() => location.pathname === '/reader.html'));
  await expectReport(transfer);
  // It is on no site: nothing leads to an address that is none.
  const links = await transfer.page.$$eval('a', (all) => all.map((link) => link.href));
  expect(links.filter((link) => link.startsWith('file:'))).toEqual([]);
  await transfer.page.close();
});
