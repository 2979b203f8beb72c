import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chooseKeyQuotes } from '../../utils/quotes/ranking/choose-key-quotes.ts';
import { COURIER } from '../fixtures/sites.ts';
import { describeLong } from '../long.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

const VOTE = `${COURIER}/harbour/breakwater-vote`;
const CALLOWAY = /We have spent more than a decade pumping out cellars/;

/** One of the browser's own pages. */
async function openBrowserPage(page: Page): Promise<void> {
  if (session.kind === 'chromium') {
    await page.goto('chrome://version');
    return;
  }
  // Firefox changes the process for it, and `goto` never hears of its arrival.
  page.goto('about:license').catch(() => null);
  await waitFor('about:license', () => page.evaluate(() => location.href === 'about:license'));
}

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe('on an article', () => {
  beforeAll(async () => {
    tab = await session.visit(VOTE);
    await session.report(tab, (report) => report.quotes.length > 0);
    // The page's late overlay, too: what is hidden is counted in the popup.
    await tab.page.waitForSelector('.newsletter-modal');
    await session.waitUntilHidden(tab, "Don't miss the tide");
  });

  it.each(['ltr', 'rtl'])(
    'offers to edit the details right after the byline, in an interface that is %s',
    async (dir) => {
      const popup = await session.popup(tab);
      await popup.find('button', /^Edit details$/);
      const { headline, byline, pencil } = await popup.page.evaluate((direction) => {
        document.documentElement.dir = direction;
        const read = (selector: string) => {
          const { left, right, top, bottom } =
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return { left, right, middle: (top + bottom) / 2 };
        };
        return {
          headline: read('.headline'),
          byline: read('.byline bdi'),
          pencil: read('#edit-details .icon'),
        };
      }, dir);
      expect(byline.left).toBe(headline.left);
      expect(pencil.left - byline.right).toBeGreaterThan(4);
      expect(pencil.left - byline.right).toBeLessThan(16);
      expect(Math.abs(pencil.middle - byline.middle)).toBeLessThan(3);
      await popup.page.close();
    },
  );

  // Of Chromium alone: Firefox takes no other screen from a test.
  const lowScreens =
    process.env.OFFPRINT_BROWSER === 'firefox' ? [] : [[720, 572] as const, [600, 480] as const];
  it.each(lowScreens)(
    'the popup’s foot is in reach on a screen of %i px, of which the bars leave %i',
    async (screenHeight, seen) => {
      const popup = await session.popup(tab);
      await popup.find('button', /^Save/);
      const client = await popup.page.createCDPSession();
      // As high as the browser makes it: it cuts the page off where the screen ends.
      await client.send('Emulation.setDeviceMetricsOverride', {
        width: 420,
        height: 600,
        screenWidth: 1280,
        screenHeight,
        deviceScaleFactor: 1,
        mobile: false,
      });
      const bottom = () =>
        popup.page.evaluate(
          () => document.querySelector('.foot')?.getBoundingClientRect().bottom ?? Infinity,
        );
      await waitFor('the foot to be in reach', async () => (await bottom()) <= seen);
      await popup.page.close();
    },
  );

  it('tells what the article is and who says what in it', async () => {
    const { quotes } = await session.report(tab);
    const popup = await session.popup(tab);
    await popup.find('heading', /^Saltmere council backs £41m breakwater after six-hour debate$/);
    await waitFor('the speakers', () => popup.page.$('.quote__foot .attribution'));
    await popup.shows('Lena Marsh');
    await popup.shows(/12 May 2026|May 12, 2026|12\/05\/2026/);
    await popup.shows(/\d+ min/);
    const text = await popup.shows('The Harbour Courier');
    for (const speaker of ['Ines Calloway', 'Tobias Renn', 'Harald Vint', 'Priya Sethuram']) {
      expect(quotes.map((quote) => quote.resolvedSpeaker)).toContain(speaker);
    }
    // The key quotes stand with their speakers' names; nobody from the related story is among them.
    const shown = quotes.filter((quote) => text.includes(quote.text.slice(0, 40).replace(/\s+/g, ' ')));
    expect(shown.length).toBeGreaterThanOrEqual(3);
    for (const quote of shown) expect(text).toContain(quote.resolvedSpeaker ?? 'Speaker unclear');
    expect(text).not.toContain('Oskar Hale');
    await popup.page.close();
  });

  it('opens the options in a tab of their own, and not within a page of the browser', async () => {
    const isInFront = async (): Promise<boolean> =>
      (await session.extension.tabs()).some(({ active, url }) => active && url?.endsWith('/options.html'));
    await tab.page.bringToFront();
    const popup = await session.popup(tab);
    await waitFor('the options to be behind', async () => !(await isInFront()));
    await popup.click('button', /^Options$/);
    await waitFor('the options in front', isInFront);
    // The popup closes itself for it.
  });

  it('goes to a quote in the page and marks it', async () => {
    await tab.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const popup = await session.popup(tab);
    const { quotes } = await session.report(tab);
    const key = quotes[chooseKeyQuotes(quotes)[0] ?? -1];
    const opening = (key?.text ?? '').slice(0, 30).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    await popup.click('button', new RegExp(opening));
    await popup.shows(/Shown on the page|Key quotes/);
    await tab.page.bringToFront();
    await waitFor('the quote to be in view', () =>
      tab.page.evaluate(
        (words) => {
          const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(words));
          const box = paragraph?.getBoundingClientRect();
          return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
        },
        (key?.text ?? '').slice(0, 20),
      ),
    );
    await waitFor('the quote, and nothing else, to be marked', () =>
      tab.page.evaluate(() => [...(CSS.highlights.get('offprint-quote') ?? [])].join('|') || null),
    ).then((marked) => expect(marked).toContain((key?.text ?? '').slice(0, 20)));
    // A mark that the browser knows of is not yet one that it paints.
    const shoot = (): Promise<string> => tab.page.screenshot({ encoding: 'base64' });
    await waitFor('the mark to be painted', async () => {
      const marked = await shoot();
      await new Promise((resolve) => setTimeout(resolve, 200));
      // The page still moves.
      if (marked !== (await shoot())) return false;
      await tab.page.evaluate(() => {
        const mark = CSS.highlights.get('offprint-quote');
        if (mark === undefined || mark.size === 0) throw new Error('nothing is marked any more');
        CSS.highlights.delete('offprint-quote');
        Object.assign(globalThis, { putBack: () => CSS.highlights.set('offprint-quote', mark) });
      });
      const bare = await shoot();
      await tab.page.evaluate(() => (globalThis as unknown as { putBack(): void }).putBack());
      return bare !== marked;
    });
    await popup.page.close();
  });

  it('copies a quote with its speaker, source and address', async () => {
    const popup = await session.popup(tab);
    // What lands on the clipboard, noted on its way there.
    await popup.page.evaluate(() => {
      const write = navigator.clipboard.writeText.bind(navigator.clipboard);
      navigator.clipboard.writeText = (text) => {
        document.body.dataset.copied = text;
        return write(text);
      };
    });
    await popup.click('button', /Copy with citation/);
    const copied = await waitFor('something to be copied', () =>
      popup.page.evaluate(() => document.body.dataset.copied ?? null),
    );
    const { quotes } = await session.report(tab);
    const quote = quotes.find((candidate) => copied.includes(candidate.text));
    expect(quote, copied).toBeDefined();
    expect(copied).toContain(quote?.resolvedSpeaker);
    expect(copied).toContain('The Harbour Courier');
    expect(copied).toContain(VOTE);
    await popup.page.close();
  });

  it('lists what was hidden and brings it back', async () => {
    await session.waitUntilHidden(tab, 'Get the harbour news first', "Don't miss the tide");
    const popup = await session.popup(tab);
    await popup.shows(/\d+ (sign-up )?box(es)? hidden/);
    await popup.click('button', /^Show all$|^Show$/);
    await waitFor('the boxes to come back', async () =>
      (await readVisibleText(tab.page)).includes('Get the harbour news first'),
    );
    await popup.click('button', /^Hide all$|^Hide$/);
    await session.waitUntilHidden(tab, 'Get the harbour news first');
    await popup.page.close();
  });

  it('works from the keyboard alone', async () => {
    const popup = await session.popup(tab);
    await popup.find('button', /^All quotes$/);
    await popup.page.bringToFront();
    const reached = new Set<string>();
    for (let step = 0; step < 40; step++) {
      await popup.page.keyboard.press('Tab');
      reached.add(
        await popup.page.evaluate(() =>
          (
            document.activeElement?.getAttribute('aria-label') ||
            document.activeElement?.textContent ||
            ''
          ).trim(),
        ),
      );
    }
    for (const name of ['Save', 'Read', 'All quotes', 'Copy with citation', 'Library', 'Options']) {
      expect([...reached]).toContain(name);
    }
    expect([...reached].some((name) => CALLOWAY.test(name) || /We are not against a wall/.test(name))).toBe(
      true,
    );
    await popup.page.close();
  });

  it('turns clearing off for a site, and on again', async () => {
    const popup = await session.popup(tab);
    await popup.click('button', /^Turn off on this site$/);
    await waitFor('the boxes to come back', async () =>
      (await readVisibleText(tab.page)).includes('Get the harbour news first'),
    );
    const other = await session.visit(`${COURIER}/business/inbox-papers`);
    await session.report(other);
    expect(await readVisibleText(other.page)).toContain('Get the harbour news first');
    await popup.click('button', /^Turn on$/);
    await session.waitUntilHidden(tab, 'Get the harbour news first');
    await session.waitUntilHidden(other, 'Get the harbour news first');
    await other.page.close();
    await popup.page.close();
  });
});

