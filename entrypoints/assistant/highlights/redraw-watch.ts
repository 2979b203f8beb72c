import { rootOf } from '../../../utils/page/dom-access.ts';

const CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Delay from a change to the check; doubled after each check that found everything in place. */
const SETTLE_MS = 300;
const LONGEST_MS = 30_000;

/** Detects that the page has redrawn marked text. Changes until the next check count as one, so busy pages cost little. */
export class RedrawWatch {
  readonly #look: () => Promise<boolean>;
  readonly #observer: MutationObserver;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #inVain = 0;

  /** @param look checks and repairs the marks; returns false if nothing had to be done */
  constructor(look: () => Promise<boolean>, Observer: typeof MutationObserver = MutationObserver) {
    this.#look = look;
    this.#observer = new Observer(() => this.#onChange());
  }

  start(): void {
    const root = rootOf(document);
    if (root !== null && this.#timer === null) this.#observer.observe(root, CHANGES);
  }

  stop(): void {
    this.#observer.disconnect();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#inVain = 0;
  }

  async #lookNow(): Promise<void> {
    this.#inVain = (await this.#look()) ? 0 : this.#inVain + 1;
  }

  #onChange(): void {
    this.#observer.disconnect();
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        // Before the check, which takes time, so that changes during it cause another one.
        this.start();
        void this.#lookNow();
      },
      Math.min(SETTLE_MS * 2 ** this.#inVain, LONGEST_MS),
    );
  }
}
