import { afterAll, beforeAll, expect, it } from 'vitest';
import arabic from '../../../locales/ar.json';
import english from '../../../locales/en.json';
import type { Locale } from '../../../scripts/build/to-browser-messages.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { waitForFrames } from '../harness/drawn-frames.ts';
import type { Screen } from '../harness/screen.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

/** How much longer than in English a sentence may get: German and Polish take about a third more. */
const LONGER = 1.4;
const FILLER = ' كلمات';

function lengthen(key: string, sentence: string, like: string): string {
  const missing = Math.ceil(like.length * LONGER) - sentence.length;
  if (missing <= 0 || /^(?:localeTag|appName|extension|optionsSitePlaceholder)/.test(key)) return sentence;
  const filler = FILLER.repeat(Math.ceil(missing / FILLER.length));
  return sentence + filler.slice(0, missing).trimEnd();
}

/** Arabic, and where that is shorter than English is apt to get elsewhere, with words after it. */
const locale: Locale = Object.fromEntries(
  Object.entries(arabic as Locale).map(([key, own]) => {
    const source = (english as Locale)[key] ?? '';
    const like = typeof source === 'string' ? source : (source.other ?? '');
    if (typeof own === 'string') return [key, lengthen(key, own, like)];
    const forms = Object.entries(own).map(
      ([category, form]) => [category, lengthen(key, form, like)] as const,
    );
    return [key, Object.fromEntries(forms)];
  }),
);

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow({ locale });
  tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab);
});
afterAll(() => session.close());

/** The name of a control, in the words of this session. */
function named(key: string): RegExp {
  const sentence = locale[key];
  const words = (typeof sentence === 'string' ? sentence : '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${words}$`);
}

/** What of a screen's words a user cannot see whole, and whether the screen has to be moved sideways. */
function cutWords(): string[] {
  const { dir, scrollWidth, clientWidth } = document.documentElement;
  const found = dir === 'rtl' ? [] : [`the page runs ${dir}`];
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide in ${clientWidth}`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (!element.checkVisibility() || element.closest('.visually-hidden, svg, select, [inert]')) continue;
    const style = getComputedStyle(element);
    const isLeaf = element.childElementCount === 0 && element.textContent !== '';
    const isBox = isLeaf && !style.display.startsWith('inline');
    const hides = /hidden|clip/.test(style.overflow) && element.textContent !== '';
    if (!(isBox || hides) || element.clientWidth === 0) continue;
    const isAbridged = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (isAbridged || /auto|scroll/.test(style.overflowX)) continue;
    const wide = element.scrollWidth - element.clientWidth;
    const high = hides ? element.scrollHeight - element.clientHeight : 0;
    if (wide > 1 || high > 1)
      found.push(`${element.className || element.tagName} cuts “${element.textContent?.slice(0, 60)}”`);
  }
  return found;
}

/** Waits until a window has its width, and what listens to that has been drawn: a frame each. */
async function drawnAt({ page }: Screen, width: number): Promise<void> {
  await waitFor(`the window to be ${width} px wide`, async () => {
    await waitForFrames(page, 2);
    return page.evaluate((wanted) => innerWidth === wanted, width);
  });
}

async function expectWhole(screen: Screen, ...widths: number[]): Promise<void> {
  for (const width of widths) {
    await screen.page.bringToFront();
    await screen.page.setViewport({ width, height: 800 });
    await drawnAt(screen, width);
    expect(await screen.page.evaluate(cutWords), `${width} px wide`).toEqual([]);
  }
}

it('shows popup and side panel from right to left, with long words whole', async () => {
  const popup = await session.popup(tab);
  await popup.find('button', named('actionSave'));
  await popup.shows(/Ines Calloway/);
  await expectWhole(popup, 420);
  // The article runs its own way: the name stands beside its disc.
  const gap = await popup.page.$eval('.quote__foot', (foot) => {
    const edge = (selector: string) => foot.querySelector(selector)?.getBoundingClientRect();
    return (edge('.attribution')?.left ?? 0) - (edge('.voice-disc')?.right ?? 0);
  });
  expect(gap).toBeGreaterThan(0);
  expect(gap).toBeLessThan(40);
  await popup.click('button', named('actionSave'));
  await popup.find('button', named('actionSaved'));
  await expectWhole(popup, 420);
  await popup.page.close();

  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  await panel.find('button', named('quoteMore'));
  await expectWhole(panel, 320, 420);
  await panel.click('button', named('quoteMore'));
  await expectWhole(panel, 320);
  await panel.page.close();
});

it('shows library, reader and the other pages from right to left, with long words whole', async () => {
  const library = await session.screen('library.html');
  await library.find('row', /Saltmere council/);
  await expectWhole(library, 1100, 480);
  await library.click('link', /Saltmere council/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The council meets again');
  await expectWhole(reader, 1200, 480);
  await reader.press('v');
  await reader.find('button', named('quoteMore'));
  await expectWhole(reader, 1200, 480);
  // The article runs its own way.
  expect(await reader.page.$eval('.reader__body', (body) => getComputedStyle(body).direction)).toBe('ltr');
  await reader.page.close();

  for (const path of ['options.html', 'transfer.html', 'welcome.html', 'privacy.html', 'pdf.html']) {
    const screen = await session.screen(path);
    await screen.find('heading', /./);
    await expectWhole(screen, 1000, 420);
    await screen.page.close();
  }
});
