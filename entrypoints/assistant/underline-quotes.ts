import type { Extraction } from '../../utils/article/types.ts';
import { askBackground, connectInTab } from '../../utils/messaging/tab-side.ts';
import { isDocumentHidden, listenTo } from '../../utils/page/dom-access.ts';
import type { BarePort } from '../../utils/platform/bare-browser.ts';
import { UNDERLINE_PORT, type Underline } from '../../utils/quotes/anchoring/live-anchors.ts';
import type { UnderlineQuotes } from '../../utils/settings/schema.ts';
import type { Underlines } from './underlines.ts';

/** How long underlines stay after a disconnection, in ms, because one of our pages may be reconnecting. */
const GRACE_MS = 300;
/**
 * Minimum interval (ms) between requests for quotes after changes of the text. Doubled after each request on a page that keeps
 * changing, up to the maximum.
 */
const MIN_INTERVAL_MS = 5000;
const MAX_INTERVAL_MS = 5 * 60_000;

/** Underlines quotes according to the user's choice: never, always, or while one of our pages shows them. */
export class QuoteUnderliner {
  readonly #underlines: Underlines;
  readonly #getExtraction: () => Extraction | null;
  #choice: UnderlineQuotes = 'off';
  /** The connection to the page of ours that was the last one to show the quotes. */
  #port: BarePort | null = null;
  /** The quotes sent by that page. Recorded even if the choice is “off”. */
  #sentUnderlines: readonly Underline[] = [];
  #drawnUnderlines: readonly Underline[] = [];
  #requestTimer: ReturnType<typeof setTimeout> | null = null;
  #requestedAt = Number.NEGATIVE_INFINITY;
  #intervalMs = MIN_INTERVAL_MS;
  /** Whether the page is not visible, so that quotes will be requested when it becomes visible. */
  #isDeferred = false;

  /** @param getExtraction returns the last extraction; null if there is none, or if it belongs to another URL */
  constructor(underlines: Underlines, getExtraction: () => Extraction | null, signal: AbortSignal) {
    this.#underlines = underlines;
    this.#getExtraction = getExtraction;
    connectInTab(UNDERLINE_PORT, (port) => this.#onConnect(port), signal);
    signal.addEventListener('abort', () => this.#reset());
    const onVisible = (): void => {
      if (this.#isDeferred && !isDocumentHidden(document)) this.#scheduleRequest();
    };
    listenTo(document, 'visibilitychange', onVisible, { signal, passive: true });
  }

  setChoice(choice: UnderlineQuotes): void {
    if (choice === this.#choice) return;
    this.#choice = choice;
    if (choice === 'off' || (choice === 'open' && this.#port === null)) this.#reset();
    // One of our pages may have sent quotes before this script learned of the new choice.
    if (choice !== 'off' && this.#sentUnderlines.length > 0) {
      this.#drawnUnderlines = this.#sentUnderlines;
      this.#draw();
    }
    if (choice === 'always') this.#scheduleRequest();
  }

  /** Called when the article has been extracted again. */
  onText(): void {
    if (this.#drawnUnderlines.length > 0) this.#draw();
    if (this.#choice === 'always' && this.#port === null) this.#scheduleRequest();
  }

  /** Called when the URL has changed. */
  onNavigation(): void {
    this.#sentUnderlines = [];
    this.#reset();
  }

  #onConnect(port: BarePort): void {
    this.#port = port;
    port.onMessage.addListener((message) => {
      if (this.#port !== port) return;
      // Only our own pages can connect; see `connectInTab`.
      this.#sentUnderlines = message as Underline[];
      if (this.#choice === 'off') return;
      this.#drawnUnderlines = this.#sentUnderlines;
      this.#draw();
    });
    port.onDisconnect.addListener(() => setTimeout(() => this.#disconnect(port), GRACE_MS));
  }

  #disconnect(port: BarePort): void {
    if (this.#port !== port) return;
    this.#port = null;
    this.#sentUnderlines = [];
    // With the choice “always”, the last quotes stay underlined.
    if (this.#choice !== 'always') this.#reset();
  }

  #draw(): void {
    const extraction = this.#getExtraction();
    if (extraction === null) this.#underlines.clear();
    else void this.#underlines.draw(extraction, this.#drawnUnderlines);
  }

  #reset(): void {
    this.#drawnUnderlines = [];
    if (this.#requestTimer !== null) clearTimeout(this.#requestTimer);
    this.#requestTimer = null;
    this.#isDeferred = false;
    this.#intervalMs = MIN_INTERVAL_MS;
    this.#underlines.clear();
  }

  #scheduleRequest(): void {
    if (this.#requestTimer !== null) return;
    const elapsed = performance.now() - this.#requestedAt;
    const wasLongAgo = elapsed > MAX_INTERVAL_MS;
    const delay = wasLongAgo ? 0 : Math.max(0, this.#intervalMs - elapsed);
    this.#requestTimer = setTimeout(() => {
      this.#requestTimer = null;
      this.#isDeferred = isDocumentHidden(document);
      if (this.#isDeferred) return;
      this.#intervalMs = wasLongAgo ? MIN_INTERVAL_MS : Math.min(2 * this.#intervalMs, MAX_INTERVAL_MS);
      this.#requestedAt = performance.now();
      this.#requestUnderlines().catch((error: unknown) =>
        console.warn('offprint: could not underline quotes', error),
      );
    }, delay);
  }

  async #requestUnderlines(): Promise<void> {
    const extraction = this.#getExtraction();
    if (extraction === null) return;
    const underlines = await askBackground('page/findUnderlines', null);
    // Meanwhile, the choice may have changed, one of our pages may have connected, or the page may have navigated.
    if (this.#choice !== 'always' || this.#port !== null) return;
    if (this.#getExtraction()?.article.url !== extraction.article.url) return;
    this.#drawnUnderlines = underlines;
    this.#draw();
  }
}
