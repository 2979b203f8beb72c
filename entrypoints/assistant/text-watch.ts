const CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Delay from a change to the next reading; doubled after each reading that found the text unchanged. */
const SETTLE_MS = 300;
const LONGEST_MS = 30_000;
const LONGEST_AWAITED_MS = 800;
/** Minimum interval between readings of a page that changes all the time: in ms, and as a multiple of the duration. */
const REST_MS = 1000;
const REST_SHARE = 50;
/** A page of ours that has not asked for this long is assumed to be closed. */
const STILL_THERE_MS = 60_000;

interface Looks {
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
  readonly #looks: Looks;
  readonly #now: () => number;
  readonly #observer: MutationObserver;
  #isBehind = false;
  #isAwaited = false;
  /** Time of the last request; null if none of our pages is known to show the article. */
  #askedAt: number | null = null;
  #inVain = 0;
  #begun = 0;
  /** Earliest time of the next reading for our pages. */
  #restsUntil = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    document_: Document,
    looks: Looks,
    now: () => number = () => performance.now(),
    Observer: typeof MutationObserver = MutationObserver,
  ) {
    this.#document = document_;
    this.#looks = looks;
    this.#now = now;
    this.#observer = new Observer(() => this.#onChange());
  }

  /** Whether the page has changed since it was read. */
  get isBehind(): boolean {
    if (this.#observer.takeRecords().length > 0) this.#stop();
    return this.#isBehind;
  }

  /** Called before the page is read. */
  begin(): void {
    this.#begun = this.#now();
    this.#isBehind = false;
    this.#observer.takeRecords();
    this.#observer.observe(this.#document, CHANGES);
  }

  /** Called after the page was read. */
  end(hasChanged: boolean): void {
    this.#inVain = hasChanged ? 0 : this.#inVain + 1;
    const now = this.#now();
    this.#restsUntil = now + Math.min(Math.max(REST_MS, REST_SHARE * (now - this.#begun)), LONGEST_MS);
    // Those who are notified ask again.
    if (hasChanged) this.#askedAt = null;
  }

  /** While the text of a new address is awaited, each change causes a reading. */
  set isAwaited(is: boolean) {
    if (is && !this.#isAwaited) {
      this.#inVain = 0;
      // A long delay is no longer appropriate.
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
    }
    this.#isAwaited = is;
    if (is && this.isBehind) this.#schedule();
  }

  /** Called when one of our pages shows the article and has received the last reading. */
  askedFor(): void {
    this.#askedAt = this.#now();
    if (this.isBehind) this.#schedule();
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
    this.#isBehind = true;
    this.#observer.disconnect();
  }

  #schedule(): void {
    if (this.#timer !== null || (!this.#isAwaited && this.#askedAt === null)) return;
    const longest = this.#isAwaited ? LONGEST_AWAITED_MS : LONGEST_MS;
    const rest = this.#isAwaited ? 0 : this.#restsUntil - this.#now();
    const wait = Math.max(rest, Math.min(SETTLE_MS * 2 ** Math.min(this.#inVain, 10), longest));
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#isAwaited) this.#looks.read();
      else if (this.#askedAt !== null && this.#now() - this.#askedAt < STILL_THERE_MS) this.#looks.read();
      else if (this.#askedAt !== null) {
        this.#askedAt = null;
        this.#looks.tell();
      }
    }, wait);
  }
}
