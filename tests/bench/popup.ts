import { writeFileSync } from 'node:fs';
import { openExtensionPage } from '../e2e/harness/extension-console.ts';
import { Session } from '../e2e/harness/session.ts';
import { COURIER } from '../fixtures/sites.ts';
import { quantile, round } from './statistics.ts';

/** A popup that shows nothing: what the browser itself needs for one. */
const EMPTY = { 'empty.html': '<!doctype html><title>Empty</title><p id="there">.</p>' };
/** What is there when the popup is: the button that saves, and the first quote. */
const CONTENT = '.popup:has(.save-button):has(.quote__words)';
const WARM_UP = 3;

/** Opens the real popup under the toolbar button, and tells after how many ms its content was painted. */
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
      // Timers of a tab that is not in front are held back; messages are not.
      const turn = (): Promise<void> =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(0);
        });
      await chrome.action.setPopup({ popup: path });
      const start = performance.now();
      const opening = chrome.action.openPopup();
      for (;;) {
        const view = views()[0];
        if (view?.document.querySelector(selector)) {
          await new Promise((resolve) => view.requestAnimationFrame(() => view.setTimeout(resolve)));
          const ms = performance.now() - start;
          await opening;
          view.close();
          while (views().length > 0) await turn();
          return ms;
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
 * @param out gets `{opens, popup: {p10, median, p95}, empty: {…}, own: {…}}`, in ms from the call that
 *   opens it until its content is painted; `own` is the difference within each pair; on a busy machine `p10` tells most
 */
export async function benchPopup(opens: number, out: string): Promise<void> {
  const session = await Session.start({ extraFiles: EMPTY }, 'chromium');
  try {
    const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await session.report(tab, ({ quotes }) => quotes.length > 0);
    const control = await openExtensionPage(
      session.launched,
      await session.launched.browser.newPage(),
      'options.html',
    );
    const times = { popup: [] as number[], empty: [] as number[], own: [] as number[] };
    for (let turn = -WARM_UP; turn < opens; turn++) {
      await tab.page.bringToFront();
      const empty = await timeOpening(control, 'empty.html', '#there');
      const popup = await timeOpening(control, 'popup.html', CONTENT);
      if (turn < 0) continue;
      times.empty.push(empty);
      times.popup.push(popup);
      times.own.push(popup - empty);
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
