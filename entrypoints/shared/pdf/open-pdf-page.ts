import { browser } from '../../../utils/platform/browser.ts';

/**
 * Opens the page that fetches and saves a PDF. That page also asks for access, because the browser's prompt may close the
 * popup.
 *
 * @param url address of the PDF; if it can't be fetched (such as `file:`), the page asks for the file
 */
export async function openPdfPage(url: string): Promise<void> {
  const query = /^https?:/.test(url) ? `?url=${encodeURIComponent(url)}` : '';
  await browser.tabs.create({ url: browser.runtime.getURL(`/pdf.html${query}`) });
}
