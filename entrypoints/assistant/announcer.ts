import { announce } from '../../utils/messaging/tab-side.ts';

/** Minimum interval between two announcements. */
const ANNOUNCE_MS = 250;

/** Announces that the report on this page has changed. */
export class Announcer {
  readonly #urlNow: () => string;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param urlNow returns the page's current address */
  constructor(urlNow: () => string, signal: AbortSignal) {
    this.#urlNow = urlNow;
    this.#signal = signal;
  }

  now(): void {
    announce('page/changed', { tabId: null, url: this.#urlNow() });
  }

  /** Announces all changes of the next moment at once. */
  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (!this.#signal.aborted) this.now();
    }, ANNOUNCE_MS);
  }
}
