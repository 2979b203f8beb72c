import { bodyOf, documentElementOf } from '../../page/dom-access.ts';
import {
  attributeOf,
  boundingRectOf,
  clientHeightOf,
  getAttribute,
  hasAttribute,
  inlineStyleOf,
  removeAttribute,
  scrollHeightOf,
  setAttribute,
} from '../../page/element-access.ts';
import { listArticleAncestors } from './article-ancestors.ts';
import { changeInlineStyle, type InlineChange, undoInlineChange } from './hide-element.ts';

/** The changes that make the page usable again. */
export interface UnlockChanges {
  styles: InlineChange[];
  attributes: AttributeChange[];
}

type View = Pick<Window, 'getComputedStyle' | 'scrollTo' | 'scrollY' | 'innerHeight'>;

/** An element that locks the page, and the styles that unlock it. */
interface Lock {
  element: Element;
  declarations: Record<string, string>;
  attributes: readonly string[];
  /** The scroll position at which the page was fixed, in CSS px; NaN if it was not. */
  offset: number;
}

/** Filters that make text unreadable. Others belong to the design, such as an inversion for a dark theme. */
const DIMMING = /\b(blur|opacity|brightness|grayscale)\(/;
const MIN_OPACITY = 0.95;
/** Values of `touch-action` that allow vertical panning. */
const ALLOWS_PAN = /auto|manipulation|pan-y|pan-up|pan-down/;
/** Tolerance for rounding, in CSS px. */
const ROUNDING_PX = 2;
/** Minimum height of clipped content that counts as a scroll lock, in CSS px. */
const MIN_CLIPPED_PX = 100;
/** Maximum number of rounds; locks can be nested, so that one is found only after another was removed. */
const MAX_ROUNDS = 4;

// Some engines don't expand the shorthand.
const overflowOf = (style: CSSStyleDeclaration): string => style.overflowY || style.overflow;
const isClipped = (style: CSSStyleDeclaration): boolean => /hidden|clip/.test(overflowOf(style));
const isScrolling = (style: CSSStyleDeclaration): boolean => /auto|scroll|overlay/.test(overflowOf(style));

/** `html` and `body`, if present. */
function rootsOf(document_: Document): HTMLElement[] {
  return [documentElementOf(document_), bodyOf(document_)].filter((element) => element !== null);
}

/** Returns declarations that undo how an element's own style makes the article unusable or hard to read. */
function undoDimming(
  style: CSSStyleDeclaration,
  parentStyle: CSSStyleDeclaration | null,
): Record<string, string> {
  const found: Record<string, string> = {};
  // These are inherited, so only the element that sets them counts.
  if (style.pointerEvents === 'none' && parentStyle?.pointerEvents !== 'none')
    found['pointer-events'] = 'auto';
  if (style.visibility === 'hidden' && parentStyle?.visibility !== 'hidden') found.visibility = 'visible';
  if (DIMMING.test(style.filter)) Object.assign(found, { filter: 'none', transition: 'none' });
  if (Number.parseFloat(style.opacity) < MIN_OPACITY)
    Object.assign(found, { opacity: '1', transition: 'none' });
  if (style.touchAction && !ALLOWS_PAN.test(style.touchAction)) found['touch-action'] = 'auto';
  return found;
}

/** Whether an element is a scroll container, so that the page itself needn't scroll. */
function isScrollContainer(element: Element, style: CSSStyleDeclaration): boolean {
  return isScrolling(style) && scrollHeightOf(element) > clientHeightOf(element) + ROUNDING_PX;
}

/** Whether an element below the body clips the page to the height of the viewport. */
function clipsPage(element: Element, style: CSSStyleDeclaration, view: View): boolean {
  const visibleHeight = clientHeightOf(element);
  return (
    isClipped(style) &&
    visibleHeight >= view.innerHeight / 2 &&
    visibleHeight <= view.innerHeight + ROUNDING_PX &&
    scrollHeightOf(element) > visibleHeight + MIN_CLIPPED_PX
  );
}

/** Returns declarations that undo vertical clipping. Horizontal clipping stays, because the content can be very wide. */
function undoClipping(isBody: boolean, root: CSSStyleDeclaration): Record<string, string> {
  // The body's overflow applies to the viewport only if that of the document element is `visible`.
  const appliesToViewport = !isBody || overflowOf(root) === 'visible';
  return appliesToViewport ? { 'overflow-y': 'auto' } : { 'overflow-x': 'clip', 'overflow-y': 'visible' };
}

/** Returns declarations that undo how an ancestor of the article prevents scrolling. */
function undoScrollLock(
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
  if (isRoot && isClipped(style)) Object.assign(found, undoClipping(element === body, rootStyle));
  if (!isRoot && isPageUnscrollable && clipsPage(element, style, view)) found['overflow-y'] = 'auto';
  const isPage = isRoot || (!isRoot && boundingRectOf(element).height > view.innerHeight);
  if (style.position === 'fixed' && isPage) Object.assign(found, { position: 'static', top: 'auto' });
  return found;
}

function findLocks(document_: Document, view: View, extracted: readonly Element[]): Lock[] {
  const [root, body] = [documentElementOf(document_), bodyOf(document_)];
  if (root === null || body === null) return [];
  const ancestors = listArticleAncestors(document_, extracted).map((element) => ({
    element,
    style: view.getComputedStyle(element),
  }));
  const hasOwnScrolling = ({ element, style }: (typeof ancestors)[number]): boolean =>
    element !== root && element !== body && isScrollContainer(element, style);
  const hasScrollContainer = ancestors.some(hasOwnScrolling);
  const rootStyle = view.getComputedStyle(root);
  const isPageUnscrollable = scrollHeightOf(root) <= view.innerHeight + ROUNDING_PX;
  const page = { root, body, rootStyle, isPageUnscrollable, view };
  return ancestors.flatMap(({ element, style }, i): Lock[] => {
    const clipping = hasScrollContainer ? {} : undoScrollLock(element, style, page);
    const declarations = { ...undoDimming(style, ancestors[i - 1]?.style ?? null), ...clipping };
    const attributes = [
      ...(hasAttribute(element, 'inert') ? ['inert'] : []),
      ...(getAttribute(element, 'aria-hidden') === 'true' ? ['aria-hidden'] : []),
    ];
    const offset = 'position' in clipping ? -Number.parseFloat(style.top) : Number.NaN;
    const isLocking = attributes.length > 0 || Object.keys(declarations).length > 0;
    return isLocking ? [{ element, declarations, attributes, offset }] : [];
  });
}

/** Whether the page can't scroll, or the article can't be used or seen normally. */
export function isPageLocked(document_: Document, view: View, extracted: readonly Element[]): boolean {
  return findLocks(document_, view, extracted).length > 0;
}

/**
 * Undoes the effects of a pop-up on the page behind it:
 * - clipped overflow of the page or its wrapper
 * - a fixed body with the scroll offset in `top`
 * - on ancestors of the article: `inert`, `aria-hidden`, blur, reduced opacity, and styles that disable pointer or touch
 *
 * @param extracted the elements that extraction found, whose ancestors are made usable again
 */
export function unlockPage(document_: Document, view: View, extracted: readonly Element[]): UnlockChanges {
  const changes: UnlockChanges = { styles: [], attributes: [] };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const locks = findLocks(document_, view, extracted);
    if (locks.length === 0) break;
    for (const { element, declarations, attributes, offset } of locks) {
      if (Object.keys(declarations).length > 0) {
        const styleChange = changeInlineStyle(element, declarations);
        if (styleChange !== null) changes.styles.push(styleChange);
      }
      for (const name of attributes) {
        const attributeChange = removeIfSet(element, name);
        if (attributeChange !== null) changes.attributes.push(attributeChange);
      }
      if (offset > 0 && view.scrollY === 0) view.scrollTo(0, offset);
    }
  }
  return changes;
}

