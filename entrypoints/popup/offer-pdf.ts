import { looksLikePdf } from '../../utils/pdf/pdf-limits.ts';
import type { PageInTab } from '../shared/read-page-state.ts';

/**
 * Changes the page's state to `pdf` if the tab shows a PDF, which can be saved. In Firefox, extensions can't access the PDF
 * viewer; in Chromium, it is a page without an article. Not offered in private windows.
 */
export function offerPdf(page: PageInTab): PageInTab {
  if (page.kind !== 'noAccess' && page.kind !== 'notArticle') return page;
  const { tab } = page;
  if (tab === null || tab.isPrivate) return page;
  if (page.kind === 'notArticle' && page.verdict.reason !== 'notHtml') return page;
  return looksLikePdf(tab.url, tab.title) ? { kind: 'pdf', tab } : page;
}
