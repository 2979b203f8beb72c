const CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Delay from a change to the next reading; doubled after each reading that found the text unchanged. */
const SETTLE_MS = 300;
const MAX_DELAY_MS = 30_000;
const MAX_AWAITED_DELAY_MS = 800;
/** Minimum interval between readings of a page that changes all the time: in ms, and as a multiple of the duration. */
const MIN_INTERVAL_MS = 1000;
const INTERVAL_FACTOR = 50;
/** A page of ours that has not asked for this long is assumed to be closed. */
const VIEWER_TIMEOUT_MS = 60_000;

interface Callbacks {
  /** Reads again, because the page is shown or its text is awaited. */
  read: () => void;
  /** Notifies our pages that the text has changed, so that those still open ask again. */
  tell: () => void;
}

/**
 * Detects whether the page has changed since it was read. It is read again only while its text is awaited or one of our
 * pages shows it. Otherwise the first change ends the observation until the next request.
 */
export class TextWatch {
  readonly #document: Document;
  readonly #callbacks: Callbacks;
  readonly #now: () => number;
  readonly #observer: MutationObserver;
  #isOutdated = false;
  #isAwaited = false;
  /** Time of the last request; null if none of our pages is known to show the article. */
  #askedAt: number | null = null;
  #unchangedCount = 0;
  #begun = 0;
  /** Earliest time of the next reading for our pages. */
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

  /** Whether the page has changed since it was read. */
  get isOutdated(): boolean {
    if (this.#observer.takeRecords().length > 0) this.#stop();
    return this.#isOutdated;
  }

  /** Called before the page is read. */
  begin(): void {
    this.#begun = this.#now();
    this.#isOutdated = false;
    this.#observer.takeRecords();
    this.#observer.observe(this.#document, CHANGES);
  }

  /** Called after the page was read. */
  end(hasChanged: boolean): void {
    this.#unchangedCount = hasChanged ? 0 : this.#unchangedCount + 1;
    const now = this.#now();
    this.#nextReadAt =
      now + Math.min(Math.max(MIN_INTERVAL_MS, INTERVAL_FACTOR * (now - this.#begun)), MAX_DELAY_MS);
    // Those who are notified ask again.
    if (hasChanged) this.#askedAt = null;
  }

  /** While the text of a new address is awaited, each change causes a reading. */
  set isAwaited(is: boolean) {
    if (is && !this.#isAwaited) {
      this.#unchangedCount = 0;
      // A long delay is no longer appropriate.
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
    }
    this.#isAwaited = is;
    if (is && this.isOutdated) this.#schedule();
  }

  /** Called when one of our pages shows the article and has received the last reading. */
  onRequest(): void {
    this.#askedAt = this.#now();
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

  /** After the first change, more changes make no difference until the page is read again. */
  #stop(): void {
    this.#isOutdated = true;
    this.#observer.disconnect();
  }

  #schedule(): void {
    if (this.#timer !== null || (!this.#isAwaited && this.#askedAt === null)) return;
    const longest = this.#isAwaited ? MAX_AWAITED_DELAY_MS : MAX_DELAY_MS;
    const rest = this.#isAwaited ? 0 : this.#nextReadAt - this.#now();
    const wait = Math.max(rest, Math.min(SETTLE_MS * 2 ** Math.min(this.#unchangedCount, 10), longest));
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#isAwaited) this.#callbacks.read();
      else if (this.#askedAt !== null && this.#now() - this.#askedAt < VIEWER_TIMEOUT_MS)
        this.#callbacks.read();
      else if (this.#askedAt !== null) {
        this.#askedAt = null;
        this.#callbacks.tell();
      }
    }, wait);
  }
}
