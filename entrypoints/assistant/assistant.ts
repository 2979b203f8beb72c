import { detectPhrases, type SitePhrases } from '../../utils/article/site-phrases.ts';
import type { Extraction, Verdict } from '../../utils/article/types.ts';
import type { GateReport, PageReport, ReportRequest } from '../../utils/messaging/protocol.ts';
import { announce, askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import { listenTo, readyStateOf } from '../../utils/page/dom-access.ts';
import { watchRoot } from '../../utils/page/watch-root.ts';
import { isExtensionAlive } from '../../utils/platform/bare-browser.ts';
import { tabState } from '../../utils/platform/tab-state.ts';
import { type LocationWatch, watchLocation } from '../../utils/platform/watch-location.ts';
import { clutterSettingsKey, type SiteView } from '../../utils/settings/site-settings.ts';
import { answerClutterRequests, answerPassageRequests } from './answer-requests.ts';
import { ArticleTracker } from './article-tracker.ts';
import { describeFailure } from './extract-from-page.ts';
import { PageHighlights } from './highlights/page-highlights.ts';
import { PageClearing } from './page-clearing.ts';
import { PageMarks } from './page-marks.ts';
import { QuoteCache } from './quote-cache.ts';
import { QuoteUnderliner } from './underline-quotes.ts';
import { Waiters } from './waiters.ts';
import { DeclaredUrl, watchSite } from './watch-site.ts';

/** How long a report waits for the first extraction, and for the text to match a changed URL, in ms. */
const READ_TIMEOUT_MS = 8000;
const TEXT_TIMEOUT_MS = 5000;
/** How long the first extraction waits for the rest of the page, in ms. Scripts can delay it much longer. */
const PARSE_TIMEOUT_MS = 3000;

/**
 * Runs Offprint on the articles of one document, until the page is left or a single-page application navigates to a page
 * without an article. Between two articles, hidden items stay hidden.
 */
export class Assistant {
  readonly #life: AbortController = new AbortController();
  #url = location.href;
  #state: PageReport['state'] = 'reading';
  #verdict: Verdict = { isArticle: true, reason: 'userSaysYes', score: 0 };
  #error: string | null = null;
  /** The phrases of the page's language, detected at the first extraction. */
  #phrases: SitePhrases | null = null;
  #durations = { gate: 0, assistant: 0 };
  readonly #marks = new PageMarks();
  readonly #canonicalUrl = new DeclaredUrl();
  #quotes = new QuoteCache();
  readonly #waiters = new Waiters();
  readonly #announcer = new Announcer(() => this.#url, this.#life.signal);
  readonly #location: LocationWatch;
  readonly #text: ArticleTracker;
  readonly #clearing: PageClearing;
  readonly #underlined: QuoteUnderliner;
  readonly #highlights: PageHighlights;
  /** Whether the URL has changed, but the text has not yet. */
  #isTextOutdated = false;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#life.abort());
    this.#life.signal.addEventListener('abort', () => {
      this.#marks.end();
      this.#waiters.checkAll();
    });
    watchTakeOver(() => this.#life.abort(), this.#life.signal);
    this.#answerMessages();
    this.#location = watchLocation(() => this.#onNavigation(), this.#life.signal);
    const getPhrases = (): SitePhrases => {
      this.#phrases ??= detectPhrases(document);
      return this.#phrases;
    };
    const onText = (change: 'text' | 'rest'): void => this.#onText(change);
    const onOutdated = (): void => this.#announcer.newChoices();
    this.#text = new ArticleTracker(
      this.#url,
      this.#location,
      getPhrases,
      onText,
      onOutdated,
      this.#life.signal,
    );
    const getShownExtraction = (): Extraction | null => (this.#text.isStale ? null : this.#extraction);
    this.#underlined = new QuoteUnderliner(this.#marks.underlines, getShownExtraction, this.#life.signal);
    const getExtracted = (): readonly Element[] => this.#listExtracted();
    const onCleared = (): void => this.#announcer.announceSoon();
    this.#clearing = new PageClearing(this.#url, getExtracted, getPhrases, onCleared, this.#life.signal);
    answerClutterRequests(this.#clearing, this.#marks.hiddenBlocks, this.#life.signal);
    answerPassageRequests(this.#marks, this.#text, this.#life.signal);
    const getCurrentExtraction = (): Extraction | null => {
      this.#location.check();
      return getShownExtraction();
    };
    this.#highlights = new PageHighlights(getCurrentExtraction, this.#life.signal);
    watchRoot(document, () => void this.#onNewRoot(), this.#life.signal);
    addEventListener('pageshow', (event) => event.persisted && this.#announcer.newChoices(), {
      signal: this.#life.signal,
    });
  }

  /** Extracts the article, hides clutter, and announces that the report is ready. */
  async start(gate: GateReport | undefined): Promise<void> {
    // Otherwise the gate has rejected the page or has not seen it, and the user started the assistant.
    if (gate?.verdict.isArticle) this.#verdict = gate.verdict;
    this.#durations.gate = gate?.ms ?? 0;
    let choices = '';
    // Subscribes before the first request, so that no change of the settings is missed.
    const startFollowingSite = watchSite(
      () => this.#canonicalUrl.createRequest(this.#url),
      (changed) => {
        const newChoices = clutterSettingsKey(changed, this.#url);
        // Other changes must not hide what the user has chosen to show.
        if (newChoices !== choices) void this.#restartClearing(changed);
        choices = newChoices;
        this.#clearing.rules.update(changed);
        this.#underlined.setChoice(changed.underlineQuotes);
      },
      this.#life.signal,
    );
    const [{ settings }, { keepsLoading }] = await Promise.all([
      askBackground('site/ask', this.#canonicalUrl.createRequest(this.#url)),
      askBackground('page/loaded', { opened: performance.timeOrigin }),
    ]);
    if (this.#life.signal.aborted) return;
    if (this.#canonicalUrl.isOffUnknownToGate(settings, this.#url, gate)) return leaveDisabledSite();
    this.#clearing.rules.update(settings);
    const start = performance.now();
    const model = await this.#text.extractFirst();
    this.#durations.assistant = performance.now() - start;
    if (this.#life.signal.aborted) return;
    if (keepsLoading) this.#clearing.pause(settings);
    else await this.#clearing.start(settings, model);
    if (readyStateOf(document) === 'loading') {
      // The gate may have recognised the article by its head, before all of the text had loaded.
      await untilParsed(document, PARSE_TIMEOUT_MS, this.#life.signal);
      await this.#text.extractAgain();
      await this.#clearing.recheck(this.#url);
    }
    if (this.#life.signal.aborted) return;
    this.#state = this.#extraction === null ? 'failed' : 'article';
    this.#underlined.setChoice(settings.underlineQuotes);
    choices = clutterSettingsKey(settings, this.#url);
    startFollowingSite();
    this.#announceReport();
    this.#highlights.start();
    if (readyStateOf(document) === 'complete') this.#text.extractAgainSoon();
    else
      addEventListener('load', () => this.#text.extractAgainSoon(), {
        once: true,
        signal: this.#life.signal,
      });
  }

  /** Handles an uncaught error, so that the popup shows that extraction has failed, and why. */
  fail(error: unknown): void {
    this.#state = 'failed';
    this.#error = describeFailure('errorExtract', error);
    // Shows what was hidden early, because nothing will check it any more.
    tabState().endEarly?.();
    this.#announceReport();
  }

  #announceReport(): void {
    this.#waiters.checkAll();
    this.#announcer.newChoices();
  }

  get #extraction(): Extraction | null {
    return this.#text.result?.extraction ?? null;
  }

  /** Checks whether the page has changed. Returns false if a new assistant is needed. */
  resume(): boolean {
    if (this.#life.signal.aborted || this.#state === 'failed' || !isExtensionAlive()) return false;
    this.#location.check();
    if (this.#state === 'article' && this.#text.isOutdated) void this.#text.extractAgain();
    return true;
  }

  /** Called when the article has been extracted again. */
  #onText(change: 'text' | 'rest'): void {
    if (change === 'text') this.#quotes.quotes = null;
    if (change === 'text' && this.#isTextOutdated) {
      this.#isTextOutdated = false;
      // The gate decides whether the page is still an article; if not, it ends the assistant.
      if (tabState().decide?.() !== false) tabState().readAt = this.#url;
      if (this.#life.signal.aborted) return;
      void this.#clearing.recheck(this.#url);
    }
    this.#underlined.onText();
    this.#state = this.#extraction === null ? 'failed' : 'article';
    // If no text was found, the gate ends the assistant.
    if (this.#extraction === null) tabState().decide?.();
    this.#highlights.reload();
    this.#announceReport();
  }

  async #restartClearing(settings: SiteView): Promise<void> {
    if (await this.#clearing.restart(settings)) this.#announcer.newChoices();
  }

  #listExtracted(): readonly Element[] {
    return this.#extraction?.elements ?? [];
  }

  /** Whether a report need not wait (any more). There is nothing to wait for on a page that was left. */
  #isReportReady(isFresh: boolean): boolean {
    if (this.#life.signal.aborted) return true;
    return this.#state !== 'reading' && !(isFresh && this.#text.isStale);
  }

  /** Extracts any text if the gate rejected the page or no article was found, because the user saves it anyway. */
  async #extractAnyText(): Promise<void> {
    if (this.#life.signal.aborted || this.#state === 'reading' || this.#text.isStale) return;
    if (this.#extraction === null || !tabState().gate?.verdict.isArticle) await this.#text.extractAnyText();
  }

  async #createReport(request: ReportRequest): Promise<PageReport> {
    const { html, isFresh = false, waits = false, anyText = false } = request;
    this.#location.check();
    if (isFresh && this.#state !== 'reading' && !this.#life.signal.aborted) await this.#text.extractAgain();
    if (waits) {
      const limit = this.#state === 'reading' ? READ_TIMEOUT_MS : TEXT_TIMEOUT_MS;
      await this.#waiters.waitUntil(() => this.#isReportReady(isFresh), limit);
    }
    if (anyText) await this.#extractAnyText();
    // Views of the article are notified of later changes.
    if (!isFresh) this.#text.onRequest();
    // The report is empty if the page was left meanwhile.
    const isLeft = this.#life.signal.aborted;
    const extraction = isLeft ? null : this.#extraction;
    return {
      state: isLeft ? 'reading' : this.#state,
      url: this.#url,
      isStale: this.#text.isStale,
      verdict: this.#verdict,
      article:
        extraction === null || html ? (extraction?.article ?? null) : { ...extraction.article, html: '' },
      ...(this.#canonicalUrl.requested !== null && { canonicalUrl: this.#canonicalUrl.requested }),
      pages: extraction?.pages ?? null,
      corrections: this.#quotes.corrections,
      known: extraction === null ? null : this.#quotes.quotes,
      hidden: this.#clearing.items,
      clutterOn: this.#clearing.isOn,
      clutterPaused: this.#clearing.isPaused && this.#clearing.isOn,
      error: this.#text.result?.error ?? this.#error ?? this.#clearing.error,
      ms: { gate: this.#durations.gate, assistant: this.#durations.assistant + this.#clearing.durationMs },
    };
  }

  /** Resumes hiding because the user wants it, even though the page keeps reloading itself. */
  async #resumeHiding(): Promise<boolean> {
    if (!this.#clearing.isPaused) return false;
    await askBackground('page/hideAnyway', { opened: performance.timeOrigin });
    const { settings } = await askBackground('site/ask', this.#canonicalUrl.createRequest(this.#url));
    await this.#restartClearing(settings);
    return !this.#clearing.isPaused;
  }

  #answerMessages(): void {
    receiveInTab(
      {
        'page/report': (request) => this.#createReport(request),
        'page/resumeHiding': () => this.#resumeHiding(),
        'page/correctSpeaker': (corrections) => {
          this.#quotes.addCorrections(corrections);
          this.#announceReport();
          return null;
        },
        'page/takeBackSpeaker': (positions) => {
          this.#quotes.revert(positions);
          this.#announceReport();
          return null;
        },
        'page/lacksQuotes': () => this.#extraction !== null && this.#quotes.quotes === null,
        'page/keepQuotes': ({ quotes, length }) => {
          this.#quotes.store(quotes, length, this.#extraction?.article.text ?? '');
          return null;
        },
      },
      this.#life.signal,
    );
  }

  /** Called when the URL has changed without a page load. Hidden items stay hidden until the next article is there. */
  #onNavigation(): void {
    if (this.#life.signal.aborted) return;
    this.#url = location.href;
    this.#isTextOutdated = true;
    this.#marks.end();
    this.#underlined.onNavigation();
    this.#highlights.onNavigation();
    this.#quotes = new QuoteCache();
    this.#text.onNavigation(this.#url);
    this.#announceReport();
  }

  /** Called when the page has replaced its document element, so that nothing in the new one is hidden yet. */
  async #onNewRoot(): Promise<void> {
    if (this.#state === 'reading') return;
    void this.#text.extractAgain();
    if (this.#clearing.isPaused) return;
    const { settings } = await askBackground('site/ask', this.#canonicalUrl.createRequest(this.#url));
    await this.#restartClearing(settings);
  }
}

/** Resolves when the document has been parsed, after `limitMs`, or when the signal aborts. */
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

/** Delay in which changes are combined into one announcement, in ms. */
const ANNOUNCE_DELAY_MS = 250;

/** Announces to the extension that the report on this page has changed. */
export class Announcer {
  readonly #getUrl: () => string;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param getUrl returns the page's current URL */
  constructor(getUrl: () => string, signal: AbortSignal) {
    this.#getUrl = getUrl;
    this.#signal = signal;
  }

  newChoices(): void {
    announce('page/changed', { url: this.#getUrl() });
  }

  /** Announces this and all changes within `ANNOUNCE_MS` at once. */
  announceSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (!this.#signal.aborted) this.newChoices();
    }, ANNOUNCE_DELAY_MS);
  }
}

/** The event that `takeOver` in `background/page-scripts.ts` dispatches in open pages after an update. */
const TAKE_OVER_EVENT = 'offprint-take-over';

/** Calls `end` when scripts of a later version take over, because this version can't reach its background any more. */
export function watchTakeOver(end: () => void, signal: AbortSignal): void {
  const onEvent = (): void => {
    // A page can dispatch the event, too, so it is ignored while the extension is alive.
    if (!isExtensionAlive()) end();
  };
  listenTo(document, TAKE_OVER_EVENT, onEvent, { signal });
}

/** Ends the assistant on a site where Offprint is off. The gate decides again, in order to report the reason. */
export function leaveDisabledSite(): void {
  const state = tabState();
  state.endEarly?.();
  state.decide?.();
  state.endAssistant?.();
}
