import { announce } from '../../utils/messaging/tab-side.ts';

/** The shortest time between two announcements, in ms. */
const ANNOUNCE_MS = 250;

/** Tells whoever shows this page that its report has changed. */
export class Announcer {
  readonly #url: string;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(url: string, signal: AbortSignal) {
    this.#url = url;
    this.#signal = signal;
  }

  now(): void {
    announce('page/changed', { tabId: null, url: this.#url });
  }

  /** Once for all that changes in the next moment. */
  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (!this.#signal.aborted) this.now();
    }, ANNOUNCE_MS);
  }
}
