import { holds, shortTextOf } from '../../page/dom-access.ts';
import { findFirst, isLike } from '../../page/element-access.ts';
import { findByRule, type UserRule } from './user-rules.ts';

/** Elements that contain, or could contain, the page. */
const PAGE = 'html, body, main, article, h1, [role="main"], head, head *, script, style, link, template';

/** Maximum characters of a block hidden early. */
const BLOCK_TEXT = 1500;
/** Maximum number of blocks hidden per inserted subtree. */
const MAX_HIDDEN = 100;

/** Whether a block contains main parts of the page, or so much text that it may be the story. */
export function isTooMuch(element: Element): boolean {
  // The text first, because it rejects large elements without reading them.
  return shortTextOf(element, BLOCK_TEXT) === null || findFirst(element, 'main, article, h1') !== null;
}

/**
 * Finds the blocks in an inserted subtree that the user's rules hide. They may be hidden at once, because they are examined
 * again when the article is known. Rules by text can't be applied before the text is there.
 *
 * @param root the inserted element
 */
export function findEarly(root: Element, rules: readonly UserRule[]): Element[] {
  const found = rules
    .filter(({ action, text }) => action === 'hide' && text === 'any')
    .flatMap((rule) => findByRule(root, rule));
  const kept = rules.filter(({ action }) => action === 'keep').flatMap((rule) => findByRule(root, rule));
  const touches = (element: Element) => kept.some((one) => holds(one, element) || holds(element, one));
  const hidden: Element[] = [];
  for (const element of found) {
    if (hidden.length >= MAX_HIDDEN) break;
    if (!isLike(element, PAGE) && !isTooMuch(element) && !touches(element)) hidden.push(element);
  }
  return hidden;
}
