import {
  aroundOf,
  bodyOf,
  documentOf,
  elementsAt,
  firstChildOf,
  isElement,
  isText,
  nextSiblingOf,
  parentElementOf,
  rootOf,
} from '../../page/dom-access.ts';
import {
  attributeOf,
  boxOf,
  countElements,
  findFirst,
  hasAttribute,
  isDrawn,
  nameOf,
  openRootOf,
  readAttribute,
} from '../../page/element-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import { namesOf } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { hasWords } from '../find/read-words.ts';
import { closedRootOf } from '../find/shadow-roots.ts';
import { tagBits } from '../find/tags.ts';

/*
 * Layers are elements over the page that do not scroll with it. A *modal* is a layer that blocks the page while it is open;
 * bars and corner boxes are layers, but no modals.
 */

export type View = Pick<Window, 'getComputedStyle' | 'innerWidth' | 'innerHeight'>;

/** A view that caches styles for one pass without changes, because blocks share ancestors. */
export function viewOnce(view: View): View {
  const styles = new Map<Element, CSSStyleDeclaration>();
  return {
    // Read on demand, because they force layout.
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

export function isDialog(element: Element): boolean {
  const role = readAttribute(element, 'role');
  return (
    nameOf(element) === 'dialog' ||
    role === 'dialog' ||
    role === 'alertdialog' ||
    readAttribute(element, 'aria-modal') === 'true'
  );
}

/** The shadow root of an element, including closed ones if accessible. */
export const rootIn = (element: Element): ShadowRoot | null =>
  openRootOf(element) ?? closedRootOf(element, tagBits(nameOf(element)));

/** The children of an element, including those in its shadow root. */
function childrenOf(element: Element): Element[] {
  const found: Element[] = [];
  for (const place of [rootIn(element), element]) {
    for (let at = place && firstChildOf(place); at !== null; at = nextSiblingOf(at)) {
      if (isElement(at)) found.push(at);
    }
  }
  return found;
}

/** Limit of elements examined in a wrapper: content of portals is some levels down. */
const MAX_ELEMENTS = 24;

/** The layer that an element is, or the first one in it, in breadth-first order. Computes style of a few elements. */
export function layerIn(element: Element, view: View): Element | null {
  const queue = [element];
  for (let i = 0; i < queue.length && i < MAX_ELEMENTS; i++) {
    const at = queue[i] as Element;
    const { position } = view.getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky' || isDialog(at) || hasAttribute(at, 'popover'))
      return at;
    // Wrappers have no words of their own.
    if (!hasOwnWords(at)) queue.push(...childrenOf(at));
  }
  return null;
}

function hasOwnWords(element: Element): boolean {
  for (let at = firstChildOf(element); at !== null; at = nextSiblingOf(at)) {
    if (isText(at) && at.data.trim() !== '') return true;
  }
  return false;
}

/**
 * The outermost layer around an element, including itself; null if it scrolls with the page.
 *
 * @param chain the article's ancestors, none of which is a layer over it
 */
export function layerAround(element: Element, view: View, chain: ReadonlySet<Element>): Element | null {
  const body = bodyOf(documentOf(element));
  let found: Element | null = null;
  for (let at: Node | null = element; at !== null && at !== body; at = aroundOf(at)) {
    if (!isElement(at)) continue;
    if (chain.has(at)) break;
    if (isDialog(at) || view.getComputedStyle(at).position === 'fixed') found = at;
  }
  return found;
}

const OVERLAY = nameBits('overlay');

/** Whether a layer blocks the page: a dialog, or one that covers the middle of the window. */
export function isModalLayer(layer: Element, view: View): boolean {
  if (isDialog(layer)) return true;
  if (isDrawn(layer) === false && (namesOf(layer) & OVERLAY) !== 0) return true;
  const style = view.getComputedStyle(layer);
  if (style.position !== 'fixed') return false;
  if (isSpread(style)) return true;
  const { left, top, right, bottom } = boxOf(layer);
  const [x, y] = [view.innerWidth / 2, view.innerHeight / 2];
  return left <= x && x <= right && top <= y && y <= bottom;
}

/** Whether style spreads an element over the whole window. */
export function isSpread(style: CSSStyleDeclaration): boolean {
  const spans = (start: string, end: string, size: string): boolean =>
    start === '0px' && (end === '0px' || size === '100%' || size === '100vw' || size === '100vh');
  return spans(style.left, style.right, style.width) && spans(style.top, style.bottom, style.height);
}

/** Maximum number of elements in an empty layer. */
const MAX_IN_EMPTY = 3;

/** Whether a layer has nothing to read or use; a drawing is decoration. */
export function isEmptyLayer(element: Element): boolean {
  if (['script', 'style', 'link', 'template'].includes(nameOf(element))) return false;
  if (countElements(element) > MAX_IN_EMPTY || rootIn(element) !== null || hasWords(element)) return false;
  return findFirst(element, 'img, video, audio, iframe, input, button, select, textarea, canvas, a') === null;
}

/** Number of hit test points per side of the window. */
const GRID = 5;

/**
 * The layers over the page by hit tests, which ignore what is under it, such as a background image. Forces layout; in a page
 * of 50,000 elements one hit test takes 5 ms, so it may pause after each.
 *
 * @param chain the article's ancestors
 */
export function* layersInSteps(
  document_: Document,
  view: View,
  chain: ReadonlySet<Element>,
): Steps<Set<Element>> {
  const root = rootOf(document_);
  const over = new Set<Element>();
  /** Where the page itself is not hit, hit tests do not tell what is over it. */
  const perhaps = new Set<Element>();
  let isPageSeen = false;
  for (let i = 0; i < GRID * GRID; i++) {
    const x = (((i % GRID) + 0.5) * view.innerWidth) / GRID;
    const y = ((Math.floor(i / GRID) + 0.5) * view.innerHeight) / GRID;
    const hits = elementsAt(document_, x, y);
    const isPage = (hit: Element): boolean => hit !== root && chain.has(hit);
    const end = hits.findIndex(isPage);
    isPageSeen ||= end >= 0;
    for (const hit of end < 0 ? hits : hits.slice(0, end)) (end < 0 ? perhaps : over).add(hit);
    yield;
  }
  const layers = new Set<Element>();
  for (const hit of isPageSeen ? over : perhaps) {
    const layer = chain.has(hit)
      ? null
      : (layerAround(hit, view, chain) ?? (rootIn(hit) === null ? null : layerIn(hit, view)));
    if (layer !== null) layers.add(layer);
  }
  return layers;
}

const LAYER_NAMES = nameBits('overlay', 'newsletter', 'push', 'app');

/** Whether an element may be a layer over the page, by its attributes only. */
export function isLikeLayer(element: Element): boolean {
  if (isDialog(element) || /position:\s*fixed/.test(attributeOf(element, 'style'))) return true;
  return (namesOf(element) & LAYER_NAMES) !== 0 || parentElementOf(element) === bodyOf(documentOf(element));
}
