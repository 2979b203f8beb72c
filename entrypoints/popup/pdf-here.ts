import { looksLikePdf } from '../../utils/pdf/pdf-limits.ts';
import type { PageKnowledge } from '../shared/ask-page.ts';

/**
 * Whether the tab shows a PDF that can be saved. Firefox's viewer is closed to extensions; Chromium's is a page without an
 * article. Not offered in private windows.
 */
export function isPdfHere(page: PageKnowledge): boolean {
  if (page.kind !== 'noAccess' && page.kind !== 'notArticle') return false;
  const { tab } = page;
  if (tab === null || tab.isPrivate) return false;
  if (page.kind === 'notArticle' && page.verdict.reason !== 'notHtml') return false;
  return looksLikePdf(tab.url, tab.title);
}
