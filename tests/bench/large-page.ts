import { writeFileSync } from 'node:fs';
import puppeteer, { type Page } from 'puppeteer-core';
import { requireBrowsers } from '../../scripts/find-browser.ts';
import { CHROMIUM_ARGS } from '../e2e/harness/launch-browser.ts';
import { Session } from '../e2e/harness/session.ts';
import { COURIER } from '../fixtures/sites.ts';
import { round } from './statistics.ts';

const STORY = `${COURIER}/harbour/breakwater-vote`;
/** By then the page has been read twice, cleared, and remembered. */
const SETTLED_MS = 12_000;
/** What people feel as a stop (W3C Long Tasks API). */
const LONG_MS = 50;

interface Tasks {
  longTasks: number[];
  /** Of all of them what is over 50 ms. */
  blockedMs: number;
}

/** What a page is made large by: the text of its article, a table in it, or a list of links. */
export type LargeKind = 'article' | 'cells' | 'links';

/** Lengthens the story once it is parsed, and lists the long tasks from then on. */
function lengthen(nodes: number, kind: LargeKind): void {
  const scope = globalThis as unknown as { tasks: { start: number; ms: number }[]; full: number };
  scope.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      scope.tasks.push({ start: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  document.addEventListener('DOMContentLoaded', () => {
    const paragraphs = [...document.querySelectorAll('article p')].filter(
      ({ textContent }) => (textContent ?? '').length > 100,
    );
    const place = paragraphs.at(-1)?.parentElement;
    const more = document.createDocumentFragment();
    const add = (outer: Element | DocumentFragment, tag: string, words = ''): HTMLElement => {
      const element = document.createElement(tag);
      element.append(words);
      outer.append(element);
      return element;
    };
    if (kind === 'cells') {
      const body = add(add(more, 'table'), 'tbody');
      let row = add(body, 'tr');
      for (let n = 0; n < nodes; n++) {
        if (row.childElementCount === 6) row = add(body, 'tr');
        add(row, 'td', `Berth ${n}`);
      }
    }
    if (kind === 'links') {
      const list = add(more, 'div');
      for (let n = 0; n < nodes; n++) {
        add(list, 'a', `Berth ${n}`).setAttribute('href', `/berth/${n}`);
        list.append(' ');
      }
    }
    let made = document.querySelectorAll('*').length;
    for (let n = 0; kind === 'article' && made < nodes; n++) {
      const paragraph = paragraphs[n % paragraphs.length]?.cloneNode(true) as HTMLElement;
      const [place_, hour] = ['a', 'em'].map((tag) => document.createElement(tag));
      place_?.append(`Berth ${n}`);
      hour?.append(`at ${n % 24} o’clock`);
      paragraph.append(' It was the same at ', place_ ?? '', ' and again ', hour ?? '', '.');
      made += paragraph.querySelectorAll('*').length + 1;
      more.append(paragraph);
    }
    place?.append(more);
    scope.full = performance.now();
  });
}

/** The long tasks of the page after it is whole and laid out: its own first layout is not counted. */
async function listTasks(page: Page, nodes: number, kind: LargeKind): Promise<Tasks> {
  await page.evaluateOnNewDocument(lengthen, nodes, kind);
  await page.goto(STORY);
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const found = await page.evaluate(() => {
    const { tasks, full } = globalThis as unknown as { tasks: { start: number; ms: number }[]; full: number };
    return tasks.filter(({ start }) => start > full).map(({ ms }) => ms);
  });
  const blocked = found.reduce((sum, ms) => sum + ms - LONG_MS, 0);
  return { longTasks: found.map((ms) => round(ms)), blockedMs: round(blocked) };
}

/**
 * `bench large-page`: tasks over 50 ms while Offprint works on one very large page, beside the same page in a Chromium
 * without it.
 *
 * @param nodes elements of the page; cells or links where it is made large by these
 * @param out gets `{nodes, characters, state, offprint, without}`, the last two with their long tasks in ms
 */
export async function benchLargePage(nodes: number, out: string, kind: LargeKind): Promise<void> {
  const session = await Session.start({}, 'chromium');
  try {
    const { page, tabId } = await session.extension.newTab();
    const offprint = await listTasks(page, nodes, kind);
    const report = await session.report({ page, id: tabId });
    const bare = await puppeteer.launch({
      executablePath: requireBrowsers(['chromium']).chromium,
      acceptInsecureCerts: true,
      args: [...CHROMIUM_ARGS, `--proxy-server=http://127.0.0.1:${session.network.port}`],
    });
    const without = await listTasks(await bare.newPage(), nodes, kind);
    await bare.close();
    const figures = {
      nodes: await page.evaluate(() => document.querySelectorAll('*').length),
      characters: report.article?.text.length ?? 0,
      state: report.state,
      offprint,
      without,
    };
    writeFileSync(out, `${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await session.close();
  }
}
