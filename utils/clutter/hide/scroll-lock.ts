import { bodyOf, rootOf } from '../../page/dom-access.ts';
import {
  attributeOf,
  boxOf,
  clientHeightOf,
  hasAttribute,
  readAttribute,
  scrollHeightOf,
  styleOf,
} from '../../page/element-access.ts';
import { chainOf } from './article-chain.ts';
import { type AttributeChange, removeAttribute, restoreAttribute } from './attribute-change.ts';
import { changeStyle, type InlineChange, undoStyle } from './hide-element.ts';

/** What was undone so that the page scrolls and can be used again. */
export interface Unlocking {
  styles: InlineChange[];
  attributes: AttributeChange[];
}

type View = Pick<Window, 'getComputedStyle' | 'scrollTo' | 'scrollY' | 'innerHeight'>;

/** One element that keeps the page from being used, and what frees it. */
interface Hold {
  element: Element;
  declarations: Record<string, string>;
  attributes: readonly string[];
  /** Where the page was scrolled to when it was fixed, in CSS pixels. */
  offset: number;
}

/** Filters that keep a text from being read; others are how a page looks, such as a dark theme by inversion. */
const DIMMING = /\b(blur|opacity|brightness|grayscale)\(/;
const LEAST_OPACITY = 0.95;
/** Values under which a finger moves the page up and down. */
const TAKES_TOUCH = /auto|manipulation|pan-y|pan-up|pan-down/;
/** Measures that are meant to be equal may differ by rounding, in CSS pixels. */
const ROUNDING = 2;
/** What is clipped must hide more than this of the page to be what keeps it from scrolling, in CSS pixels. */
const CLIPPED_AWAY = 100;
/** Holds in holds are found one after the other. */
const ROUNDS = 4;

/** Not every engine takes the shorthand apart. */
const overflowOf = (style: CSSStyleDeclaration): string => style.overflowY || style.overflow;
const isClipped = (style: CSSStyleDeclaration): boolean => /hidden|clip/.test(overflowOf(style));
const isScrolling = (style: CSSStyleDeclaration): boolean => /auto|scroll|overlay/.test(overflowOf(style));

/** `html` and `body`, as far as they are there. */
function rootsOf(document_: Document): HTMLElement[] {
  return [rootOf(document_), bodyOf(document_)].filter((element) => element !== null);
}

/** What an element's own style keeps the user from. */
function findDimming(style: CSSStyleDeclaration, around: CSSStyleDeclaration | null): Record<string, string> {
  const found: Record<string, string> = {};
  // Inherited: only where it begins.
  if (style.pointerEvents === 'none' && around?.pointerEvents !== 'none') found['pointer-events'] = 'auto';
  if (style.visibility === 'hidden' && around?.visibility !== 'hidden') found.visibility = 'visible';
  if (DIMMING.test(style.filter)) Object.assign(found, { filter: 'none', transition: 'none' });
  if (Number.parseFloat(style.opacity) < LEAST_OPACITY)
    Object.assign(found, { opacity: '1', transition: 'none' });
  if (style.touchAction && !TAKES_TOUCH.test(style.touchAction)) found['touch-action'] = 'auto';
  return found;
}

/** Whether an element below the body lets the user scroll to the article: then nothing else has to. */
function scrollsItself(element: Element, style: CSSStyleDeclaration): boolean {
  return isScrolling(style) && scrollHeightOf(element) > clientHeightOf(element) + ROUNDING;
}

/** Whether an element below the body shows a window's height of the page and clips the rest away. */
function clipsPage(element: Element, style: CSSStyleDeclaration, view: View): boolean {
  const shows = clientHeightOf(element);
  return (
    isClipped(style) &&
    shows >= view.innerHeight / 2 &&
    shows <= view.innerHeight + ROUNDING &&
    scrollHeightOf(element) > shows + CLIPPED_AWAY
  );
}

/** Sideways stays as it is: what is clipped there may be as wide as it likes. */
function unclip(isBody: boolean, root: CSSStyleDeclaration): Record<string, string> {
  // A body's overflow is the window's only where the root has none of its own.
  const isWindows = !isBody || overflowOf(root) === 'visible';
  return isWindows ? { 'overflow-y': 'auto' } : { 'overflow-x': 'clip', 'overflow-y': 'visible' };
}

/** What keeps a page from scrolling, as far as one element on the way to the article does it. */
function findClipping(
  element: Element,
  style: CSSStyleDeclaration,
  page: { root: Element; body: Element; rootStyle: CSSStyleDeclaration; isStuck: boolean; view: View },
): Record<string, string> {
  const { root, body, rootStyle, isStuck, view } = page;
  const isRoot = element === root || element === body;
  const found: Record<string, string> = {};
  if (isRoot && isClipped(style)) Object.assign(found, unclip(element === body, rootStyle));
  if (!isRoot && isStuck && clipsPage(element, style, view)) found['overflow-y'] = 'auto';
  const isPage = isRoot || (!isRoot && boxOf(element).height > view.innerHeight);
  if (style.position === 'fixed' && isPage) Object.assign(found, { position: 'static', top: 'auto' });
  return found;
}

function findHolds(document_: Document, view: View, kept: readonly Element[]): Hold[] {
  const [root, body] = [rootOf(document_), bodyOf(document_)];
  if (root === null || body === null) return [];
  const chain = chainOf(document_, kept).map((element) => ({
    element,
    style: view.getComputedStyle(element),
  }));
  const scrolls = ({ element, style }: (typeof chain)[number]): boolean =>
    element !== root && element !== body && scrollsItself(element, style);
  const isFree = chain.some(scrolls);
  const rootStyle = view.getComputedStyle(root);
  const isStuck = scrollHeightOf(root) <= view.innerHeight + ROUNDING;
  const page = { root, body, rootStyle, isStuck, view };
  return chain.flatMap(({ element, style }, i): Hold[] => {
    const clipping = isFree ? {} : findClipping(element, style, page);
    const declarations = { ...findDimming(style, chain[i - 1]?.style ?? null), ...clipping };
    const attributes = [
      ...(hasAttribute(element, 'inert') ? ['inert'] : []),
      ...(readAttribute(element, 'aria-hidden') === 'true' ? ['aria-hidden'] : []),
    ];
    const offset = 'position' in clipping ? -Number.parseFloat(style.top) : Number.NaN;
    const isHeld = attributes.length > 0 || Object.keys(declarations).length > 0;
    return isHeld ? [{ element, declarations, attributes, offset }] : [];
  });
}

/** Whether the page is kept from scrolling, or what holds the article from being used or seen as it is. */
export function isPageLocked(document_: Document, view: View, kept: readonly Element[]): boolean {
  return findHolds(document_, view, kept).length > 0;
}

/**
 * Undoes what a pop-up does to the page behind it: clipped overflow on the page or its wrapper, a fixed body with the
 * scroll offset kept in its `top`, and on what holds the article `inert`, `aria-hidden`, blur, fading, and style that
 * takes no pointer or touch.
 *
 * @param kept the article's elements: only what holds one of them is made usable again
 */
export function unlockPage(document_: Document, view: View, kept: readonly Element[]): Unlocking {
  const done: Unlocking = { styles: [], attributes: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const holds = findHolds(document_, view, kept);
    if (holds.length === 0) break;
    for (const { element, declarations, attributes, offset } of holds) {
      if (Object.keys(declarations).length > 0) {
        const made = changeStyle(element, declarations);
        if (made !== null) done.styles.push(made);
      }
      for (const name of attributes) {
        const taken = removeAttribute(element, name);
        if (taken !== null) done.attributes.push(taken);
      }
      if (offset > 0 && view.scrollY === 0) view.scrollTo(0, offset);
    }
  }
  return done;
}

/**
 * Takes back the room that the page makes for a bar: inline padding or margin of `html` or `body` as high as the bar.
 *
 * @param height of the bar while it shows, in CSS pixels
 */
export function closeGap(document_: Document, height: number): InlineChange[] {
  const changes: InlineChange[] = [];
  if (height < ROUNDING) return changes;
  for (const element of rootsOf(document_)) {
    for (const name of ['padding-top', 'padding-bottom', 'margin-top', 'margin-bottom']) {
      const room = Number.parseFloat(styleOf(element)?.getPropertyValue(name) ?? '');
      if (!(Math.abs(room - height) <= ROUNDING)) continue;
      const change = changeStyle(element, { [name]: '0px' });
      if (change !== null) changes.push(change);
    }
  }
  return changes;
}

/** Whether `html` or `body` makes room for something by inline style. */
export function hasGap(document_: Document): boolean {
  return rootsOf(document_).some((element) =>
    /(padding|margin)(-top|-bottom)?\s*:/.test(attributeOf(element, 'style')),
  );
}

/** Locks the page again as it was. */
export function relockPage(done: Unlocking): void {
  for (const change of done.styles.toReversed()) undoStyle(change);
  for (const change of done.attributes) restoreAttribute(change);
}
