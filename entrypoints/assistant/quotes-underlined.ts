import type { Extraction } from '../../utils/article/types.ts';
import { askBackground, connectInTab } from '../../utils/messaging/tab-side.ts';
import { isOutOfSight, listenAt } from '../../utils/page/dom-access.ts';
import type { BarePort } from '../../utils/platform/bare-browser.ts';
import { UNDERLINE_PORT, type Underline } from '../../utils/quotes/anchoring/live-anchors.ts';
import type { UnderlineQuotes } from '../../utils/settings/schema.ts';
import type { Underlines } from './underlines.ts';

/** A page of ours that asks anew opens one connection and closes the other: nothing is taken away in between (ms). */
const GRACE_MS = 300;
/**
 * After a reading that found another text the quotes are asked for again, but not more often than this (ms). On a page
 * that never stands still each rest is twice the one before, up to the longest.
 */
const REST_MS = 5000;
const LONGEST_REST_MS = 5 * 60_000;

/** Which quotes are underlined, by the user's choice: while a page of ours shows them, or always. */
export class QuotesUnderlined {
  readonly #underlines: Underlines;
  readonly #extraction: () => Extraction | null;
  #choice: UnderlineQuotes = 'off';
  /** The page of ours that shows the quotes, the latest where there are several. */
  #port: BarePort | null = null;
  /** What that page has said, also while nothing is to be underlined. */
  #shown: readonly Underline[] = [];
  #marks: readonly Underline[] = [];
  #asking: ReturnType<typeof setTimeout> | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #rest = REST_MS;
  /** Nobody sees the page: it is asked when somebody does. */
  #isPutOff = false;

  /** @param extraction the article as it was read last; null where there is none, or it is another address's */
  constructor(underlines: Underlines, extraction: () => Extraction | null, signal: AbortSignal) {
    this.#underlines = underlines;
    this.#extraction = extraction;
    connectInTab(UNDERLINE_PORT, (port) => this.#take(port), signal);
    signal.addEventListener('abort', () => this.#forget());
    const onSight = (): void => {
      if (this.#isPutOff && !isOutOfSight(document)) this.#ask();
    };
    listenAt(document, 'visibilitychange', onSight, { signal, passive: true });
  }

  /** What the user has chosen. */
  choose(choice: UnderlineQuotes): void {
    if (choice === this.#choice) return;
    this.#choice = choice;
    if (choice === 'off' || (choice === 'open' && this.#port === null)) this.#forget();
    // A page of ours may have heard of the choice before this page did.
    if (choice !== 'off' && this.#shown.length > 0) {
      this.#marks = this.#shown;
      this.#draw();
    }
    if (choice === 'always') this.#ask();
  }

  /** The article was read anew. */
  onText(): void {
    if (this.#marks.length > 0) this.#draw();
    if (this.#choice === 'always' && this.#port === null) this.#ask();
  }

  /** The page went to another address. */
  leave(): void {
    this.#shown = [];
    this.#forget();
  }

  #take(port: BarePort): void {
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
    // Where they are always underlined, what the page of ours knew last is what there is to know.
    if (this.#choice !== 'always') this.#forget();
  }

  #draw(): void {
    const extraction = this.#extraction();
    if (extraction === null) this.#underlines.clear();
    else void this.#underlines.draw(extraction, this.#marks);
  }

  #forget(): void {
    this.#marks = [];
    if (this.#asking !== null) clearTimeout(this.#asking);
    this.#asking = null;
    this.#isPutOff = false;
    this.#rest = REST_MS;
    this.#underlines.clear();
  }

  #ask(): void {
    if (this.#asking !== null) return;
    const since = performance.now() - this.#askedAt;
    const wasLongAgo = since > LONGEST_REST_MS;
    const wait = wasLongAgo ? 0 : Math.max(0, this.#rest - since);
    this.#asking = setTimeout(() => {
      this.#asking = null;
      this.#isPutOff = isOutOfSight(document);
      if (this.#isPutOff) return;
      this.#rest = wasLongAgo ? REST_MS : Math.min(2 * this.#rest, LONGEST_REST_MS);
      this.#askedAt = performance.now();
      this.#askNow().catch((error: unknown) => console.warn('offprint: quotes not underlined', error));
    }, wait);
  }

  async #askNow(): Promise<void> {
    const before = this.#extraction();
    if (before === null) return;
    const marks = await askBackground('page/findUnderlines', null);
    // Chosen otherwise, shown by a page of ours, or gone to another article meanwhile.
    if (this.#choice !== 'always' || this.#port !== null) return;
    if (this.#extraction()?.article.url !== before.article.url) return;
    this.#marks = marks;
    this.#draw();
  }
}
