import { looksLikePdf } from '../../utils/pdf/pdf-limits.ts';
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
