const OBSERVED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Delay (ms) between a change and the next extraction; doubled after each one with the same text, up to the maximum. */
const MIN_DELAY_MS = 300;
const MAX_DELAY_MS = 30_000;
/** Maximum delay while the text of a new URL is awaited, in ms. */
const MAX_AWAITED_DELAY_MS = 800;
/** Minimum interval between extractions: in ms, and as a multiple of the duration of the last one. */
const MIN_INTERVAL_MS = 1000;
const INTERVAL_FACTOR = 50;
/** Time (ms) without a request after which we assume that our pages that show the article have been closed. */
const VIEWER_TIMEOUT_MS = 60_000;

interface Callbacks {
  /** Extracts the article again, because one of our pages shows it or its text is awaited. */
  extract: () => void;
  /** Notifies our pages that the text has changed, so that those that are still open request it again. */
  notify: () => void;
}

/**
 * Detects whether the page has changed since the last extraction. Causes another extraction only while the text is awaited or
 * one of our pages shows it. Otherwise, stops observing at the first change until the next request.
 */
export class PageChangeWatch {
  readonly #document: Document;
  readonly #callbacks: Callbacks;
  readonly #now: () => number;
  readonly #observer: MutationObserver;
  #isOutdated = false;
  #isAwaited = false;
  /** Time of the last request; null if, as far as we know, none of our pages shows the article. */
  #requestedAt: number | null = null;
  #unchangedCount = 0;
  #startedAt = 0;
  /** Earliest time of the next extraction for our pages. */
  #nextReadAt = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    document_: Document,
    callbacks: Callbacks,
    now: () => number = () => performance.now(),
    Observer: typeof MutationObserver = MutationObserver,
  ) {
    this.#document = document_;
    this.#callbacks = callbacks;
    this.#now = now;
    this.#observer = new Observer(() => this.#onChange());
  }

  /** Whether the page has changed since the last extraction began. */
  get isOutdated(): boolean {
    if (this.#observer.takeRecords().length > 0) this.#stop();
    return this.#isOutdated;
  }

  /** Called before an extraction. */
  onExtractionStart(): void {
    this.#startedAt = this.#now();
    this.#isOutdated = false;
    this.#observer.takeRecords();
    this.#observer.observe(this.#document, OBSERVED);
  }

  /** Called after an extraction. */
  onExtractionEnd(hasChanged: boolean): void {
    this.#unchangedCount = hasChanged ? 0 : this.#unchangedCount + 1;
    const now = this.#now();
    this.#nextReadAt =
      now + Math.min(Math.max(MIN_INTERVAL_MS, INTERVAL_FACTOR * (now - this.#startedAt)), MAX_DELAY_MS);
    // Our pages are notified, and will request the article again.
    if (hasChanged) this.#requestedAt = null;
  }

  /** Whether the text of a new URL is awaited, so that each change causes an extraction. */
  set isAwaited(value: boolean) {
    if (value && !this.#isAwaited) {
      this.#unchangedCount = 0;
      // The timer may have a long delay.
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
    }
    this.#isAwaited = value;
    if (value && this.isOutdated) this.#schedule();
  }

  /** Called when one of our pages shows the article and has received the last extraction. */
  onRequest(): void {
    this.#requestedAt = this.#now();
    if (this.isOutdated) this.#schedule();
  }

  close(): void {
    this.#observer.disconnect();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #onChange(): void {
    this.#stop();
    this.#schedule();
  }

  /** Stops observing until the next extraction, because further changes make no difference. */
  #stop(): void {
    this.#isOutdated = true;
    this.#observer.disconnect();
  }

  #schedule(): void {
    if (this.#timer !== null || (!this.#isAwaited && this.#requestedAt === null)) return;
    const maxDelay = this.#isAwaited ? MAX_AWAITED_DELAY_MS : MAX_DELAY_MS;
    const untilNext = this.#isAwaited ? 0 : this.#nextReadAt - this.#now();
    const delay = Math.max(
      untilNext,
      Math.min(MIN_DELAY_MS * 2 ** Math.min(this.#unchangedCount, 10), maxDelay),
    );
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#isAwaited) this.#callbacks.extract();
      else if (this.#requestedAt !== null && this.#now() - this.#requestedAt < VIEWER_TIMEOUT_MS)
        this.#callbacks.extract();
      else if (this.#requestedAt !== null) {
        this.#requestedAt = null;
        this.#callbacks.notify();
      }
    }, delay);
  }
}
