import { rootOf } from '../../../utils/page/dom-access.ts';

const CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** From a change to a look at it, in ms; twice as long after each that found everything in its place. */
const SETTLE_MS = 300;
const LONGEST_MS = 30_000;

/**
 * Looks whether the page has drawn anew what is marked in it. One change is as good as many until the look: a page
 * that never rests costs a look now and then.
 */
export class RedrawWatch {
  readonly #look: () => Promise<boolean>;
  readonly #observer: MutationObserver;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #inVain = 0;

  /** @param look sees to what is marked; false where there was nothing to do */
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
        // Before the look, which takes its time: what is changed during it is seen after it.
        this.start();
        void this.#lookNow();
      },
      Math.min(SETTLE_MS * 2 ** this.#inVain, LONGEST_MS),
    );
  }
}
