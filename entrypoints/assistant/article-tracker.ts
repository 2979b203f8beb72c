import { stripFragment } from '../../utils/article/metadata/address-route.ts';
import { isUnrelatedText } from '../../utils/article/metadata/same-story.ts';
import type { SitePhrases } from '../../utils/article/site-phrases.ts';
import type { Article } from '../../utils/article/types.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import { isConnected } from '../../utils/page/dom-access.ts';
import type { LocationWatch } from '../../utils/platform/watch-location.ts';
import { type ExtractionResult, extractFromPage } from './extract-from-page.ts';
import { PageChangeWatch } from './page-change-watch.ts';
import { UrlMatcher } from './url-matcher.ts';

/** Delay after loading before the article is extracted again, for late paragraphs and bylines, in ms. */
const RE_EXTRACT_DELAY_MS = 1200;
/** How often the first extraction is retried if the URL changes meanwhile. */
const MAX_RETRIES = 3;
/** If the text shrinks below this fraction, we assume that a paywall has cut it, and not that the publisher has edited it. */
const TRUNCATION_RATIO = 0.6;

/** What has changed: the text or its URL, or other details (title, byline, the certainty of the URL). */
type Change = 'text' | 'rest';

/** Called when a new extraction has replaced the previous one, or the certainty of its URL has changed. */
type OnChange = (change: Change) => void;

