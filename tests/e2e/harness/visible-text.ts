import type { Page } from 'puppeteer-core';

/** What a user can see of a page: its text as laid out, without what is hidden. */
export function readVisibleText(page: Page): Promise<string> {
  return page.evaluate(() => {
    // Some pages have an image with the name `body`.
    const body: HTMLElement | null = Reflect.get(Document.prototype, 'body', document);
    // biome-ignore lint/performance/useDomNodeTextContent: only the laid-out text leaves out what is hidden
    return body?.innerText ?? '';
  });
}
