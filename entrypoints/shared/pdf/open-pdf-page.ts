import { browser } from '../../../utils/platform/browser.ts';

/**
 * Opens the page that fetches and saves it. That page asks for access, too: the browser's question may close the popup, and
 * what the popup meant to do next with it.
 *
 * @param url without one that can be fetched, the page asks for the file
 */
export async function openPdfPage(url: string): Promise<void> {
  const query = /^https?:/.test(url) ? `?url=${encodeURIComponent(url)}` : '';
  await browser.tabs.create({ url: browser.runtime.getURL(`/pdf.html${query}`) });
}
