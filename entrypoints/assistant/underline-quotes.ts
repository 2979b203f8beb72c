import type { Extraction } from '../../utils/article/types.ts';
import { askBackground, connectInTab } from '../../utils/messaging/tab-side.ts';
import { isDocumentHidden, listenTo } from '../../utils/page/dom-access.ts';
import type { BarePort } from '../../utils/platform/bare-browser.ts';
import { UNDERLINE_PORT, type Underline } from '../../utils/quotes/anchoring/live-anchors.ts';
import type { UnderlineQuotes } from '../../utils/settings/schema.ts';
import type { Underlines } from './underlines.ts';

/** Keeps underlines while one of our pages reconnects. */
const GRACE_MS = 300;
/**
 * Quotes are requested again when the text has changed, but not more often than this. On a page that keeps changing, each
 * interval is twice the previous one, up to the maximum.
 */
const MIN_INTERVAL_MS = 5000;
const MAX_INTERVAL_MS = 5 * 60_000;

/** Which quotes are underlined, as the user chose: always, or while one of our pages shows them. */
export class QuotesUnderlined {
  readonly #underlines: Underlines;
  readonly #extraction: () => Extraction | null;
  #choice: UnderlineQuotes = 'off';
  /** The latest of our pages that shows the quotes. */
  #port: BarePort | null = null;
  /** The quotes that this page sent, recorded even while none are underlined. */
  #shown: readonly Underline[] = [];
  #marks: readonly Underline[] = [];
  #requestTimer: ReturnType<typeof setTimeout> | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #intervalMs = MIN_INTERVAL_MS;
  /** The page is not visible: quotes are requested when it becomes visible. */
  #isDeferred = false;

  /** @param extraction returns the article as last read; null if there is none or it belongs to another address */
  constructor(underlines: Underlines, extraction: () => Extraction | null, signal: AbortSignal) {
    this.#underlines = underlines;
    this.#extraction = extraction;
    connectInTab(UNDERLINE_PORT, (port) => this.#onConnect(port), signal);
    signal.addEventListener('abort', () => this.#reset());
    const onVisible = (): void => {
      if (this.#isDeferred && !isDocumentHidden(document)) this.#ask();
    };
    listenTo(document, 'visibilitychange', onVisible, { signal, passive: true });
  }

  setChoice(choice: UnderlineQuotes): void {
    if (choice === this.#choice) return;
    this.#choice = choice;
    if (choice === 'off' || (choice === 'open' && this.#port === null)) this.#reset();
    // One of our pages may have learned the choice before this one.
    if (choice !== 'off' && this.#shown.length > 0) {
      this.#marks = this.#shown;
      this.#draw();
    }
    if (choice === 'always') this.#ask();
  }

  /** Called when the article was read again. */
  onText(): void {
    if (this.#marks.length > 0) this.#draw();
    if (this.#choice === 'always' && this.#port === null) this.#ask();
  }

  /** Called when the address has changed. */
  onNavigation(): void {
    this.#shown = [];
    this.#reset();
  }

  #onConnect(port: BarePort): void {
    this.#port = port;
    port.onMessage.addListener((message) => {
      if (this.#port !== port) return;
      // Only our own pages can connect; see `connectInTab`.
      this.#shown = message as Underline[];
      if (this.#choice === 'off') return;
      this.#marks = this.#shown;
      this.#draw();
    });
    port.onDisconnect.addListener(() => setTimeout(() => this.#drop(port), GRACE_MS));
  }

  #drop(port: BarePort): void {
    if (this.#port !== port) return;
    this.#port = null;
    this.#shown = [];
    // With the choice “always”, the quotes known last stay.
    if (this.#choice !== 'always') this.#reset();
  }

  #draw(): void {
    const extraction = this.#extraction();
    if (extraction === null) this.#underlines.clear();
    else void this.#underlines.draw(extraction, this.#marks);
  }

  #reset(): void {
    this.#marks = [];
    if (this.#requestTimer !== null) clearTimeout(this.#requestTimer);
    this.#requestTimer = null;
    this.#isDeferred = false;
    this.#intervalMs = MIN_INTERVAL_MS;
    this.#underlines.clear();
  }

  #ask(): void {
    if (this.#requestTimer !== null) return;
    const since = performance.now() - this.#askedAt;
    const wasLongAgo = since > MAX_INTERVAL_MS;
    const wait = wasLongAgo ? 0 : Math.max(0, this.#intervalMs - since);
    this.#requestTimer = setTimeout(() => {
      this.#requestTimer = null;
      this.#isDeferred = isDocumentHidden(document);
      if (this.#isDeferred) return;
      this.#intervalMs = wasLongAgo ? MIN_INTERVAL_MS : Math.min(2 * this.#intervalMs, MAX_INTERVAL_MS);
      this.#askedAt = performance.now();
      this.#askNow().catch((error: unknown) => console.warn('offprint: quotes not underlined', error));
    }, wait);
  }

  async #askNow(): Promise<void> {
    const before = this.#extraction();
    if (before === null) return;
    const marks = await askBackground('page/findUnderlines', null);
    // The choice was changed, one of our pages connected, or the page navigated to another article meanwhile.
    if (this.#choice !== 'always' || this.#port !== null) return;
    if (this.#extraction()?.article.url !== before.article.url) return;
    this.#marks = marks;
    this.#draw();
  }
}
