import {
  bodyOf,
  documentElementOf,
  documentOf,
  elementsFromPoint,
  firstChildOf,
  isElement,
  isText,
  nextSiblingOf,
  parentElementOf,
  parentOrHostOf,
} from '../../page/dom-access.ts';
import {
  attributeOf,
  boundingRectOf,
  countChildElements,
  findFirst,
  hasAttribute,
  isRendered,
  localNameOf,
  shadowRootOf,
} from '../../page/element-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import { isDialog } from '../../page/is-dialog.ts';
import { namesOf } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { containsText } from '../find/read-words.ts';
import { closedRootOf } from '../find/shadow-roots.ts';
import { tagBits } from '../find/tags.ts';

/*
 * Layers are elements over the page that don't scroll with it. A *modal* is a layer that blocks the page while it is open.
 * Bars and boxes in a corner are layers, but not modals.
 */

export type View = Pick<Window, 'getComputedStyle' | 'innerWidth' | 'innerHeight'>;

/** Returns a view that caches computed styles, because blocks share ancestors. Valid until the page is changed. */
export function createCachedView(view: View): View {
  const styles = new Map<Element, CSSStyleDeclaration>();
  return {
    // Getters, because reading these forces layout
    get innerWidth() {
      return view.innerWidth;
    },
    get innerHeight() {
      return view.innerHeight;
    },
    getComputedStyle(element) {
      let style = styles.get(element);
      if (style === undefined) {
        style = view.getComputedStyle(element);
        styles.set(element, style);
      }
      return style;
    },
  };
}

/** The open shadow root of an element, or the closed one if it is accessible; else null. */
export const accessibleShadowRootOf = (element: Element): ShadowRoot | null =>
  shadowRootOf(element) ?? closedRootOf(element, tagBits(localNameOf(element)));

/** The children of an element, including those in its shadow root. */
function childrenOf(element: Element): Element[] {
  const found: Element[] = [];
  for (const tree of [accessibleShadowRootOf(element), element]) {
    for (let at = tree && firstChildOf(tree); at !== null; at = nextSiblingOf(at)) {
      if (isElement(at)) found.push(at);
    }
  }
  return found;
}

/** Maximum number of elements examined in a wrapper. The content of portals (React) is some levels down. */
const MAX_ELEMENTS = 24;

/** Returns the first layer in breadth-first order, starting with the element itself; null if there is none. */
export function findLayerIn(element: Element, view: View): Element | null {
  const queue = [element];
  for (let i = 0; i < queue.length && i < MAX_ELEMENTS; i++) {
    const at = queue[i] as Element;
    const { position } = view.getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky' || isDialog(at) || hasAttribute(at, 'popover'))
      return at;
    // Only wrappers are searched, which have no text of their own.
    if (!hasOwnText(at)) queue.push(...childrenOf(at));
  }
  return null;
}

function hasOwnText(element: Element): boolean {
  for (let at = firstChildOf(element); at !== null; at = nextSiblingOf(at)) {
    if (isText(at) && at.data.trim() !== '') return true;
  }
  return false;
}

/**
 * Returns the outermost layer that is or contains an element; null if it scrolls with the page.
 *
 * @param articleAncestors the article's ancestors, none of which is a layer over it
 */
export function findLayerAround(
  element: Element,
  view: View,
  articleAncestors: ReadonlySet<Element>,
): Element | null {
  const body = bodyOf(documentOf(element));
  let found: Element | null = null;
  for (let at: Node | null = element; at !== null && at !== body; at = parentOrHostOf(at)) {
    if (!isElement(at)) continue;
    if (articleAncestors.has(at)) break;
    if (isDialog(at) || view.getComputedStyle(at).position === 'fixed') found = at;
  }
  return found;
}

const OVERLAY_NAME = nameBits('overlay');

