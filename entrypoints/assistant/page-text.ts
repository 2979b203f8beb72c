import { stripFragment } from '../../utils/article/metadata/address-route.ts';
import { isUnrelatedText } from '../../utils/article/metadata/same-story.ts';
import type { Article } from '../../utils/article/types.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import { isConnected } from '../../utils/page/dom-access.ts';
import type { LocationWatch } from '../../utils/platform/watch-location.ts';
import { AddressMatcher } from './address-matcher.ts';
import { type Reading, readPage } from './read-page.ts';
import { TextWatch } from './text-watch.ts';

/** Delay after loading before the page is read again, for late paragraphs and bylines. */
const READ_AGAIN_MS = 1200;
/** Maximum number of repeated first readings while the address keeps changing. */
const MAX_READINGS = 3;
/** A text that shrinks to less than this share was cut by a wall and not corrected. */
const MAX_CUT_SHARE = 0.6;

/** Whether the text has changed, or other details. */
type Change = 'text' | 'rest';

/** Called when a later reading has replaced the previous one, or its address has become certain. */
type OnChange = (change: Change) => void;

/** The page's article as last read; read again if it has changed and is needed. */
export class PageText {
  readonly #location: Pick<LocationWatch, 'check'>;
  readonly #onChange: OnChange;
  readonly #signal: AbortSignal;
  readonly #late = new AddressMatcher();
  readonly #watch: TextWatch;
  #url: string;
  /** The user saves the page although it is no article: until the address changes, its main part counts as one. */
  #anyText = false;
  /** The staleness that was reported last. */
  #reportedStale = false;
  /** Null before the first reading. */
  reading: Reading | null = null;
  #readingAgain: Promise<void> | null = null;
  #recheckTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    url: string,
    location: Pick<LocationWatch, 'check'>,
    onChange: OnChange,
    onOutdated: () => void,
    signal: AbortSignal,
  ) {
    this.#url = url;
    this.#location = location;
    this.#onChange = onChange;
    this.#signal = signal;
    this.#watch = new TextWatch(document, { read: () => void this.readAgain(), tell: onOutdated });
    signal.addEventListener('abort', () => {
      this.#watch.close();
      if (this.#recheckTimer !== null) clearTimeout(this.#recheckTimer);
    });
  }

  /** Whether the last text may not belong to the current address and a matching one may still come. */
  get isStale(): boolean {
    return this.#late.isStale;
  }

  /** @returns the page as it was read, valid until it is changed */
  async read(): Promise<PageModel | null> {
    this.#location.check();
    let url = this.#url;
    this.#watch.begin();
    let { reading, model } = await readPage(document, url, this.#anyText);
    this.#location.check();
    // The address changed during the reading, so the text may belong to either.
    for (let i = 0; url !== this.#url && i < MAX_READINGS && !this.#signal.aborted; i++) {
      url = this.#url;
      this.#watch.begin();
      ({ reading, model } = await readPage(document, url, this.#anyText));
      this.#location.check();
    }
    if (this.#signal.aborted) return model;
    this.reading = this.#place(reading);
    this.#reportedStale = this.#late.isStale;
    this.#scheduleRecheck();
    if (url !== this.#url) this.onNavigation(this.#url);
    return model;
  }

  /** Reads the page again; concurrent calls share one reading. */
  readAgain(): Promise<void> {
    this.#readingAgain ??= this.#readNow().finally(() => {
      this.#readingAgain = null;
    });
    return this.#readingAgain;
  }

  /** Reads the page again, accepting any text; see `ExtractOptions`. */
  readAnyText(): Promise<void> {
    this.#anyText = true;
    return this.#readAfterCurrent();
  }

  readAgainSoon(): void {
    const timer = setTimeout(() => {
      if (this.#watch.isOutdated) void this.readAgain();
    }, READ_AGAIN_MS);
    this.#signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Called when one of our pages shows the article and wants to be notified of changes. */
  onRequest(): void {
    this.#watch.onRequest();
  }

  /** Whether the page has changed since it was read. */
  get isOutdated(): boolean {
    const root = this.reading?.extraction?.root;
    return this.#watch.isOutdated || (root !== undefined && !isConnected(root));
  }

  /** Called when the address has changed. */
  onNavigation(url: string): void {
    this.#url = url;
    this.#anyText = false;
    if (this.reading === null) return;
    this.#late.onAddressChange();
    this.#reportedStale = true;
    void this.#readAfterCurrent();
  }

  /** Reads once the current reading is over, which may be of the previous address or without `anyText`. */
  async #readAfterCurrent(): Promise<void> {
    await this.#readingAgain;
    if (!this.#signal.aborted) await this.readAgain();
  }

  #place(reading: Reading): Reading {
    const { extraction } = reading;
    return extraction === null ? reading : { extraction: this.#late.place(extraction), error: null };
  }

  /** Schedules readings, after changes or when the time is up, until text and address match. */
  #scheduleRecheck(): void {
    if (this.#recheckTimer !== null) clearTimeout(this.#recheckTimer);
    this.#recheckTimer = null;
    const { msLeft } = this.#late;
    this.#watch.isAwaited = msLeft > 0;
    if (msLeft > 0) this.#recheckTimer = setTimeout(() => void this.readAgain(), msLeft + 1);
  }

  async #readNow(): Promise<void> {
    const url = this.#url;
    const before = this.reading?.extraction?.article;
    this.#watch.begin();
    const { reading } = await readPage(document, url, this.#anyText);
    this.#location.check();
    // The address changed during the reading, so the text may belong to either.
    if (this.#signal.aborted || url !== this.#url) return;
    const placed = this.#place(reading);
    const now = placed.extraction?.article;
    this.#scheduleRecheck();
    const isSettled = this.#reportedStale !== this.#late.isStale;
    this.#reportedStale = this.#late.isStale;
    const isKept = this.#shouldKeepPrevious(before, now);
    if (!isKept) this.reading = placed;
    const change = isKept ? null : changeOf(before, now);
    this.#watch.end(change !== null || isSettled);
    if (change !== null || isSettled) this.#onChange(change ?? 'rest');
  }

  /** Whether the previous reading is better than the new one. */
  #shouldKeepPrevious(before: Article | undefined, now: Article | undefined): boolean {
    if (before === undefined) return false;
    // Between two articles the page may be empty for a while.
    if (now === undefined) return this.#late.isStale || before.url === stripFragment(this.#url);
    return now.url === before.url && isCut(now, before);
  }
}

/** What has changed for those who show the article; null if nothing. */
function changeOf(before: Article | undefined, now: Article | undefined): Change | null {
  if (before?.text !== now?.text || before?.url !== now?.url) return 'text';
  return before?.title === now?.title && before?.byline === now?.byline ? null : 'rest';
}

/** Whether the page removed most of its text, as late walls do. The full text is kept for the user then. */
const isCut = (now: Article, before: Article): boolean =>
  now.text.length < MAX_CUT_SHARE * before.text.length && !isUnrelatedText(now.text, before.text);
