import type { Browser } from 'puppeteer-core';
import { connectionOf } from './open-pages.ts';

/** Runs code in the window of Firefox itself: its keys, menus and settings are out of reach otherwise. */
export async function inFirefoxWindow<T>(
  { launched }: { launched: { browser: Browser } },
  expression: string,
): Promise<T> {
  const connection = connectionOf(launched.browser);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
  const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: window?.context },
    awaitPromise: true,
  });
  const answer = result as { type: string; result?: { value: T }; exceptionDetails?: { text: string } };
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'failed in the window');
  return answer.result?.value as T;
}
