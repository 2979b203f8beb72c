import { holds, shortTextOf } from '../../page/dom-access.ts';
import { elementsIn, findFirst, isLike } from '../../page/element-access.ts';
import { findByRule, type UserRule } from '../rules/user-rules.ts';
import { hashBlockNames } from './block-fingerprint.ts';

/** What is hidden on a site before the page has been examined. */
export interface EarlyBlocks {
  /** The user's rules for the site. Rules by text can't be applied before the text is there. */
  rules: readonly UserRule[];
  /** Hashes of names that occurred only on hidden blocks. */
  names: ReadonlySet<number>;
}

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
 * Finds known blocks in an inserted subtree. They may be hidden at once, because they are examined again when the article is
 * known.
 *
 * @param root the inserted element
 */
export function findEarly(root: Element, early: EarlyBlocks): Element[] {
  const found: Element[] = [];
  for (const rule of early.rules) {
    if (rule.action === 'hide' && rule.text === 'any') found.push(...findByRule(root, rule));
  }
  if (early.names.size > 0) {
    const inside = elementsIn(root, '*');
    for (let i = -1; i < inside.length; i++) {
      const element = i < 0 ? root : inside[i];
      if (element !== undefined && early.names.has(hashBlockNames(element))) found.push(element);
    }
  }
  const kept = early.rules
    .filter(({ action }) => action === 'keep')
    .flatMap((rule) => findByRule(root, rule));
  const touches = (element: Element) => kept.some((one) => holds(one, element) || holds(element, one));
  const hidden: Element[] = [];
  for (const element of found) {
    if (hidden.length >= MAX_HIDDEN) break;
    if (!isLike(element, PAGE) && !isTooMuch(element) && !touches(element)) hidden.push(element);
  }
  return hidden;
}
