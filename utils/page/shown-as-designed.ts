import {
  elementsAt,
  findAllIn,
  hostOfRoot,
  isAttached,
  listenAt,
  parentOf,
  rootOf,
  topOf,
  viewOf,
} from './dom-access.ts';
import { attributeOf, boxOf, isLike } from './element-access.ts';

/** How long something must have been shown as designed before it may be pressed, in ms: longer than a double-click. */
export const SETTLED_MS = 500;
/** From one look to the next, in ms; at random, so that a page can't tell when to undo what it does in between. */
const MIN_GAP_MS = 40;
const MAX_GAP_MS = 110;
/** After a longer gap nothing is known of the time in between, in ms. A busy machine shows a frame now and then. */
const MAX_UNSEEN_MS = 1500;
/** How far from its edges a box is looked at, in CSS px: within its border, and clear of its round corners. */
const INSET = 5;

/** What a page could change so that the user does not see what they press. */
const AS_SET: Partial<Record<keyof CSSStyleDeclaration, string>> = {
  opacity: '1',
  visibility: 'visible',
  filter: 'none',
  transform: 'none',
  scale: 'none',
  rotate: 'none',
  translate: 'none',
  clipPath: 'none',
  maskImage: 'none',
  mixBlendMode: 'normal',
  perspective: 'none',
};

/** Whether nothing of the page's style makes an element look other than it is. */
export function isPlain(element: Element): boolean {
  const style = viewOf(document)?.getComputedStyle(element);
  if (style === undefined) return false;
  return Object.entries(AS_SET).every(([name, set]) => {
    const value = style[name as keyof CSSStyleDeclaration];
    // What a browser does not know can't be set either.
    return value === undefined || value === '' || value === set;
  });
}

/** Whether what is drawn topmost at a point of the window, in CSS px, is an element of ours. */
export function isOnTop(host: Element, x: number, y: number): boolean {
  let seen: Element = host;
  // Of what is in a component of the page's, the document sees the component.
  for (let outer = hostOfRoot(topOf(seen)); outer !== null; outer = hostOfRoot(topOf(seen))) seen = outer;
  return elementsAt(document, x, y)[0] === seen;
}

const TOP_LAYER = ':popover-open,:modal,:fullscreen';

interface VisibilityEntry extends IntersectionObserverEntry {
  /** Intersection Observer v2, in Chromium: drawn in full, with nothing over it and no effect on it. */
  isVisible?: boolean;
}

/**
 * Watches whether a box of ours in a page has been visible as designed for a while: the document is the page's, which
 * may make our host transparent, move it under the pointer, take it elsewhere, or draw something over it.
 *
 * Chromium's `trackVisibility` tells whether anything is drawn over it, whatever lets the pointer through. Firefox has
 * no such thing: there what is topmost at nine points counts, and nothing may have come into the top layer after us.
 * An overlay that lets the pointer through, in the top layer, and inside a closed shadow root of the page, remains unseen.
 */
export class ShownWatch {
  readonly #host: HTMLElement;
  readonly #box: HTMLElement;
  readonly #isInPlace: (rect: DOMRect) => boolean;
  readonly #parent: Node | null;
  readonly #style: string | null;
  /** In the top layer before it. */
  readonly #below: Set<Element>;
  #since: number | null = null;
  #lookedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What Chromium says; null where the browser can't say, or has not yet. */
  #isVisible: boolean | null = null;
  readonly #tracks =
    typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

  /**
   * @param host ours in the page's document, shown as a popover, its style attribute as it stays
   * @param box in the host's closed shadow root: what must be visible
   * @param isInPlace whether the box, in CSS px of the window, is where it was put
   */
  constructor(
    host: HTMLElement,
    box: HTMLElement,
    isInPlace: (rect: DOMRect) => boolean,
    signal: AbortSignal,
  ) {
    this.#host = host;
    this.#box = box;
    this.#isInPlace = isInPlace;
    this.#parent = parentOf(host);
    this.#style = attributeOf(host, 'style');
    this.#below = new Set(findAllIn(document, TOP_LAYER));
    const reset = (): void => {
      this.#since = null;
    };
    const onToggle = ({ target }: Event): void => {
      if (!(target instanceof Element) || target === host) return;
      this.#below.delete(target);
      reset();
    };
    listenAt(document, 'beforetoggle', onToggle, { capture: true, signal });
    const observer = new MutationObserver(reset);
    observer.observe(host, { attributes: true });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      observer.disconnect();
    });
    if (this.#tracks) this.#trackVisibility(signal);
    this.#lookLater(signal);
  }

  /** Whether it has been visible as designed for a while, and is so now. */
  get isSettled(): boolean {
    this.#look();
    return this.#since !== null && performance.now() - this.#since >= SETTLED_MS;
  }

  #trackVisibility(signal: AbortSignal): void {
    const onChange = (entries: readonly VisibilityEntry[]): void => {
      this.#isVisible = entries.at(-1)?.isVisible ?? false;
      if (!this.#isVisible) this.#since = null;
    };
    const options = { threshold: [0, 0.99], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver(onChange, options);
    observer.observe(this.#box);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  #lookLater(signal: AbortSignal): void {
    if (signal.aborted) return;
    const gap = MIN_GAP_MS + Math.random() * (MAX_GAP_MS - MIN_GAP_MS);
    this.#timer = setTimeout(() => {
      // In a frame: what the page draws over it is there then.
      requestAnimationFrame(() => {
        if (signal.aborted) return;
        this.#look();
        this.#lookLater(signal);
      });
    }, gap);
  }

  #look(): void {
    const now = performance.now();
    if (now - this.#lookedAt > MAX_UNSEEN_MS) this.#since = null;
    this.#lookedAt = now;
    if (!this.#isShown()) this.#since = null;
    else this.#since ??= now;
  }

  #isShown(): boolean {
    const host = this.#host;
    if (!isAttached(host) || parentOf(host) !== this.#parent || parentOf(host) === null) return false;
    if (attributeOf(host, 'style') !== this.#style || !isLike(host, ':popover-open')) return false;
    if (!isPlain(host) || !isPlain(this.#box)) return false;
    if (this.#tracks ? this.#isVisible !== true : this.#isCovered()) return false;
    const rect = boxOf(this.#box);
    const { left, top, right, bottom } = rect;
    if (!this.#isInPlace(rect) || left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
      return false;
    const xs = [left + INSET, (left + right) / 2, right - INSET];
    const ys = [top + INSET, (top + bottom) / 2, bottom - INSET];
    return xs.every((x) => ys.every((y) => isOnTop(host, x, y)));
  }

  /** Whether the page has put something into the top layer after it, which may let the pointer through. */
  #isCovered(): boolean {
    const root = rootOf(document);
    const others = findAllIn(document, TOP_LAYER).filter((other) => other !== this.#host && other !== root);
    return others.some((other) => !this.#below.has(other));
  }
}
