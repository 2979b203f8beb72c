import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textFragmentUrl } from '../../../utils/quotes/cite/text-fragment.ts';
import { type Launched, launchWithExtension } from '../harness/launch-browser.ts';
import { openTab } from '../harness/open-pages.ts';
import { waitFor } from '../harness/wait-for.ts';
import { FRAGMENT_PAGES, type FragmentPage, fragmentHtml } from './text-fragment-pages.ts';

let launched: Launched;
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = FRAGMENT_PAGES[Number(request.url?.slice(1))];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page === undefined ? '' : fragmentHtml(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  launched = await launchWithExtension(process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium');
});
afterAll(async () => {
  await launched.close();
  server.close();
});

function linkTo({ text, quote, nth = 0, title }: FragmentPage, index: number): string {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(quote, start + 1);
  const { port } = server.address() as AddressInfo;
  return textFragmentUrl(
    `http://127.0.0.1:${port}/${index}`,
    text,
    { start, end: start + quote.length },
    title,
  );
}

describe('a link to a quote opens there', () => {
  it.each(FRAGMENT_PAGES.map((page, index) => ({ ...page, index })))('$what', async ({ index, ...page }) => {
    const tab = await openTab(launched);
    try {
      await tab.goto(linkTo(page, index));
      const shown = await waitFor('the browser to scroll', () =>
        tab.evaluate(() => {
          const isInView = (element: Element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          };
          return [...document.querySelectorAll('p')].filter(isInView).map(({ id }) => id)[0];
        }),
      );
      expect(shown).toBe(page.shows);
    } finally {
      await tab.close();
    }
  });
});
