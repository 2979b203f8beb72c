import type { Page } from 'puppeteer-core';

/** What a reader can see of a page: its text as laid out, without what is hidden. */
export function readVisibleText(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: only the laid-out text leaves out what is hidden
  return page.evaluate(() => document.body?.innerText ?? '');
}
