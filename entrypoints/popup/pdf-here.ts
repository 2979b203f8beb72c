import { looksLikePdf } from '../../utils/pdf/pdf-limits.ts';
import { browser } from '../../utils/platform/browser.ts';
import type { PageKnowledge } from '../shared/ask-page.ts';

/**
 * Whether the tab shows a PDF that could be saved. Firefox closes its viewer to extensions; Chromium's has a page around
 * it that is no article. What is open in a private window is not offered.
 */
export function isPdfHere(page: PageKnowledge): boolean {
  if (page.kind !== 'noAccess' && page.kind !== 'notArticle') return false;
  const { tab } = page;
  if (tab === null || tab.isPrivate) return false;
  if (page.kind === 'notArticle' && page.verdict.reason !== 'notHtml') return false;
  return looksLikePdf(tab.url, tab.title);
}

/**
 * Opens the page that fetches and saves it. That page asks for access, too: the browser's question may close the popup, and
 * what the popup meant to do next with it.
 */
export async function openPdfPage(url: string): Promise<void> {
  const query = /^https?:/.test(url) ? `?url=${encodeURIComponent(url)}` : '';
  await browser.tabs.create({ url: browser.runtime.getURL(`/pdf.html${query}`) });
}