/** Whether a layer blocks the page, because it is a dialog or covers the middle of the viewport. */
export function isModalLayer(layer: Element, view: View): boolean {
  if (isDialog(layer)) return true;
  if (isRendered(layer) === false && (namesOf(layer) & OVERLAY_NAME) !== 0) return true;
  const style = view.getComputedStyle(layer);
  if (style.position !== 'fixed') return false;
  if (coversViewport(style)) return true;
  const { left, top, right, bottom } = boundingRectOf(layer);
  const [x, y] = [view.innerWidth / 2, view.innerHeight / 2];
  return left <= x && x <= right && top <= y && y <= bottom;
}

/** Whether a style makes a fixed element cover the whole viewport. */
export function coversViewport(style: CSSStyleDeclaration): boolean {
  const spans = (start: string, end: string, size: string): boolean =>
    start === '0px' && (end === '0px' || size === '100%' || size === '100vw' || size === '100vh');
  return spans(style.left, style.right, style.width) && spans(style.top, style.bottom, style.height);
}

/** Maximum number of elements in an empty layer. */
const MAX_ELEMENTS_IN_EMPTY = 3;

/** Whether a layer has nothing to read or use. An SVG counts as decoration. */
export function isEmptyLayer(element: Element): boolean {
  if (['script', 'style', 'link', 'template'].includes(localNameOf(element))) return false;
  if (
    countChildElements(element) > MAX_ELEMENTS_IN_EMPTY ||
    accessibleShadowRootOf(element) !== null ||
    containsText(element)
  )
    return false;
  return findFirst(element, 'img, video, audio, iframe, input, button, select, textarea, canvas, a') === null;
}

/** Number of hit test points per side of the viewport. */
const GRID_SIZE = 5;

/**
 * Finds the layers over the page by hit tests, so that elements under the page, such as a background image, don't count.
 * Forces layout. In a page of 50,000 elements one hit test takes 5 ms, so there is a step after each.
 *
 * @param articleAncestors the article's ancestors
 */
export function* findLayersInSteps(
  document_: Document,
  view: View,
  articleAncestors: ReadonlySet<Element>,
): Steps<Set<Element>> {
  const root = documentElementOf(document_);
  const hitsAboveArticle = new Set<Element>();
  /** Hits at points without the article, where they may be under the page. Used only if there are no others. */
  const uncertainHits = new Set<Element>();
  let isArticleHit = false;
  for (let i = 0; i < GRID_SIZE * GRID_SIZE; i++) {
    const x = (((i % GRID_SIZE) + 0.5) * view.innerWidth) / GRID_SIZE;
    const y = ((Math.floor(i / GRID_SIZE) + 0.5) * view.innerHeight) / GRID_SIZE;
    const hits = elementsFromPoint(document_, x, y);
    const isArticlePart = (hit: Element): boolean => hit !== root && articleAncestors.has(hit);
    const end = hits.findIndex(isArticlePart);
    isArticleHit ||= end >= 0;
    for (const hit of end < 0 ? hits : hits.slice(0, end))
      (end < 0 ? uncertainHits : hitsAboveArticle).add(hit);
    yield;
  }
  const layers = new Set<Element>();
  for (const hit of isArticleHit ? hitsAboveArticle : uncertainHits) {
    const layer = articleAncestors.has(hit)
      ? null
      : (findLayerAround(hit, view, articleAncestors) ??
        (accessibleShadowRootOf(hit) === null ? null : findLayerIn(hit, view)));
    if (layer !== null) layers.add(layer);
  }
  return layers;
}

const LAYER_NAMES = nameBits('overlay', 'newsletter', 'push', 'app');

/** Whether an element may be a layer over the page. Checks only attributes and the parent. */
export function mayBeLayer(element: Element): boolean {
  if (isDialog(element) || /position:\s*fixed/.test(attributeOf(element, 'style'))) return true;
  return (namesOf(element) & LAYER_NAMES) !== 0 || parentElementOf(element) === bodyOf(documentOf(element));
}
