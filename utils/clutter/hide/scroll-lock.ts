import { bodyOf, parentElementOf, rootOf } from '../../page/dom-access.ts';
import { attributeOf, hasAttribute, readAttribute, styleOf } from '../../page/element-access.ts';
import { type AttributeChange, removeAttribute, restoreAttribute } from './attribute-change.ts';
import { changeStyle, type InlineChange, undoStyle } from './hide-element.ts';

/** What was undone so that the page scrolls and can be used again. */
export interface Unlocking {
  styles: InlineChange[];
  attributes: AttributeChange[];
}

type View = Pick<Window, 'getComputedStyle' | 'scrollTo' | 'scrollY'>;

/** `html` and `body`, as far as they are there. */
function rootsOf(document_: Document): HTMLElement[] {
  return [rootOf(document_), bodyOf(document_)].filter((element) => element !== null);
}

/** Whether `html` or `body` is kept from scrolling, whoever did it and however. */
function isScrollLocked(document_: Document, view: View): boolean {
  const body = bodyOf(document_);
  if (body === null) return false;
  return rootsOf(document_).some((element) => {
    const style = view.getComputedStyle(element);
    return isClipped(style) || (element === body && style.position === 'fixed');
  });
}

/** Whether the page is kept from scrolling, or what holds the article from being used. */
export function isPageLocked(document_: Document, view: View, kept: readonly Element[]): boolean {
  const body = bodyOf(document_);
  return isScrollLocked(document_, view) || (body !== null && findDisabled(body, kept).length > 0);
}

function isClipped(style: CSSStyleDeclaration): boolean {
  return [style.overflowY, style.overflow].some((value) => value === 'hidden' || value === 'clip');
}

/**
 * Undoes what a pop-up does to the page behind it: clipped overflow by class or inline style, a fixed body with the
 * scroll offset kept in its `top`, and `inert` or `aria-hidden` on what holds the article.
 *
 * @param kept the article's elements: only what holds one of them is made usable again
 */
export function unlockPage(document_: Document, view: View, kept: readonly Element[]): Unlocking {
  const [body, root] = [bodyOf(document_), rootOf(document_)];
  const done: Unlocking = { styles: [], attributes: [] };
  if (body === null || root === null) return done;
  const change = (element: Element, declarations: Record<string, string>): void => {
    const made = changeStyle(element, declarations);
    if (made !== null) done.styles.push(made);
  };
  if (isClipped(view.getComputedStyle(root))) change(root, { overflow: 'visible' });
  const style = view.getComputedStyle(body);
  const offset = style.position === 'fixed' ? -Number.parseFloat(style.top) : Number.NaN;
  const declarations: Record<string, string> = {};
  if (isClipped(style)) declarations.overflow = 'visible';
  if (style.position === 'fixed') Object.assign(declarations, { position: 'static', top: 'auto' });
  if (Object.keys(declarations).length > 0) change(body, declarations);
  if (offset > 0 && view.scrollY === 0) view.scrollTo(0, offset);
  for (const element of findDisabled(body, kept)) {
    for (const name of ['inert', 'aria-hidden']) {
      const taken = removeAttribute(element, name);
      if (taken !== null) done.attributes.push(taken);
    }
  }
  return done;
}

/** Elements at the top of the page that are switched off although they hold some of the article. */
function findDisabled(body: Element, kept: readonly Element[]): Element[] {
  const sample = kept[Math.floor(kept.length / 2)];
  const found: Element[] = [];
  for (let at = sample ?? null; at !== null && at !== body; at = parentElementOf(at)) {
    if (hasAttribute(at, 'inert') || readAttribute(at, 'aria-hidden') === 'true') found.push(at);
  }
  return found;
}

/** A banner's height and the room made for it may differ by rounding, in CSS pixels. */
const ROUNDING = 2;

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
