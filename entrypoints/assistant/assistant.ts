import { learnLanguage } from '../../utils/article/learn-language.ts';
import type { Extraction, Verdict } from '../../utils/article/types.ts';
import { findMustStay, type MustStay } from '../../utils/clutter/find/must-stay.ts';
import type { GateAnswer, PageReport, ReportRequest } from '../../utils/messaging/protocol.ts';
import { askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import { listenAt, readyStateOf } from '../../utils/page/dom-access.ts';
import { watchRoot } from '../../utils/page/watch-root.ts';
import { isExtensionAlive } from '../../utils/platform/bare-browser.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { type LocationWatch, watchLocation } from '../../utils/platform/watch-location.ts';
import type { SiteView } from '../../utils/settings/site-settings.ts';
import { clearingChoices } from '../../utils/settings/site-settings.ts';
import { Announcer } from './announcer.ts';
import { answerClearing } from './answer-clearing.ts';
import { answerPlaces } from './answer-places.ts';
import { PageHighlights } from './highlights/page-highlights.ts';
import { HomeAddress } from './home-address.ts';
import { KeptQuotes } from './kept-quotes.ts';
import { PageClearing } from './page-clearing.ts';
import { PageMarks } from './page-marks.ts';
import { PageText } from './page-text.ts';
import { QuotesUnderlined } from './quotes-underlined.ts';
import { describeFailure } from './read-page.ts';
import { foundBlocks, rememberLater } from './site-visit.ts';
import { leaveWhereOff, stepDownWith } from './step-down.ts';
import { Waiters } from './waiters.ts';
import { watchSite } from './watch-site.ts';

/** How long a report waits for the page to be read, and for a text to follow its address, in ms. */
const READING_MS = 8000;
const FOLLOWING_MS = 5000;
/** How long a report waits for the rest of a page that is still coming, in ms: scripts may hold it up much longer. */
const PARSE_LIMIT_MS = 3000;

/**
 * Offprint's work in the articles of one document, from the first reading to the end of the page, or until an
 * application goes to a page that is no article. Going from one article to the next, what is hidden stays hidden.
 */
export class Assistant {
  readonly #life: AbortController = new AbortController();
  #url = location.href;
  #remembers = false;
  #state: PageReport['state'] = 'reading';
  #verdict: Verdict = { isArticle: true, reason: 'userSaysYes', score: 0 };
  #error: string | null = null;
  #ms = { gate: 0, assistant: 0 };
  readonly #marks = new PageMarks();
  readonly #home = new HomeAddress();
  #quotes = new KeptQuotes();
  readonly #waiters = new Waiters();
  readonly #announcer = new Announcer(() => this.#url, this.#life.signal);
  readonly #location: LocationWatch;
  readonly #text: PageText;
  readonly #clearing: PageClearing;
  readonly #underlined: QuotesUnderlined;
  readonly #highlights: PageHighlights;
  /** The address has changed, and no other text has come yet. */
  #hasMoved = false;
  /** Ends with the address. */
  #visit = new AbortController();

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#life.abort());
    this.#life.signal.addEventListener('abort', () => {
      this.#marks.end();
      this.#visit.abort();
      this.#waiters.lookAgain();
    });
    stepDownWith(() => this.#life.abort(), this.#life.signal);
    this.#receive();
    this.#location = watchLocation(() => this.#move(), this.#life.signal);
    const onText = (change: 'text' | 'rest'): void => this.#onText(change);
    const onBehind = (): void => this.#announcer.now();
    this.#text = new PageText(this.#url, this.#location, onText, onBehind, this.#life.signal);
    const shown = (): Extraction | null => (this.#text.isStale ? null : this.#extraction);
    this.#underlined = new QuotesUnderlined(this.#marks.underlines, shown, this.#life.signal);
    const kept = (): readonly Element[] => this.#kept();
    const onCleared = (): void => this.#announcer.soon();
    this.#clearing = new PageClearing(this.#url, kept, onCleared, this.#life.signal);
    answerClearing(this.#clearing, this.#marks.blocks, this.#life.signal);
    answerPlaces(this.#marks, this.#text, this.#life.signal);
    const shownNow = (): Extraction | null => {
      this.#location.look();
      return shown();
    };
    this.#highlights = new PageHighlights(shownNow, this.#life.signal);
    watchRoot(document, () => void this.#onNewRoot(), this.#life.signal);
    addEventListener('pageshow', (event) => event.persisted && this.#announcer.now(), {
      signal: this.#life.signal,
    });
  }

  /** Reads the page, clears it, and says that the report is ready. */
  async start(gate: GateAnswer | undefined): Promise<void> {
    // Only the user's word brings the assistant into a page that the gate refused, or has not seen.
    if (gate?.verdict.isArticle) this.#verdict = gate.verdict;
    this.#ms.gate = gate?.ms ?? 0;
    let choices = '';
    // From before the first question on: a change that comes while the page is read is not missed.
    const followSite = watchSite(
      () => this.#home.ask(this.#url),
      (changed) => {
        const now = clearingChoices(changed, this.#url);
        // What the user brought back stays, when something else was changed.
        if (now !== choices) void this.#clearAnew(changed);
        choices = now;
        this.#remembers = changed.siteMemory;
        this.#clearing.rules.read(changed);
        this.#underlined.choose(changed.underlineQuotes);
      },
      this.#life.signal,
    );
    const [{ settings, memory }, { keepsLoading }] = await Promise.all([
      askBackground('site/ask', this.#home.ask(this.#url)),
      askBackground('page/loaded', { opened: performance.timeOrigin }),
    ]);
    if (this.#life.signal.aborted) return;
    if (this.#home.isOffUnknown(settings, this.#url, gate)) return leaveWhereOff();
    this.#remembers = settings.siteMemory;
    this.#clearing.memory = memory;
    this.#clearing.rules.read(settings);
    learnLanguage(document);
    const start = performance.now();
    const model = await this.#text.read();
    this.#ms.assistant = performance.now() - start;
    if (this.#life.signal.aborted) return;
    if (keepsLoading) this.#clearing.pause(settings);
    else await this.#clearing.start(settings, model);
    if (readyStateOf(document) === 'loading') {
      // The gate may know an article by its head: of its text, only a part had come.
      await untilParsed(document, PARSE_LIMIT_MS, this.#life.signal);
      await this.#text.readAgain();
      await this.#clearing.lookAgain(this.#url);
    }
    if (this.#life.signal.aborted) return;
    this.#state = this.#extraction === null ? 'failed' : 'article';
    this.#underlined.choose(settings.underlineQuotes);
    choices = clearingChoices(settings, this.#url);
    followSite();
    this.#tell();
    this.#highlights.begin();
    this.#rememberLater();
    if (readyStateOf(document) === 'complete') this.#text.readAgainSoon();
    else
      addEventListener('load', () => this.#text.readAgainSoon(), { once: true, signal: this.#life.signal });
  }

  /** For what nothing else caught: the popup says that reading failed, and why. */
  fail(error: unknown): void {
    this.#state = 'failed';
    this.#error = describeFailure('errorExtract', error);
    // Nobody looks any more at what was hidden before the page could be read.
    tabWorld().endEarly?.();
    this.#tell();
  }

  /** There is something new to report. */
  #tell(): void {
    this.#waiters.lookAgain();
    this.#announcer.now();
  }

  get #extraction(): Extraction | null {
    return this.#text.reading?.extraction ?? null;
  }

  /** Looks whether the page has changed; false where there is nothing to go on with. */
  goOn(): boolean {
    if (this.#life.signal.aborted || this.#state === 'failed' || !isExtensionAlive()) return false;
    this.#location.look();
    if (this.#state === 'article' && this.#text.isBehind) void this.#text.readAgain();
    return true;
  }

  /** The page was read anew. */
  #onText(change: 'text' | 'rest'): void {
    if (change === 'text') this.#quotes.forget();
    if (change === 'text' && this.#hasMoved) {
      this.#hasMoved = false;
      // Whatever was read, it is the gate that says whether the page is an article: it ends what was begun for another.
      if (tabWorld().decide?.() !== false) tabWorld().readAt = this.#url;
      if (this.#life.signal.aborted) return;
      void this.#clearing.lookAgain(this.#url);
    }
    this.#underlined.onText();
    this.#state = this.#extraction === null ? 'failed' : 'article';
    // Nothing to read came: the gate ends what was begun for the article before.
    if (this.#extraction === null) tabWorld().decide?.();
    this.#highlights.lookAgain();
    this.#tell();
  }

  async #clearAnew(settings: SiteView): Promise<void> {
    if (await this.#clearing.restart(settings)) this.#announcer.now();
  }

  #kept(): readonly Element[] {
    return this.#extraction?.kept ?? [];
  }

  /** What of the page is remembered for its site: nothing once the user has switched that off. */
  async #seen(): Promise<{ mustStay: MustStay; hidden: readonly Element[] } | null> {
    if (!this.#remembers || this.#extraction === null || this.#text.isStale) return null;
    const mustStay = await findMustStay(document, this.#kept());
    const { current } = this.#clearing;
    if (current === null || this.#life.signal.aborted) return null;
    return { mustStay, hidden: foundBlocks(current) };
  }

  /** Whether there is nothing to wait for; of a page that was left there is nothing to come. */
  #isRead(isFresh: boolean): boolean {
    if (this.#life.signal.aborted) return true;
    return this.#state !== 'reading' && !(isFresh && this.#text.isStale);
  }

  /** The user keeps the page although the gate refused it, or nothing was found in it. */
  async #takeAnyText(): Promise<void> {
    if (this.#life.signal.aborted || this.#state === 'reading' || this.#text.isStale) return;
    if (this.#extraction === null || !tabWorld().gate?.verdict.isArticle) await this.#text.takeAnyText();
  }

  async #report(request: ReportRequest): Promise<PageReport> {
    const { html, isFresh = false, waits = false, anyText = false } = request;
    this.#location.look();
    if (isFresh && this.#state !== 'reading' && !this.#life.signal.aborted) await this.#text.readAgain();
    if (waits) {
      const limit = this.#state === 'reading' ? READING_MS : FOLLOWING_MS;
      await this.#waiters.until(() => this.#isRead(isFresh), limit);
    }
    if (anyText) await this.#takeAnyText();
    // Whoever shows the page is told of what changes in it.
    if (!isFresh) this.#text.askedFor();
    // Of a page that was left meanwhile there is nothing to tell.
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

  /** The user wants things hidden although the page reloads itself. */
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
          this.#tell();
          return null;
        },
        'page/takeBackSpeaker': (places) => {
          this.#quotes.takeBack(places);
          this.#tell();
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

  /** The address changed without a load: another article may come, and what is hidden stays until one is there. */
  #move(): void {
    if (this.#life.signal.aborted) return;
    this.#url = location.href;
    this.#hasMoved = true;
    this.#visit.abort();
    this.#visit = new AbortController();
    this.#marks.end();
    this.#underlined.leave();
    this.#highlights.leave();
    this.#quotes = new KeptQuotes();
    this.#text.move(this.#url);
    if (this.#state !== 'reading') this.#rememberLater();
    this.#tell();
  }

  #rememberLater(): void {
    rememberLater(this.#url, () => this.#seen(), this.#visit.signal);
  }

  /** The page has thrown its whole document away and put in another: none of our work is in that. */
  async #onNewRoot(): Promise<void> {
    if (this.#state === 'reading') return;
    void this.#text.readAgain();
    if (this.#clearing.isPaused) return;
    const { settings } = await askBackground('site/ask', this.#home.ask(this.#url));
    await this.#clearAnew(settings);
  }
}

/** Resolves when a document has been parsed, after the limit at the latest, or when the signal is aborted. */
function untilParsed(document_: Document, limitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    listenAt(document_, 'DOMContentLoaded', end, { once: true, signal });
    signal.addEventListener('abort', end, { once: true });
  });
}
