const CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Milliseconds from a change to a look at it; twice as long after each that found the text as it was. */
const SETTLE_MS = 300;
const LONGEST_MS = 30_000;
const LONGEST_AWAITED_MS = 800;
/** Between two readings of a page that changes all the time: at least so long, and so many times as long as one takes. */
const REST_MS = 1000;
const REST_SHARE = 50;
/** Whoever asked this long ago may have gone, in ms. */
const STILL_THERE_MS = 60_000;

interface Looks {
  /** Somebody shows the page, or its text is awaited: it is read again. */
  read: () => void;
  /** Whoever shows the page is told that it has changed; those who are still there ask for it. */
  tell: () => void;
}

/**
 * Knows whether the page has changed since it was read. It is looked at again only for somebody: while its text is
 * awaited, and for those who show it. For a page that nobody shows, the first change ends the watch until somebody
 * asks.
 */
export class TextWatch {
  readonly #document: Document;
  readonly #looks: Looks;
  readonly #now: () => number;
  readonly #observer: MutationObserver;
  #isBehind = false;
  #isAwaited = false;
  /** When somebody asked last; null where nobody is known to show the page. */
  #askedAt: number | null = null;
  #inVain = 0;
  #begun = 0;
  /** When the page may be read again for those who show it. */
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

  /** The page has changed since it was read. */
  get isBehind(): boolean {
    if (this.#observer.takeRecords().length > 0) this.#stop();
    return this.#isBehind;
  }

  /** The page is about to be read. */
  begin(): void {
    this.#begun = this.#now();
    this.#isBehind = false;
    this.#observer.takeRecords();
    this.#observer.observe(this.#document, CHANGES);
  }

  /** The page was read: what somebody shows of it has changed, or it is as it was. */
  end(hasChanged: boolean): void {
    this.#inVain = hasChanged ? 0 : this.#inVain + 1;
    const now = this.#now();
    this.#restsUntil = now + Math.min(Math.max(REST_MS, REST_SHARE * (now - this.#begun)), LONGEST_MS);
    // Whoever is told asks again.
    if (hasChanged) this.#askedAt = null;
  }

  /** While the text of a new address is awaited, each change is looked at. */
  set isAwaited(is: boolean) {
    if (is && !this.#isAwaited) {
      this.#inVain = 0;
      // A look that was put off for long is due sooner now.
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
    }
    this.#isAwaited = is;
    if (is && this.isBehind) this.#schedule();
  }

  /** Somebody shows the page, and has what was read last. */
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

  /** One change is as good as many until the page is read again. */
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
