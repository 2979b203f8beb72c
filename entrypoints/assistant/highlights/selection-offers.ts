import { listenTo, selectionOf } from '../../../utils/page/dom-access.ts';

/** How long a selection must stay unchanged before the bar is shown, in ms. */
const SETTLE_MS = 250;

/**
 * Time after the release of a key or pointer in which a selection counts as made by the user, in ms. Otherwise a page could
 * select text by script and find out from the bar whether the article is saved.
 */
const USER_ACTION_MS = 750;

/** A copy of a range's boundaries. Needed because the range itself changes with the selection. */
type RangeBoundaries = Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

export const boundariesOf = ({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: Range): RangeBoundaries => ({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
});

const isSameStart = (a: RangeBoundaries, b: RangeBoundaries): boolean =>
  a.startContainer === b.startContainer && a.startOffset === b.startOffset;
const isSameEnd = (a: RangeBoundaries, b: RangeBoundaries): boolean =>
  a.endContainer === b.endContainer && a.endOffset === b.endOffset;
export const isSameRange = (a: RangeBoundaries, b: RangeBoundaries): boolean =>
  isSameStart(a, b) && isSameEnd(a, b);

/** The range selected in the page, or null. */
export function getSelectedRange(): Range | null {
  const selection = selectionOf(document);
  return selection === null || selection.rangeCount === 0 || selection.isCollapsed
    ? null
    : selection.getRangeAt(0);
}

/** Decides when to show the bar for the user's selection. */
export class SelectionOffers {
  readonly #onOffer: (range: Range) => void;
  readonly #isWanted: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPointerDown = false;
  /** Time when the user last released a key or pointer (`performance.now()`). */
  #lastActionAt = -Infinity;
  #isByTouch = false;
  /** The user's latest selection. Recorded at once, even though the bar is shown later. */
  #userSelection: RangeBoundaries | null = null;
  /** The selection for which the user closed the bar. */
  #dismissed: RangeBoundaries | null = null;

  /**
   * @param onOffer called with a selection for which the bar should be shown
   * @param isWanted whether the bar is wanted at all
   */
  constructor(onOffer: (range: Range) => void, isWanted: () => boolean) {
    this.#onOffer = onOffer;
    this.#isWanted = isWanted;
  }

  listen(signal: AbortSignal): void {
    const options = { signal, capture: true, passive: true };
    const listen = (types: readonly string[], listener: (event: Event) => void): void => {
      for (const type of types) listenTo(document, type, listener, options);
    };
    listen(['selectionchange'], () => this.#onChange());
    listen(['pointerdown'], () => {
      this.#isPointerDown = true;
    });
    // On touch screens, a long press ends with a `contextmenu` event instead of `pointerup`.
    listen(['pointerup', 'pointercancel', 'contextmenu', 'keyup'], (event) => {
      if (event.type !== 'keyup') this.#isPointerDown = false;
      if (!event.isTrusted) return;
      this.#lastActionAt = performance.now();
      if ('pointerType' in event) this.#isByTouch = event.pointerType === 'touch';
      this.#recordSelection();
      this.#scheduleOffer();
    });
  }

  /** Shows the bar for an existing selection, because it is wanted now. */
  offerExisting(): void {
    const range = getSelectedRange();
    if (range !== null && this.#isByUser(range)) this.#scheduleOffer();
  }

  /** Suppresses the bar until something else is selected. */
  dismiss(range: RangeBoundaries): void {
    this.#dismissed = range;
  }

  #onChange(): void {
    const range = getSelectedRange();
    if (range === null || (this.#dismissed !== null && !isSameRange(this.#dismissed, range))) {
      this.#dismissed = null;
    }
    if (range === null) this.#userSelection = null;
    this.#recordSelection();
    this.#scheduleOffer();
  }

  /** Records the selection if it was made by the user. Done at once, because a busy browser delays the offer. */
  #recordSelection(): void {
    const range = getSelectedRange();
    if (range === null) return;
    if (performance.now() - this.#lastActionAt <= USER_ACTION_MS || this.#isByHandle(range))
      this.#userSelection = boundariesOf(range);
  }

  #isByUser(range: Range): boolean {
    return this.#userSelection !== null && isSameRange(this.#userSelection, range);
  }

  #scheduleOffer(): void {
    clearTimeout(this.#timer);
    // While the pointer is still pressed, the user may extend the selection.
    if (!this.#isPointerDown && this.#isWanted()) this.#timer = setTimeout(() => this.#offer(), SETTLE_MS);
  }

  /** Whether the user has moved a selection handle on a touch screen, which doesn't cause pointer events. */
  #isByHandle(range: Range): boolean {
    return (
      this.#isByTouch &&
      this.#userSelection !== null &&
      (isSameStart(this.#userSelection, range) || isSameEnd(this.#userSelection, range))
    );
  }

  #offer(): void {
    const range = getSelectedRange();
    if (range === null || this.#isPointerDown || !this.#isByUser(range)) return;
    if (this.#dismissed === null || !isSameRange(this.#dismissed, range)) this.#onOffer(range);
  }
}
