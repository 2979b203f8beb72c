import { listenTo, selectionOf } from '../../../utils/page/dom-access.ts';

/** How long a selection must stay unchanged before the bar is offered. */
const SETTLE_MS = 250;

/**
 * How long after a key or pointer is released a selection counts as the user's. A page could select text by script and
 * would learn from the offer whether it is saved.
 */
const USER_ACTION_MS = 750;

/** A copy of a range's boundaries, because a range changes with its selection. */
type Ends = Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

export const endsOf = ({ startContainer, startOffset, endContainer, endOffset }: Range): Ends => ({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
});

const isSameStart = (one: Ends, other: Ends): boolean =>
  one.startContainer === other.startContainer && one.startOffset === other.startOffset;
const isSameEnd = (one: Ends, other: Ends): boolean =>
  one.endContainer === other.endContainer && one.endOffset === other.endOffset;
export const isSameRange = (one: Ends, other: Ends): boolean =>
  isSameStart(one, other) && isSameEnd(one, other);

/** The selected range of the page, or null. */
export function selectedRange(): Range | null {
  const selection = selectionOf(document);
  return selection === null || selection.rangeCount === 0 || selection.isCollapsed
    ? null
    : selection.getRangeAt(0);
}

/** Decides when to offer the bar for the user's selection. */
export class SelectionOffers {
  readonly #onOffer: (range: Range) => void;
  readonly #isWanted: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPressed = false;
  /** When the user last released a key or pointer, by `performance.now()`. */
  #actedAt = -Infinity;
  #isByTouch = false;
  /** The user's latest selection, recorded at once although the offer may come later. */
  #userSelection: Ends | null = null;
  /** The selection for which the user closed the bar. */
  #dismissed: Ends | null = null;

  /**
   * @param onOffer called with a selection that has settled
   * @param isWanted whether there is anything to offer
   */
  constructor(onOffer: (range: Range) => void, isWanted: () => boolean) {
    this.#onOffer = onOffer;
    this.#isWanted = isWanted;
  }

  listen(signal: AbortSignal): void {
    const options = { signal, capture: true, passive: true };
    const hear = (types: readonly string[], listener: (event: Event) => void): void => {
      for (const type of types) listenTo(document, type, listener, options);
    };
    hear(['selectionchange'], () => this.#onChange());
    hear(['pointerdown'], () => {
      this.#isPressed = true;
    });
    // On touch screens a long press ends with a menu instead of a lifted finger.
    hear(['pointerup', 'pointercancel', 'contextmenu', 'keyup'], (event) => {
      if (event.type !== 'keyup') this.#isPressed = false;
      if (!event.isTrusted) return;
      this.#actedAt = performance.now();
      if ('pointerType' in event) this.#isByTouch = event.pointerType === 'touch';
      this.#recordSelection();
      this.#scheduleOffer();
    });
  }

  /** Offers the bar for an existing selection, because it has become known that it is wanted. */
  lookAgain(): void {
    const range = selectedRange();
    if (range !== null && this.#isByUser(range)) this.#scheduleOffer();
  }

  /** Suppresses offers until something else is selected. */
  dismiss(range: Ends): void {
    this.#dismissed = range;
  }

  #onChange(): void {
    const range = selectedRange();
    if (range === null || (this.#dismissed !== null && !isSameRange(this.#dismissed, range))) {
      this.#dismissed = null;
    }
    if (range === null) this.#userSelection = null;
    this.#recordSelection();
    this.#scheduleOffer();
  }

  /** Records the user's selection at once, since a busy browser delays the offer. */
  #recordSelection(): void {
    const range = selectedRange();
    if (range === null) return;
    if (performance.now() - this.#actedAt <= USER_ACTION_MS || this.#isByHandle(range))
      this.#userSelection = endsOf(range);
  }

  #isByUser(range: Range): boolean {
    return this.#userSelection !== null && isSameRange(this.#userSelection, range);
  }

  #scheduleOffer(): void {
    clearTimeout(this.#timer);
    // Shows nothing under a pointer that is still selecting.
    if (!this.#isPressed && this.#isWanted()) this.#timer = setTimeout(() => this.#offer(), SETTLE_MS);
  }

  /** Whether the user moved a selection handle on a touch screen, which causes no pointer events. */
  #isByHandle(range: Range): boolean {
    return (
      this.#isByTouch &&
      this.#userSelection !== null &&
      (isSameStart(this.#userSelection, range) || isSameEnd(this.#userSelection, range))
    );
  }

  #offer(): void {
    const range = selectedRange();
    if (range === null || this.#isPressed || !this.#isByUser(range)) return;
    if (this.#dismissed === null || !isSameRange(this.#dismissed, range)) this.#onOffer(range);
  }
}
