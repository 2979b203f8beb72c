import {
  documentElementOf,
  elementsFromPoint,
  findAllIn,
  isConnected,
  listenTo,
  parentOf,
  rootNodeOf,
  shadowHostOf,
  windowOf,
} from './dom-access.ts';
import { attributeOf, boundingRectOf, matchesSelector } from './element-access.ts';

/** How long a control must have been visible and unaltered before it can be clicked, in ms; longer than a double-click. */
export const MIN_VISIBLE_MS = 500;
/** Interval between checks, in ms. Random, so that a page can't predict when to undo its changes. */
const MIN_GAP_MS = 40;
const MAX_GAP_MS = 110;
/** After a longer gap between checks (ms), visibility starts again. Generous, since a busy machine renders few frames. */
const MAX_CHECK_GAP_MS = 1500;
/**
 * Smallest size at which the page may have the box drawn, as a fraction of its layout size. Some sites set `zoom` on their
 * root element, to 0.8 or 0.9.
 */
const MIN_PAGE_SCALE = 0.75;
/** Smallest scale of the visual viewport. Phones fit pages made for a desktop, 980 px wide, to a screen of 320 px or more. */
const MIN_VIEWPORT_SCALE = 0.3;
/** Distance of the test points from the edges of the box, in CSS px: inside its border and its round corners. */
const INSET = 5;