describeLong('on other pages', () => {
  afterEach(() => tab.page.close());

  it('says why a front page is no article, and lists recent saves with how long ago', async () => {
    const article = await session.visit(`${COURIER}/features/skerry-light`);
    await session.save(article);
    await article.page.close();

    tab = await session.visit(`${COURIER}/`);
    const { verdict } = await session.verdict(tab);
    const popup = await session.popup(tab);
    const text = await popup.shows('Not an article');
    const why = await session.extension.message(`why_${verdict.reason}`, [String(verdict.count ?? 0)]);
    expect(text).toContain(why);
    await popup.find('button', /The woman who still winds the Skerry light.*saved (now|\d+m ago)$/);
    await popup.page.close();
  });

  it('treats a page as an article when the user says so', async () => {
    tab = await session.visit(`${COURIER}/harbour/`);
    const popup = await session.popup(tab);
    await popup.click('button', /^Treat as article$/);
    await popup.find('button', /^Save$/);
    const { article } = await session.report(tab);
    expect(article?.text).toContain('Everything that floats');
    await popup.page.close();
  });

  it("says that the browser's own pages are closed to it", async () => {
    const { page, tabId } = await session.extension.newTab();
    tab = { page, id: tabId };
    await openBrowserPage(page);
    const popup = await session.popup(tab);
    await popup.shows('Offprint cannot see this page');
    await popup.page.close();
  });
});
