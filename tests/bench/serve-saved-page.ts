import type { HTTPRequest, Page } from 'puppeteer-core';
import type { SavedPage } from './page-set.ts';

/**
 * Serves a saved page once, at its real address, and nothing else. Scripts are forbidden unless the page's own may run.
 *
 * @returns ends the service
 */
export async function serveSavedPage(page: Page, saved: SavedPage): Promise<() => void> {
  let served = false;
  const onRequest = (request: HTTPRequest): void => {
    const isPage = !served && request.isNavigationRequest() && request.frame() === page.mainFrame();
    served ||= isPage;
    const headers = saved.scripts ? {} : { 'content-security-policy': "script-src 'none'" };
    const done = isPage
      ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body: saved.html })
      : // "Aborted" and not "failed": a page that tries to go elsewhere stays where it is.
        request.abort('aborted');
    // The page may be gone before it hears the answer.
    done.catch(() => null);
  };
  page.on('request', onRequest);
  await page.setRequestInterception(true);
  return () => page.off('request', onRequest);
}
