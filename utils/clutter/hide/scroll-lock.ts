import { bodyOf, rootOf } from '../../page/dom-access.ts';
import {
  attributeOf,
  boxOf,
  clientHeightOf,
  dropAttribute,
  hasAttribute,
  readAttribute,
  scrollHeightOf,
  styleOf,
  writeAttribute,
} from '../../page/element-access.ts';
import { chainOf } from './article-chain.ts';
import { changeStyle, type InlineChange, undoStyle } from './hide-element.ts';

/** The changes that make the page usable again. */
export interface Unlocking {
  styles: InlineChange[];
  attributes: AttributeChange[];
}

type View = Pick<Window, 'getComputedStyle' | 'scrollTo' | 'scrollY' | 'innerHeight'>;

/** An element that blocks the page, and the style that frees it. */
interface Hold {
  element: Element;
  declarations: Record<string, string>;
  attributes: readonly string[];
  /** The scroll position at which the page was fixed, in CSS pixels. */
  offset: number;
}

/** Filters that make text unreadable; others are design, such as a dark theme by inversion. */
const DIMMING = /\b(blur|opacity|brightness|grayscale)\(/;
const MIN_OPACITY = 0.95;
/** Values that allow vertical panning. */
const ALLOWS_PAN = /auto|manipulation|pan-y|pan-up|pan-down/;
/** Tolerance for rounding, in CSS pixels. */
const ROUNDING = 2;
/** Minimum height of clipped content that counts as a scroll lock, in CSS pixels. */
const MIN_CLIPPED_PX = 100;
/** Iterations, because locks can be nested. */
const ROUNDS = 4;

// Not every engine expands the shorthand.
const overflowOf = (style: CSSStyleDeclaration): string => style.overflowY || style.overflow;
const isClipped = (style: CSSStyleDeclaration): boolean => /hidden|clip/.test(overflowOf(style));
const isScrolling = (style: CSSStyleDeclaration): boolean => /auto|scroll|overlay/.test(overflowOf(style));

/** `html` and `body`, if present. */
function rootsOf(document_: Document): HTMLElement[] {
  return [rootOf(document_), bodyOf(document_)].filter((element) => element !== null);
}

/** The blocking properties in an element's own style. */
function findDimming(style: CSSStyleDeclaration, around: CSSStyleDeclaration | null): Record<string, string> {
  const found: Record<string, string> = {};
  // Inherited, so only the element where it begins counts.
  if (style.pointerEvents === 'none' && around?.pointerEvents !== 'none') found['pointer-events'] = 'auto';
  if (style.visibility === 'hidden' && around?.visibility !== 'hidden') found.visibility = 'visible';
  if (DIMMING.test(style.filter)) Object.assign(found, { filter: 'none', transition: 'none' });
  if (Number.parseFloat(style.opacity) < MIN_OPACITY)
    Object.assign(found, { opacity: '1', transition: 'none' });
  if (style.touchAction && !ALLOWS_PAN.test(style.touchAction)) found['touch-action'] = 'auto';
  return found;
}

/** Whether an element below the body scrolls to the article, so that nothing else has to. */
function scrollsItself(element: Element, style: CSSStyleDeclaration): boolean {
  return isScrolling(style) && scrollHeightOf(element) > clientHeightOf(element) + ROUNDING;
}

/** Whether an element below the body clips the page to the height of the window. */
function clipsPage(element: Element, style: CSSStyleDeclaration, view: View): boolean {
  const shows = clientHeightOf(element);
  return (
    isClipped(style) &&
    shows >= view.innerHeight / 2 &&
    shows <= view.innerHeight + ROUNDING &&
    scrollHeightOf(element) > shows + MIN_CLIPPED_PX
  );
}

/** Horizontal clipping stays, because the clipped content may be very wide. */
function unclip(isBody: boolean, root: CSSStyleDeclaration): Record<string, string> {
  // The body's overflow applies to the window only if the root has none.
  const isWindows = !isBody || overflowOf(root) === 'visible';
  return isWindows ? { 'overflow-y': 'auto' } : { 'overflow-x': 'clip', 'overflow-y': 'visible' };
}

/** The properties with which an ancestor of the article prevents scrolling. */
function findClipping(
  element: Element,
  style: CSSStyleDeclaration,
  page: {
    root: Element;
    body: Element;
    rootStyle: CSSStyleDeclaration;
    isPageUnscrollable: boolean;
    view: View;
  },
): Record<string, string> {
  const { root, body, rootStyle, isPageUnscrollable, view } = page;
  const isRoot = element === root || element === body;
  const found: Record<string, string> = {};
  if (isRoot && isClipped(style)) Object.assign(found, unclip(element === body, rootStyle));
  if (!isRoot && isPageUnscrollable && clipsPage(element, style, view)) found['overflow-y'] = 'auto';
  const isPage = isRoot || (!isRoot && boxOf(element).height > view.innerHeight);
  if (style.position === 'fixed' && isPage) Object.assign(found, { position: 'static', top: 'auto' });
  return found;
}

function findLocks(document_: Document, view: View, kept: readonly Element[]): Hold[] {
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
  const isPageUnscrollable = scrollHeightOf(root) <= view.innerHeight + ROUNDING;
  const page = { root, body, rootStyle, isPageUnscrollable, view };
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

/** Whether the page can't scroll, or the article can't be used or seen normally. */
export function isPageLocked(document_: Document, view: View, kept: readonly Element[]): boolean {
  return findLocks(document_, view, kept).length > 0;
}

/**
 * Undoes the effects of a pop-up on the page behind it: clipped overflow of the page or its wrapper, a fixed body with the
 * scroll offset in `top`, and on ancestors of the article `inert`, `aria-hidden`, blur, fading, and style that ignores
 * pointer or touch.
 *
 * @param kept the article's elements, whose ancestors are made usable again
 */
export function unlockPage(document_: Document, view: View, kept: readonly Element[]): Unlocking {
  const done: Unlocking = { styles: [], attributes: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const holds = findLocks(document_, view, kept);
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
 * Removes space reserved for a bar: inline padding or margin of `html` or `body` as high as the bar, and the custom
 * properties of that length beside it, by which sticky headers keep below the bar.
 *
 * @param height of the visible bar, in CSS pixels
 */
export function closeGap(document_: Document, height: number): InlineChange[] {
  const changes: InlineChange[] = [];
  if (height < ROUNDING) return changes;
  const close = (element: HTMLElement, names: readonly string[]): void => {
    for (const name of names) {
      const value = styleOf(element)?.getPropertyValue(name).trim() ?? '';
      if (!value.endsWith('px') || !(Math.abs(Number.parseFloat(value) - height) <= ROUNDING)) continue;
      const change = changeStyle(element, { [name]: '0px' });
      if (change !== null) changes.push(change);
    }
  };
  const roots = rootsOf(document_);
  for (const root of roots) close(root, ['padding-top', 'padding-bottom', 'margin-top', 'margin-bottom']);
  if (changes.length > 0) for (const root of roots) close(root, customProperties(root));
  return changes;
}

/** The names of the custom properties in an element's inline style. */
const customProperties = (element: Element): string[] =>
  [...(styleOf(element) ?? [])].filter((name) => name.startsWith('--'));

/** Whether `html` or `body` reserves space by inline style. */
export function hasGap(document_: Document): boolean {
  return rootsOf(document_).some((element) =>
    /(padding|margin)(-top|-bottom)?\s*:/.test(attributeOf(element, 'style')),
  );
}

/** Restores the lock. */
export function relockPage(done: Unlocking): void {
  for (const change of done.styles.toReversed()) undoStyle(change);
  for (const change of done.attributes) restoreAttribute(change);
}

/** A removed attribute. */
export interface AttributeChange {
  element: Element;
  name: string;
  value: string;
}

/** Removes an attribute; null if it was absent. */
export function removeAttribute(element: Element, name: string): AttributeChange | null {
  const value = readAttribute(element, name);
  if (value === null) return null;
  dropAttribute(element, name);
  return { element, name, value };
}

/** Restores it unless the page has set it again. */
export function restoreAttribute(change: AttributeChange): void {
  if (!hasAttribute(change.element, change.name)) writeAttribute(change.element, change.name, change.value);
}
