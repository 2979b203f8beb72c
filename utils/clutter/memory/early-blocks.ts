import { holds, shortTextOf } from '../../page/dom-access.ts';
import { elementsIn, findFirst, isLike } from '../../page/element-access.ts';
import { findByRule, type UserRule } from '../rules/user-rules.ts';
import { printNames } from './block-fingerprint.ts';

/** What is hidden on a site before anybody has looked at the page. */
export interface EarlyBlocks {
  /** The user's rules for the site. Those that need words can't be told before the words are there. */
  rules: readonly UserRule[];
  /** Names that have stood on hidden blocks only. */
  names: ReadonlySet<number>;
}

/** An element that holds the page, or could. */
const PAGE = 'html, body, main, article, h1, [role="main"], head, head *, script, style, link, template';

/** Characters of text in a block that is known by name; what has more is looked at first. */
const BLOCK_TEXT = 1500;
/** Blocks that are hidden in one piece of a page. */
const MOST_HIDDEN = 100;

/** Whether a block holds the page's own parts, or so much text that it may be the story. */
export function isTooMuch(element: Element): boolean {
  // The text first: it says no of large elements without reading them.
  return shortTextOf(element, BLOCK_TEXT) === null || findFirst(element, 'main, article, h1') !== null;
}

/**
 * Finds what is known by name in something the page has just got. It may be hidden at once, since it is looked at
 * again, with the whole article known, before long.
 *
 * @param root what the page has got
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
      if (element !== undefined && early.names.has(printNames(element))) found.push(element);
    }
  }
  const kept = early.rules
    .filter(({ action }) => action === 'keep')
    .flatMap((rule) => findByRule(root, rule));
  const touches = (element: Element) => kept.some((one) => holds(one, element) || holds(element, one));
  const hidden: Element[] = [];
  for (const element of found) {
    if (hidden.length >= MOST_HIDDEN) break;
    if (!isLike(element, PAGE) && !isTooMuch(element) && !touches(element)) hidden.push(element);
  }
  return hidden;
}
