import { looksLikePdf } from '../../utils/pdf/pdf-limits.ts';
import type { PageInTab } from '../shared/read-page-state.ts';

/**
 * Replaces the page of a PDF that can be saved. Firefox's viewer is closed to extensions; Chromium's is a page without an
 * article. Not offered in private windows.
 */
export function offerPdf(page: PageInTab): PageInTab {
  if (page.kind !== 'noAccess' && page.kind !== 'notArticle') return page;
  const { tab } = page;
  if (tab === null || tab.isPrivate) return page;
  if (page.kind === 'notArticle' && page.verdict.reason !== 'notHtml') return page;
  return looksLikePdf(tab.url, tab.title) ? { kind: 'pdf', tab } : page;
}
