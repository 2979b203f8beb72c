import { loadPhrasesFor } from '../../utils/article/load-phrases.ts';
import type { Extraction, Verdict } from '../../utils/article/types.ts';
import type { GateReport, PageReport, ReportRequest } from '../../utils/messaging/protocol.ts';
import { announce, askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import { listenTo, readyStateOf } from '../../utils/page/dom-access.ts';
import { watchRoot } from '../../utils/page/watch-root.ts';
import { isExtensionAlive } from '../../utils/platform/bare-browser.ts';
import { tabState } from '../../utils/platform/tab-state.ts';
import { type LocationWatch, watchLocation } from '../../utils/platform/watch-location.ts';
import { clutterSettingsKey, type SiteView } from '../../utils/settings/site-settings.ts';
import { answerClearing, answerPlaces } from './answer-requests.ts';
import { PageHighlights } from './highlights/page-highlights.ts';
import { PageClearing } from './page-clearing.ts';
import { PageText } from './page-text.ts';
import { QuoteCache } from './quote-cache.ts';
import { PageMarks } from './quote-marks.ts';
import { describeFailure } from './read-page.ts';
import { QuotesUnderlined } from './underline-quotes.ts';
import { Waiters } from './waiters.ts';
import { HomeAddress, watchSite } from './watch-site.ts';

/** How long a report waits for the first reading, and for the text to match a changed address. */
const READ_TIMEOUT_MS = 8000;
const FOLLOW_TIMEOUT_MS = 5000;
/** How long the first reading waits for the rest of the page, which scripts may delay much longer. */
const PARSE_TIMEOUT_MS = 3000;

/**
 * Offprint's work in the articles of one document, from the first reading until the page ends or an application
 * navigates to a page without an article. Between two articles, hidden items stay hidden.
 */
export class Assistant {
  readonly #life: AbortController = new AbortController();
  #url = location.href;
  #state: PageReport['state'] = 'reading';
  #verdict: Verdict = { isArticle: true, reason: 'userSaysYes', score: 0 };
  #error: string | null = null;
  #ms = { gate: 0, assistant: 0 };
  readonly #marks = new PageMarks();
  readonly #home = new HomeAddress();
  #quotes = new QuoteCache();
  readonly #waiters = new Waiters();
  readonly #announcer = new Announcer(() => this.#url, this.#life.signal);
  readonly #location: LocationWatch;
  readonly #text: PageText;
  readonly #clearing: PageClearing;
  readonly #underlined: QuotesUnderlined;
  readonly #highlights: PageHighlights;
  /** The address has changed, but the text has not yet. */
  #hasMoved = false;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#life.abort());
    this.#life.signal.addEventListener('abort', () => {
      this.#marks.end();
      this.#waiters.lookAgain();
    });
    endOnTakeOver(() => this.#life.abort(), this.#life.signal);
    this.#receive();
    this.#location = watchLocation(() => this.#onNavigation(), this.#life.signal);
    const onText = (change: 'text' | 'rest'): void => this.#onText(change);
    const onOutdated = (): void => this.#announcer.now();
    this.#text = new PageText(this.#url, this.#location, onText, onOutdated, this.#life.signal);
    const shown = (): Extraction | null => (this.#text.isStale ? null : this.#extraction);
    this.#underlined = new QuotesUnderlined(this.#marks.underlines, shown, this.#life.signal);
    const kept = (): readonly Element[] => this.#kept();
    const onCleared = (): void => this.#announcer.soon();
    this.#clearing = new PageClearing(this.#url, kept, onCleared, this.#life.signal);
    answerClearing(this.#clearing, this.#marks.blocks, this.#life.signal);
    answerPlaces(this.#marks, this.#text, this.#life.signal);
    const shownNow = (): Extraction | null => {
      this.#location.check();
      return shown();
    };
    this.#highlights = new PageHighlights(shownNow, this.#life.signal);
    watchRoot(document, () => void this.#onNewRoot(), this.#life.signal);
    addEventListener('pageshow', (event) => event.persisted && this.#announcer.now(), {
      signal: this.#life.signal,
    });
  }

  /** Reads the page, hides clutter, and announces that the report is ready. */
  async start(gate: GateReport | undefined): Promise<void> {
    // The gate refused the page or has not seen it: the user started the assistant.
    if (gate?.verdict.isArticle) this.#verdict = gate.verdict;
    this.#ms.gate = gate?.ms ?? 0;
    let choices = '';
    // Subscribes before the first question, so that no change during the reading is missed.
    const followSite = watchSite(
      () => this.#home.ask(this.#url),
      (changed) => {
        const now = clutterSettingsKey(changed, this.#url);
        // Other changes must not undo what the user showed again.
        if (now !== choices) void this.#clearAnew(changed);
        choices = now;
        this.#clearing.rules.read(changed);
        this.#underlined.setChoice(changed.underlineQuotes);
      },
      this.#life.signal,
    );
    const [{ settings }, { keepsLoading }] = await Promise.all([
      askBackground('site/ask', this.#home.ask(this.#url)),
      askBackground('page/loaded', { opened: performance.timeOrigin }),
    ]);
    if (this.#life.signal.aborted) return;
    if (this.#home.isOffUnknown(settings, this.#url, gate)) return leaveDisabledSite();
    this.#clearing.rules.read(settings);
    loadPhrasesFor(document);
    const start = performance.now();
    const model = await this.#text.read();
    this.#ms.assistant = performance.now() - start;
    if (this.#life.signal.aborted) return;
    if (keepsLoading) this.#clearing.pause(settings);
    else await this.#clearing.start(settings, model);
    if (readyStateOf(document) === 'loading') {
      // The gate may have recognised the article by its head, when only part of the text had arrived.
      await untilParsed(document, PARSE_TIMEOUT_MS, this.#life.signal);
      await this.#text.readAgain();
      await this.#clearing.lookAgain(this.#url);
    }
    if (this.#life.signal.aborted) return;
    this.#state = this.#extraction === null ? 'failed' : 'article';
    this.#underlined.setChoice(settings.underlineQuotes);
    choices = clutterSettingsKey(settings, this.#url);
    followSite();
    this.#announceReport();
    this.#highlights.begin();
    if (readyStateOf(document) === 'complete') this.#text.readAgainSoon();
    else
      addEventListener('load', () => this.#text.readAgainSoon(), { once: true, signal: this.#life.signal });
  }

  /** Handles an error that nothing else caught: the popup shows that reading failed, and why. */
  fail(error: unknown): void {
    this.#state = 'failed';
    this.#error = describeFailure('errorExtract', error);
    // Nothing checks any more what was hidden before the page could be read.
    tabState().endEarly?.();
    this.#announceReport();
  }

  #announceReport(): void {
    this.#waiters.lookAgain();
    this.#announcer.now();
  }

  get #extraction(): Extraction | null {
    return this.#text.reading?.extraction ?? null;
  }

  /** Checks whether the page has changed; false if a new assistant is needed. */
  resume(): boolean {
    if (this.#life.signal.aborted || this.#state === 'failed' || !isExtensionAlive()) return false;
    this.#location.check();
    if (this.#state === 'article' && this.#text.isOutdated) void this.#text.readAgain();
    return true;
  }

  /** Called when the page was read again. */
  #onText(change: 'text' | 'rest'): void {
    if (change === 'text') this.#quotes.found = null;
    if (change === 'text' && this.#hasMoved) {
      this.#hasMoved = false;
      // The gate decides whether the page is an article, and ends the work on another one.
      if (tabState().decide?.() !== false) tabState().readAt = this.#url;
      if (this.#life.signal.aborted) return;
      void this.#clearing.lookAgain(this.#url);
    }
    this.#underlined.onText();
    this.#state = this.#extraction === null ? 'failed' : 'article';
    // No text was found: the gate ends the work on the previous article.
    if (this.#extraction === null) tabState().decide?.();
    this.#highlights.lookAgain();
    this.#announceReport();
  }

  async #clearAnew(settings: SiteView): Promise<void> {
    if (await this.#clearing.restart(settings)) this.#announcer.now();
  }

  #kept(): readonly Element[] {
    return this.#extraction?.elements ?? [];
  }

  /** Whether a report need not wait; nothing more comes from a page that was left. */
  #isRead(isFresh: boolean): boolean {
    if (this.#life.signal.aborted) return true;
    return this.#state !== 'reading' && !(isFresh && this.#text.isStale);
  }

  /** Reads any text, because the user saves the page although the gate refused it or no article was found. */
  async #readAnyText(): Promise<void> {
    if (this.#life.signal.aborted || this.#state === 'reading' || this.#text.isStale) return;
    if (this.#extraction === null || !tabState().gate?.verdict.isArticle) await this.#text.readAnyText();
  }

  async #report(request: ReportRequest): Promise<PageReport> {
    const { html, isFresh = false, waits = false, anyText = false } = request;
    this.#location.check();
    if (isFresh && this.#state !== 'reading' && !this.#life.signal.aborted) await this.#text.readAgain();
    if (waits) {
      const limit = this.#state === 'reading' ? READ_TIMEOUT_MS : FOLLOW_TIMEOUT_MS;
      await this.#waiters.until(() => this.#isRead(isFresh), limit);
    }
    if (anyText) await this.#readAnyText();
    // Whoever shows the page is notified of later changes.
    if (!isFresh) this.#text.onRequest();
    // The report on a page that was left meanwhile is empty.
    const isLeft = this.#life.signal.aborted;
    const extraction = isLeft ? null : this.#extraction;
    return {
      state: isLeft ? 'reading' : this.#state,
      url: this.#url,
      isStale: this.#text.isStale,
      verdict: this.#verdict,
      article:
        extraction === null || html ? (extraction?.article ?? null) : { ...extraction.article, html: '' },
      ...(this.#home.asked !== null && { canonicalUrl: this.#home.asked }),
      pages: extraction?.pages ?? null,
      corrections: this.#quotes.corrections,
      known: extraction === null ? null : this.#quotes.found,
      hidden: this.#clearing.items,
      clutterOn: this.#clearing.isOn,
      clutterPaused: this.#clearing.isPaused && this.#clearing.isOn,
      error: this.#text.reading?.error ?? this.#error ?? this.#clearing.error,
      ms: { gate: this.#ms.gate, assistant: this.#ms.assistant + this.#clearing.ms },
    };
  }

  /** Resumes hiding at the user's request although the page reloads itself. */
  async #resumeHiding(): Promise<boolean> {
    if (!this.#clearing.isPaused) return false;
    await askBackground('page/hideAnyway', { opened: performance.timeOrigin });
    const { settings } = await askBackground('site/ask', this.#home.ask(this.#url));
    await this.#clearAnew(settings);
    return !this.#clearing.isPaused;
  }

  #receive(): void {
    receiveInTab(
      {
        'page/report': (request) => this.#report(request),
        'page/resumeHiding': () => this.#resumeHiding(),
        'page/correctSpeaker': (corrections) => {
          this.#quotes.correct(corrections);
          this.#announceReport();
          return null;
        },
        'page/takeBackSpeaker': (places) => {
          this.#quotes.revert(places);
          this.#announceReport();
          return null;
        },
        'page/lacksQuotes': () => this.#extraction !== null && this.#quotes.found === null,
        'page/keepQuotes': ({ quotes, length }) => {
          this.#quotes.keep(quotes, length, this.#extraction?.article.text ?? '');
          return null;
        },
      },
      this.#life.signal,
    );
  }

  /** Called when the address changed without a load: another article may follow, and hidden items stay until it is there. */
  #onNavigation(): void {
    if (this.#life.signal.aborted) return;
    this.#url = location.href;
    this.#hasMoved = true;
    this.#marks.end();
    this.#underlined.onNavigation();
    this.#highlights.onNavigation();
    this.#quotes = new QuoteCache();
    this.#text.onNavigation(this.#url);
    this.#announceReport();
  }

  /** Called when the page has replaced its whole document, which contains none of our work. */
  async #onNewRoot(): Promise<void> {
    if (this.#state === 'reading') return;
    void this.#text.readAgain();
    if (this.#clearing.isPaused) return;
    const { settings } = await askBackground('site/ask', this.#home.ask(this.#url));
    await this.#clearAnew(settings);
  }
}

/** Resolves when the document has been parsed, the time is up, or the signal aborts. */
function untilParsed(document_: Document, limitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    listenTo(document_, 'DOMContentLoaded', end, { once: true, signal });
    signal.addEventListener('abort', end, { once: true });
  });
}

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
    announce('page/changed', { url: this.#urlNow() });
  }

  /** Announces all changes of the next moment at once. */
  soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (!this.#signal.aborted) this.now();
    }, ANNOUNCE_MS);
  }
}

/** The event that `takeOver` in `background/page-scripts.ts` dispatches in open pages after an update. */
const TAKE_OVER = 'offprint-take-over';

/** Ends the work when scripts of a later version take over, since this version can no longer reach its background. */
export function endOnTakeOver(end: () => void, signal: AbortSignal): void {
  const onEvent = (): void => {
    // A page may dispatch it, too; it has no effect while the extension is alive.
    if (!isExtensionAlive()) end();
  };
  listenTo(document, TAKE_OVER, onEvent, { signal });
}

/** Leaves a page of a switched-off site. The gate judges again, to report why nothing is done here. */
export function leaveDisabledSite(): void {
  const world = tabState();
  world.endEarly?.();
  world.decide?.();
  world.endAssistant?.();
}