/**
 * Removes space reserved for a bar: inline padding or margin of `html` or `body` as high as the bar, and custom properties of
 * the same length, which sites use to keep sticky headers below the bar.
 *
 * @param height the height of the visible bar, in CSS px
 */
export function removeReservedSpace(document_: Document, height: number): InlineChange[] {
  const changes: InlineChange[] = [];
  if (height < ROUNDING_PX) return changes;
  const resetLengths = (element: HTMLElement, names: readonly string[]): void => {
    for (const name of names) {
      const value = inlineStyleOf(element)?.getPropertyValue(name).trim() ?? '';
      if (!value.endsWith('px') || !(Math.abs(Number.parseFloat(value) - height) <= ROUNDING_PX)) continue;
      const change = changeInlineStyle(element, { [name]: '0px' });
      if (change !== null) changes.push(change);
    }
  };
  const roots = rootsOf(document_);
  for (const root of roots)
    resetLengths(root, ['padding-top', 'padding-bottom', 'margin-top', 'margin-bottom']);
  if (changes.length > 0) for (const root of roots) resetLengths(root, listCustomProperties(root));
  return changes;
}

/** The names of the custom properties in an element's inline style. */
const listCustomProperties = (element: Element): string[] =>
  [...(inlineStyleOf(element) ?? [])].filter((name) => name.startsWith('--'));

/** Whether `html` or `body` has an inline padding or margin, and so may reserve space. */
export function mayReserveSpace(document_: Document): boolean {
  return rootsOf(document_).some((element) =>
    /(padding|margin)(-top|-bottom)?\s*:/.test(attributeOf(element, 'style')),
  );
}

/** Restores the lock by undoing changes. */
export function relockPage(changes: UnlockChanges): void {
  for (const change of changes.styles.toReversed()) undoInlineChange(change);
  for (const change of changes.attributes) restoreAttribute(change);
}

/** A removed attribute. */
export interface AttributeChange {
  element: Element;
  name: string;
  value: string;
}

/** Removes an attribute; returns null if it was missing. */
export function removeIfSet(element: Element, name: string): AttributeChange | null {
  const value = getAttribute(element, name);
  if (value === null) return null;
  removeAttribute(element, name);
  return { element, name, value };
}

/** Restores an attribute unless the page has set it again. */
export function restoreAttribute(change: AttributeChange): void {
  if (!hasAttribute(change.element, change.name)) setAttribute(change.element, change.name, change.value);
}
