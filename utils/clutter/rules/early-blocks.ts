import { containsNode, shortTextOf } from '../../page/dom-access.ts';
import { findFirst, matchesSelector } from '../../page/element-access.ts';
import { findByRule, type UserRule } from './user-rules.ts';

/** Elements that contain, or could contain, the page. */
const PAGE_PARTS =
  'html, body, main, article, h1, [role="main"], head, head *, script, style, link, template';

/** Maximum length of a block that is hidden early, in characters. */
const MAX_BLOCK_LENGTH = 1500;
/** Maximum number of blocks hidden per inserted subtree. */
const MAX_HIDDEN = 100;

/** Whether a block contains main parts of the page, or so much text that it may be the article. */
export function mayContainArticle(element: Element): boolean {
  // The text is checked first, because this rejects large elements without reading all of them.
  return shortTextOf(element, MAX_BLOCK_LENGTH) === null || findFirst(element, 'main, article, h1') !== null;
}

/**
 * Finds the blocks in an inserted subtree that can be hidden at once by the user's rules. They are examined again when the
 * article is known. Rules by text are not applied, because the text may not be there yet.
 *
 * @param root the inserted element
 */
export function findEarlyBlocks(root: Element, rules: readonly UserRule[]): Element[] {
  const found = rules
    .filter(({ action, text }) => action === 'hide' && text === 'any')
    .flatMap((rule) => findByRule(root, rule));
  const keptElements = rules
    .filter(({ action }) => action === 'keep')
    .flatMap((rule) => findByRule(root, rule));
  const isNestedWithKept = (element: Element) =>
    keptElements.some(
      (keptElement) => containsNode(keptElement, element) || containsNode(element, keptElement),
    );
  const hidden: Element[] = [];
  for (const element of found) {
    if (hidden.length >= MAX_HIDDEN) break;
    if (!matchesSelector(element, PAGE_PARTS) && !mayContainArticle(element) && !isNestedWithKept(element))
      hidden.push(element);
  }
  return hidden;
}
