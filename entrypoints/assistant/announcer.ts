import { announce } from '../../utils/messaging/tab-side.ts';

/** The shortest time between two announcements, in ms. */
const ANNOUNCE_MS = 250;

/** Tells whoever shows this page that its report has changed. */
export class Announcer {
  readonly #urlNow: () => string;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param urlNow where the page is */
  constructor(urlNow: () => string, signal: AbortSignal) {
    this.#urlNow = urlNow;
    this.#signal = signal;
  }

  now(): void {
    announce('page/changed', { tabId: null, url: this.#urlNow() });
  }

  /** Once for all that changes in the next moment. */
  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (!this.#signal.aborted) this.now();
    }, ANNOUNCE_MS);
  }
}