/** Styles that a page could change to disguise a control, with their initial values. */
const INITIAL_STYLES: Partial<Record<keyof CSSStyleDeclaration, string>> = {
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

/**
 * Whether no style of the page disguises an element.
 *
 * The page can also style pseudo-elements of our host, which are drawn over the contents of its shadow root.
 */
export function hasInitialStyles(element: Element): boolean {
  const page = windowOf(document);
  const style = page?.getComputedStyle(element);
  if (page === null || style === undefined) return false;
  for (const pseudo of ['::before', '::after']) {
    if (!/^(?:none|normal|)$/.test(page.getComputedStyle(element, pseudo).content)) return false;
  }
  return Object.entries(INITIAL_STYLES).every(([name, initial]) => {
    const value = style[name as keyof CSSStyleDeclaration];
    // Properties that the browser doesn't support have no effect.
    return value === undefined || value === '' || value === initial;
  });
}

/** Filters that leave text legible whatever their amount; dark modes and pages in mourning set them on the root element. */
const HARMLESS_FILTER = /^(?:none|(?:(?:invert\(1\)|(?:hue-rotate|grayscale|sepia)\([^()]*\)) ?)+)$/;

/** Whether a filter of the root element may hide the top layer: Firefox applies these to all of the viewport. */
function isViewportFiltered(): boolean {
  const root = documentElementOf(document);
  const style = root === null ? undefined : windowOf(document)?.getComputedStyle(root);
  const { filter = 'none', backdropFilter = 'none' } = style ?? {};
  return !HARMLESS_FILTER.test(filter) || !HARMLESS_FILTER.test(backdropFilter);
}

/**
 * Whether a view transition runs, or the screen shows the page as it was before one. Its snapshots cover the top layer, and
 * clicks can go through them.
 *
 * @param host our element, which the page can also make the root of a transition (Chromium)
 */
export function isViewTransitionActive(host: Element): boolean {
  // Within `:is()`, a browser ignores a pseudo-class that it doesn't support.
  const selector = ':is(:active-view-transition)';
  const root = documentElementOf(document);
  return matchesSelector(host, selector) || (root !== null && matchesSelector(root, selector));
}

/** Whether `host` is the topmost element at a point of the viewport (CSS px). */
export function isOnTop(host: Element, x: number, y: number): boolean {
  let visible: Element = host;
  // For elements in a shadow tree of the page, `elementsFromPoint` returns the outermost host.
  for (
    let outerHost = shadowHostOf(rootNodeOf(visible));
    outerHost !== null;
    outerHost = shadowHostOf(rootNodeOf(visible))
  )
    visible = outerHost;
  return elementsFromPoint(document, x, y)[0] === visible;
}

/**
 * The position of the viewport on the screen, and its size and scale. The user can change all of it, by zooming, scrolling
 * a zoomed page or moving the window; so can the page, if it is in a pop-up window or declares the scale of its viewport.
 */
function describeViewport(): string {
  const { scale, offsetLeft, offsetTop } = globalThis.visualViewport ?? {};
  const window = [screenX, screenY, innerWidth, innerHeight, devicePixelRatio];
  return [...window, scale, offsetLeft, offsetTop].join();
}

/** Whether an element is completely within the visual viewport, the part of the page that the user sees when zoomed in. */
function isInVisualViewport(element: Element): boolean {
  const viewport = globalThis.visualViewport ?? null;
  if (viewport === null) return true;
  const { offsetLeft, offsetTop, width, height } = viewport;
  const { left, top, right, bottom } = boundingRectOf(element);
  // Both may be rounded.
  return (
    left >= offsetLeft - 1 &&
    top >= offsetTop - 1 &&
    right <= offsetLeft + width + 1 &&
    bottom <= offsetTop + height + 1
  );
}

const TOP_LAYER = ':popover-open,:modal,:fullscreen';

interface VisibilityEntry extends IntersectionObserverEntry {
  /** Intersection Observer v2 (Chromium): not covered, and without effects such as opacity. */
  isVisible?: boolean;
}

/**
 * Protects a box of the extension in a page against clickjacking, by checking that it has been visible and unaltered for a
 * while. A page can make our host transparent or tiny, move it under the pointer or into another element, or cover it.
 *
 * In Chromium, `trackVisibility` detects anything that covers the box, even with `pointer-events: none`. In other browsers,
 * the box must be topmost at nine points, no element may have entered the top layer after it, and the root element must
 * have no filter that could hide it. There, an overlay with
 * `pointer-events: none` in the top layer is not detected if it is in a closed shadow root of the page.
 */
export class ClickjackingGuard {
  readonly #host: HTMLElement;
  readonly #box: HTMLElement;
  readonly #isInPlace: (rect: DOMRect) => boolean;
  readonly #parent: Node | null;
  readonly #style: string | null;
  /** Elements that were in the top layer before the host. */
  readonly #earlierInTopLayer: Set<Element>;
  #visibleSince: number | null = null;
  #viewport = '';
  #checkedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Last result of `trackVisibility`; null if there is none yet, or the browser doesn't support it. */
  #isVisible: boolean | null = null;
  readonly #canTrackVisibility =
    typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

  /**
   * @param host our element in the page's document, shown as a popover; its style attribute must not change any more
   * @param box the element that must be visible, in the host's closed shadow root
   * @param isInPlace whether the box is at its intended position (CSS px of the viewport)
   * @param signal stops watching
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
    this.#earlierInTopLayer = new Set(findAllIn(document, TOP_LAYER));
    const reset = (): void => {
      this.#visibleSince = null;
    };
    const onToggle = ({ target }: Event): void => {
      if (!(target instanceof Element) || target === host) return;
      this.#earlierInTopLayer.delete(target);
      reset();
    };
    listenTo(document, 'beforetoggle', onToggle, { capture: true, signal });
    const observer = new MutationObserver(reset);
    observer.observe(host, { attributes: true });
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      observer.disconnect();
    });
    if (this.#canTrackVisibility) this.#trackVisibility(signal);
    this.#scheduleCheck(signal);
  }

  /**
   * Whether the box is visible and unaltered now, and has been for at least `MIN_VISIBLE_MS`.
   *
   * @param control the control in the box that was clicked; it must be completely in sight
   */
  isSafeToClick(control: Element): boolean {
    this.#check();
    return (
      this.#visibleSince !== null &&
      performance.now() - this.#visibleSince >= MIN_VISIBLE_MS &&
      isInVisualViewport(control)
    );
  }

  #trackVisibility(signal: AbortSignal): void {
    const onChange = (entries: readonly VisibilityEntry[]): void => {
      this.#isVisible = entries.at(-1)?.isVisible ?? false;
      if (!this.#isVisible) this.#visibleSince = null;
    };
    const options = { threshold: [0, 0.99], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver(onChange, options);
    observer.observe(this.#box);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  #scheduleCheck(signal: AbortSignal): void {
    if (signal.aborted) return;
    const gap = MIN_GAP_MS + Math.random() * (MAX_GAP_MS - MIN_GAP_MS);
    this.#timer = setTimeout(() => {
      // In an animation frame, so that everything the page draws over the box is there.
      requestAnimationFrame(() => {
        if (signal.aborted) return;
        this.#check();
        this.#scheduleCheck(signal);
      });
    }, gap);
  }

  #check(): void {
    const now = performance.now();
    if (now - this.#checkedAt > MAX_CHECK_GAP_MS) this.#visibleSince = null;
    this.#checkedAt = now;
    const viewport = describeViewport();
    if (viewport !== this.#viewport) this.#visibleSince = null;
    this.#viewport = viewport;
    if (!this.#isUnaltered()) this.#visibleSince = null;
    else this.#visibleSince ??= now;
  }

  #isUnaltered(): boolean {
    const host = this.#host;
    if (!isConnected(host) || parentOf(host) !== this.#parent || parentOf(host) === null) return false;
    if (attributeOf(host, 'style') !== this.#style || !matchesSelector(host, ':popover-open')) return false;
    if (!hasInitialStyles(host) || !hasInitialStyles(this.#box) || isViewTransitionActive(host)) return false;
    if (this.#canTrackVisibility) {
      if (this.#isVisible !== true) return false;
    } else if (this.#hasNewTopLayerElement() || isViewportFiltered()) return false;
    const rect = boundingRectOf(this.#box);
    const { left, top, right, bottom } = rect;
    // `offsetWidth` is in the box's own CSS px, the rectangle in those of the viewport.
    if (rect.width < this.#box.offsetWidth * MIN_PAGE_SCALE) return false;
    if ((globalThis.visualViewport?.scale ?? 1) < MIN_VIEWPORT_SCALE) return false;
    if (!this.#isInPlace(rect) || left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
      return false;
    const xs = [left + INSET, (left + right) / 2, right - INSET];
    const ys = [top + INSET, (top + bottom) / 2, bottom - INSET];
    return xs.every((x) => ys.every((y) => isOnTop(host, x, y)));
  }

  /** Whether an element entered the top layer after the host; it may cover the box without receiving pointer events. */
  #hasNewTopLayerElement(): boolean {
    const root = documentElementOf(document);
    const topLayer = findAllIn(document, TOP_LAYER).filter((other) => other !== this.#host && other !== root);
    return topLayer.some((other) => !this.#earlierInTopLayer.has(other));
  }
}
