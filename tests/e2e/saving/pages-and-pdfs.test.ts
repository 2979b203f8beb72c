import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_TITLE } from '../../fixtures/pdf/report.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { describeLong } from '../../long.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describeLong('an article in several pages', () => {
  const MILL = `${COURIER}/features/tide-mill`;

  const asked = (path: string): number =>
    session.network.seen.filter(({ url }) => new URL(url).pathname === path).length;

  it('follows an article over its pages only when the user asks, from whichever page they are on', async () => {
    const tab = await session.visit(`${MILL}/2`);
    await session.report(tab);
    const popup = await session.popup(tab);
    expect(await popup.shows('This is page 2 of 3.')).not.toContain('Tresidder said');
    expect(asked('/features/tide-mill/3')).toBe(0);
    await popup.click('button', /^Save all 3 pages$/);
    await popup.shows('Saved: all 3 pages.');
    expect([asked('/features/tide-mill'), asked('/features/tide-mill/3')]).toEqual([1, 1]);
    await popup.click('button', /^Open$/);
    const reader = await session.openedPage(/reader\.html\?id=/);
    const text = await reader.shows('They were here first, by some margin');
    const order = [
      'forty people stood on the dyke',
      'The stones were the easy part',
      'turned for nine minutes',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text).toContain('all 3 pages');
    // What every page repeats is there once.
    for (const words of [
      'three people, one pond',
      'as the county drew it',
      'Next page',
      'writes about the creeks',
    ])
      expect([words, text.toLowerCase().split(words).length - 1 <= 1]).toEqual([words, true]);
    // Each page has a note 1 of its own, shown beside its mark.
    const notes = await reader.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.reader__body sup a')].map((mark) => {
        mark.click();
        return mark.getAttribute('href') ?? '';
      }),
    );
    expect(new Set(notes).size).toBe(2);
    const note = await waitFor('the note beside its mark', () =>
      reader.page.evaluate(() => document.querySelector('[role="note"]')?.textContent),
    );
    expect(note).toContain('Eels are older than barley');
    await reader.page.close();
    await tab.page.close();
  });
});

describe('a PDF', () => {
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
});
