import { extractArticle } from '../../../../utils/article/extract-article.ts';
import { findClutter } from '../../../../utils/clutter/find/find-clutter.ts';
import type { ClutterFinding } from '../../../../utils/clutter/types.ts';
import type { MadePage } from './make-page.ts';

/** What became of one page: by what a block is (`newsletter-form`) or what must stay (`told`). */
export interface Judged {
  found: string[];
  missed: { what: string; html: string }[];
  lost: { what: string; html: string }[];
}

/** Clears a made page in a document as the assistant does, with what comes late put in one after the other. */
export function judgePage(document_: Document, made: MadePage): Judged {
  const { body } = document_;
  document_.title = made.title;
  document_.documentElement.lang = made.lang;
  body.innerHTML = made.html;
  const begging = findClutter(document_).map(({ element }) => element);
  const kept = extractArticle(document_, 'https://courier.example/valley/mill', { begging })?.kept ?? [];
  const findings: ClutterFinding[] = findClutter(document_, { kept: () => kept });
  for (const { html, behind } of made.late) {
    const place = body.querySelector(behind);
    place?.insertAdjacentHTML('afterend', html);
    const root = place?.nextElementSibling;
    if (root) findings.push(...findClutter(document_, { kept: () => kept, root }));
  }
  const hidden = findings.map(({ element }) => element);
  const isHidden = (element: Element): boolean => hidden.some((block) => block.contains(element));
  const judged: Judged = { found: [], missed: [], lost: [] };
  for (const element of body.querySelectorAll('[data-made]')) {
    const what = element.getAttribute('data-made') ?? '';
    const leaves = [element, ...element.querySelectorAll('*')].filter((leaf) => leaf.childElementCount === 0);
    if (leaves.every(isHidden)) judged.found.push(what);
    else judged.missed.push({ what, html: element.outerHTML });
  }
  for (const element of body.querySelectorAll('[data-kept]')) {
    if (isHidden(element) || hidden.some((block) => element.contains(block)))
      judged.lost.push({ what: element.getAttribute('data-kept') ?? '', html: element.outerHTML });
  }
  return judged;
}
