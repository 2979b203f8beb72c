import { listenAt, selectionOf } from '../../../utils/page/dom-access.ts';

/** How long a selection must rest before something is offered for it, in ms. */
const REST_MS = 250;

/**
 * How long after the user let go of a key or the pointer a selection counts as theirs, in ms. A page selects by script
 * whenever it likes, and would see by what we offer whether it is saved.
 */
const THEIRS_MS = 750;

/** Where a range begins and ends, by itself: the range changes with its selection. */
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
export const isSameStretch = (one: Ends, other: Ends): boolean =>
  isSameStart(one, other) && isSameEnd(one, other);

/** What is selected in the page, or null. */
export function selectedRange(): Range | null {
  const selection = selectionOf(document);
  return selection === null || selection.rangeCount === 0 || selection.isCollapsed
    ? null
    : selection.getRangeAt(0);
}

/** Says when something is to be offered for what the user has selected. */
export class SelectionOffers {
  readonly #onOffer: (range: Range) => void;
  readonly #isWanted: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPressed = false;
  /** When the user let go of something last, by `performance.now()`. */
  #actedAt = -Infinity;
  #isByTouch = false;
  /** What the user has selected, as it was last: known as it is selected, whenever there is time to offer something. */
  #theirs: Ends | null = null;
  /** What the user wants nothing for. */
  #dismissed: Ends | null = null;

  /**
   * @param onOffer told what is selected, once it rests
   * @param isWanted whether there is anything to offer
   */
  constructor(onOffer: (range: Range) => void, isWanted: () => boolean) {
    this.#onOffer = onOffer;
    this.#isWanted = isWanted;
  }

  listen(signal: AbortSignal): void {
    const options = { signal, capture: true, passive: true };
    const hear = (types: readonly string[], listener: (event: Event) => void): void => {
      for (const type of types) listenAt(document, type, listener, options);
    };
    hear(['selectionchange'], () => this.#onChange());
    hear(['pointerdown'], () => {
      this.#isPressed = true;
    });
    // A long press on a touch screen ends in a menu, not with the finger.
    hear(['pointerup', 'pointercancel', 'contextmenu', 'keyup'], (event) => {
      if (event.type !== 'keyup') this.#isPressed = false;
      if (!event.isTrusted) return;
      this.#actedAt = performance.now();
      if ('pointerType' in event) this.#isByTouch = event.pointerType === 'touch';
      this.#takeNote();
      this.#soon();
    });
  }

  /** There is something to offer from now on: also for what the user selected before that was known. */
  lookAgain(): void {
    const range = selectedRange();
    if (range !== null && this.#isTheirs(range)) this.#soon();
  }

  /** Nothing is offered for this again until something else is selected. */
  dismiss(range: Ends): void {
    this.#dismissed = range;
  }

  #onChange(): void {
    const range = selectedRange();
    if (range === null || (this.#dismissed !== null && !isSameStretch(this.#dismissed, range))) {
      this.#dismissed = null;
    }
    if (range === null) this.#theirs = null;
    this.#takeNote();
    this.#soon();
  }

  /** Now and not when something is offered: on a busy machine that comes late. */
  #takeNote(): void {
    const range = selectedRange();
    if (range === null) return;
    if (performance.now() - this.#actedAt <= THEIRS_MS || this.#isByHandle(range))
      this.#theirs = endsOf(range);
  }

  #isTheirs(range: Range): boolean {
    return this.#theirs !== null && isSameStretch(this.#theirs, range);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    // Nothing pops up under a pointer that is still selecting.
    if (!this.#isPressed && this.#isWanted()) this.#timer = setTimeout(() => this.#offer(), REST_MS);
  }

  /** The handles of a selection on a touch screen are the browser's: the page, and we, hear nothing of them. */
  #isByHandle(range: Range): boolean {
    return (
      this.#isByTouch &&
      this.#theirs !== null &&
      (isSameStart(this.#theirs, range) || isSameEnd(this.#theirs, range))
    );
  }

  #offer(): void {
    const range = selectedRange();
    if (range === null || this.#isPressed || !this.#isTheirs(range)) return;
    if (this.#dismissed === null || !isSameStretch(this.#dismissed, range)) this.#onOffer(range);
  }
}
