import { writeFileSync } from 'node:fs';
import { openExtensionPage } from '../e2e/harness/extension-console.ts';
import { Session } from '../e2e/harness/session.ts';
import { COURIER } from '../fixtures/sites.ts';
import { quantile, round } from './statistics.ts';

/**
 * A popup that shows nothing: what the browser itself needs for one. And a clock: timers of a page that is not in front
 * are held back, a worker's are not, and a page that never stops looking would hold up the popup, which shares its
 * thread.
 */
const EXTRA = {
  'empty.html': '<!doctype html><title>Empty</title><p id="there">.</p>',
  'clock.js': 'setInterval(() => postMessage(0), 2);',
};
/** What is there when the popup is: the button that saves, and the first quote with its speaker. */
const CONTENT = '.popup:has(.save-button):has(.quote__who)';
/** Gone from the page once it has been read. */
const CLUTTER = 'Get the harbour news first';
/** A page that was just read is left alone for so long before the popup is opened, in ms. */
const REST = 400;
const WARM_UP = 3;
const ARTICLE = `${COURIER}/harbour/breakwater-vote`;

/**
 * Opens the real popup under the toolbar button.
 *
 * @returns after how many ms its document began, which is the browser's own time, and its content was painted
 */
async function timeOpening(
  page: Awaited<ReturnType<typeof openExtensionPage>>,
  popup: string,
  content: string,
) {
  return page.evaluate(
    async (path, selector) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          action: { setPopup(o: unknown): Promise<void>; openPopup(): Promise<void> };
          extension: { getViews(filter: unknown): Window[] };
        };
      };
      const views = (): Window[] => chrome.extension.getViews({ type: 'popup' });
      const clock = new Worker('/clock.js');
      const turn = (): Promise<void> =>
        new Promise((resolve) => {
          clock.onmessage = () => resolve();
        });
      await turn();
      await chrome.action.setPopup({ popup: path });
      const start = performance.now();
      const opening = chrome.action.openPopup();
      for (;;) {
        const view = views()[0];
        if (view?.document.querySelector(selector)) {
          await new Promise((resolve) => view.requestAnimationFrame(() => view.setTimeout(resolve)));
          const painted = performance.now() - start;
          const begun = view.performance.timeOrigin - performance.timeOrigin - start;
          await opening;
          view.close();
          while (views().length > 0) await turn();
          clock.terminate();
          return { begun, painted };
        }
        if (performance.now() - start > 10_000) throw new Error(`nothing in ${path}`);
        await turn();
      }
    },
    popup,
    content,
  );
}

/**
 * `bench popup`: the popup on an article that has been read, beside one that shows nothing, in one Chromium.
 *
 * @param opens how often each is opened, in turn
 * @param out gets `{opens, popup: {p10, median, p95}, empty: {…}, own: {…}, begun: {…}, shown: {…}, first: {…}}`, in ms
 *   from the call that opens it until its content is painted; `own` is the difference within each pair; `begun` is when
 *   the popup's document begins, before which nothing of ours runs, and `shown` the time from there; `first` is the same
 *   for the first popup on a page, whose quotes nobody has looked for; on a busy machine `p10` tells most
 */
export async function benchPopup(opens: number, out: string): Promise<void> {
  const session = await Session.start({ extraFiles: EXTRA }, 'chromium');
  try {
    const tab = await session.visit(ARTICLE);
    await session.report(tab, ({ quotes }) => quotes.length > 0);
    const control = await openExtensionPage(
      session.launched,
      await session.launched.browser.newPage(),
      'options.html',
    );
    const times: Record<'popup' | 'empty' | 'own' | 'begun' | 'shown' | 'first', number[]> = {
      popup: [],
      empty: [],
      own: [],
      begun: [],
      shown: [],
      first: [],
    };
    for (let turn = -WARM_UP; turn < opens; turn++) {
      await tab.page.bringToFront();
      const empty = await timeOpening(control, 'empty.html', '#there');
      const popup = await timeOpening(control, 'popup.html', CONTENT);
      await tab.page.goto(ARTICLE);
      await session.waitUntilHidden(tab, CLUTTER);
      await new Promise((resolve) => setTimeout(resolve, REST));
      const first = await timeOpening(control, 'popup.html', CONTENT);
      if (turn < 0) continue;
      times.first.push(first.painted - first.begun);
      times.empty.push(empty.painted);
      times.popup.push(popup.painted);
      times.own.push(popup.painted - empty.painted);
      times.begun.push(popup.begun);
      times.shown.push(popup.painted - popup.begun);
    }
    const figures = Object.fromEntries(
      Object.entries(times).map(([name, all]) => [
        name,
        {
          p10: round(quantile(all, 0.1)),
          median: round(quantile(all, 0.5)),
          p95: round(quantile(all, 0.95)),
        },
      ]),
    );
    writeFileSync(out, `${JSON.stringify({ opens, ...figures }, null, 2)}\n`);
  } finally {
    await session.close();
  }
}