/** Keeps the last extraction of the page's article, and extracts it again if the page changes while the article is in use. */
export class ArticleTracker {
  readonly #location: Pick<LocationWatch, 'check'>;
  readonly #onChange: OnChange;
  readonly #signal: AbortSignal;
  readonly #urlMatcher = new UrlMatcher();
  readonly #watch: PageChangeWatch;
  readonly #getPhrases: () => SitePhrases;
  #url: string;
  /** Whether to extract the main part of a page that isn't an article, because the user saves it. Reset when the URL changes. */
  #anyText = false;
  /** The value of `isStale` that was last reported. */
  #reportedStale = false;
  /** The last extraction; null before the first one. */
  result: ExtractionResult | null = null;
  #pendingExtraction: Promise<void> | null = null;
  #recheckTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    url: string,
    location: Pick<LocationWatch, 'check'>,
    getPhrases: () => SitePhrases,
    onChange: OnChange,
    onOutdated: () => void,
    signal: AbortSignal,
  ) {
    this.#url = url;
    this.#location = location;
    this.#getPhrases = getPhrases;
    this.#onChange = onChange;
    this.#signal = signal;
    this.#watch = new PageChangeWatch(document, {
      extract: () => void this.extractAgain(),
      notify: onOutdated,
    });
    signal.addEventListener('abort', () => {
      this.#watch.close();
      if (this.#recheckTimer !== null) clearTimeout(this.#recheckTimer);
    });
  }

  /** Whether the text may still belong to the previous URL, so that a matching one is awaited. */
  get isStale(): boolean {
    return this.#urlMatcher.isStale;
  }

  /**
   * Extracts the article for the first time.
   *
   * @returns the model of the page, valid until the page changes; null if there is none, or if the page has changed already
   */
  async extractFirst(): Promise<PageModel | null> {
    this.#location.check();
    let url = this.#url;
    this.#watch.onExtractionStart();
    let { result, model } = await extractFromPage(document, url, this.#getPhrases(), this.#anyText);
    this.#location.check();
    // If the URL has changed during the extraction, the text may belong to the old or the new one.
    for (let i = 0; url !== this.#url && i < MAX_RETRIES && !this.#signal.aborted; i++) {
      url = this.#url;
      this.#watch.onExtractionStart();
      ({ result, model } = await extractFromPage(document, url, this.#getPhrases(), this.#anyText));
      this.#location.check();
    }
    if (this.#signal.aborted) return model;
    this.result = this.#assignUrl(result);
    this.#reportedStale = this.#urlMatcher.isStale;
    this.#scheduleRecheck();
    if (url !== this.#url) this.onNavigation(this.#url);
    return model;
  }

  /** Extracts the article again. Concurrent calls share one extraction. */
  extractAgain(): Promise<void> {
    this.#pendingExtraction ??= this.#extractNow().finally(() => {
      this.#pendingExtraction = null;
    });
    return this.#pendingExtraction;
  }

  /** Extracts any text, even if the page isn't an article; see `ExtractOptions`. */
  extractAnyText(): Promise<void> {
    this.#anyText = true;
    return this.#extractAfterCurrent();
  }

  /** Extracts the article again after a delay, if the page has changed by then. */
  extractAgainSoon(): void {
    const timer = setTimeout(() => {
      if (this.#watch.isOutdated) void this.extractAgain();
    }, RE_EXTRACT_DELAY_MS);
    this.#signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Called when one of our pages shows the article, so that it must be notified of changes. */
  onRequest(): void {
    this.#watch.onRequest();
  }

  /** Whether the page has changed since the last extraction. */
  get isOutdated(): boolean {
    const root = this.result?.extraction?.root;
    return this.#watch.isOutdated || (root !== undefined && !isConnected(root));
  }

  /** Called when the URL has changed. */
  onNavigation(url: string): void {
    this.#url = url;
    this.#anyText = false;
    if (this.result === null) return;
    this.#urlMatcher.onUrlChange();
    this.#reportedStale = true;
    void this.#extractAfterCurrent();
  }

  /** Waits for a running extraction, which may be for the previous URL or without `anyText`, and extracts again. */
  async #extractAfterCurrent(): Promise<void> {
    await this.#pendingExtraction;
    if (!this.#signal.aborted) await this.extractAgain();
  }

  #assignUrl(result: ExtractionResult): ExtractionResult {
    const { extraction } = result;
    return extraction === null ? result : { extraction: this.#urlMatcher.assignUrl(extraction), error: null };
  }

  /** Until text and URL match, extracts again after each change, and at the latest when the matcher times out. */
  #scheduleRecheck(): void {
    if (this.#recheckTimer !== null) clearTimeout(this.#recheckTimer);
    this.#recheckTimer = null;
    const { msLeft } = this.#urlMatcher;
    this.#watch.isAwaited = msLeft > 0;
    if (msLeft > 0) this.#recheckTimer = setTimeout(() => void this.extractAgain(), msLeft + 1);
  }

  async #extractNow(): Promise<void> {
    const url = this.#url;
    const previous = this.result?.extraction?.article;
    this.#watch.onExtractionStart();
    const { result } = await extractFromPage(document, url, this.#getPhrases(), this.#anyText);
    this.#location.check();
    // If the URL has changed during the extraction, the text may belong to the old or the new one.
    if (this.#signal.aborted || url !== this.#url) return;
    const assigned = this.#assignUrl(result);
    const current = assigned.extraction?.article;
    this.#scheduleRecheck();
    const hasStalenessChanged = this.#reportedStale !== this.#urlMatcher.isStale;
    this.#reportedStale = this.#urlMatcher.isStale;
    const keepsPrevious = this.#shouldKeepPrevious(previous, current);
    if (!keepsPrevious) this.result = assigned;
    const change = keepsPrevious ? null : findChange(previous, current);
    this.#watch.onExtractionEnd(change !== null || hasStalenessChanged);
    if (change !== null || hasStalenessChanged) this.#onChange(change ?? 'rest');
  }

  /** Whether to keep the previous extraction, because the text is missing or has been cut. */
  #shouldKeepPrevious(previous: Article | undefined, current: Article | undefined): boolean {
    if (previous === undefined) return false;
    // Between two articles, the page can be empty for a while.
    if (current === undefined) return this.#urlMatcher.isStale || previous.url === stripFragment(this.#url);
    return current.url === previous.url && isTruncated(current, previous);
  }
}

/** Returns what has changed for pages that show the article, or null. */
function findChange(previous: Article | undefined, current: Article | undefined): Change | null {
  if (previous?.text !== current?.text || previous?.url !== current?.url) return 'text';
  return previous?.title === current?.title && previous?.byline === current?.byline ? null : 'rest';
}

/** Whether the page has removed much of its text, as a delayed paywall does. Then the complete text is kept. */
const isTruncated = (current: Article, previous: Article): boolean =>
  current.text.length < TRUNCATION_RATIO * previous.text.length &&
  !isUnrelatedText(current.text, previous.text);
