import { withoutPlace } from '../../utils/article/metadata/address-route.ts';
import { isOtherText } from '../../utils/article/metadata/same-story.ts';
import type { Article } from '../../utils/article/types.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import { isAttached } from '../../utils/page/dom-access.ts';
import type { LocationWatch } from '../../utils/platform/watch-location.ts';
import { LateText } from './late-text.ts';
import { type Reading, readPage } from './read-page.ts';
import { TextWatch } from './text-watch.ts';

/** How long after loading the page is read once more, in ms: late paragraphs and bylines are there by then. */
const READ_AGAIN_MS = 1200;
/** Readings at the start, where the address changes each time. */
const MOST_READINGS = 3;
/** What is left of a text where a wall has come over it, and not a correction: at most this share. */
const CUT = 0.6;

/** The text is another, or what is told of it. */
type Change = 'text' | 'rest';

/** Called when a later reading has taken the place of the one before, or its address is certain. */
type OnChange = (change: Change) => void;

/** The page's article as it was read last; read again where it has changed, and somebody wants to know. */
export class PageText {
  readonly #location: Pick<LocationWatch, 'look'>;
  readonly #onChange: OnChange;
  readonly #signal: AbortSignal;
  readonly #late = new LateText();
  readonly #watch: TextWatch;
  #url: string;
  /** The user keeps the page although it is no article: until the address changes, its main part counts as one. */
  #anyText = false;
  /** What those who show the page know. */
  #saidStale = false;
  #reading: Reading | null = null;
  #readingAgain: Promise<void> | null = null;
  #settling: ReturnType<typeof setTimeout> | null = null;

  constructor(
    url: string,
    location: Pick<LocationWatch, 'look'>,
    onChange: OnChange,
    onBehind: () => void,
    signal: AbortSignal,
  ) {
    this.#url = url;
    this.#location = location;
    this.#onChange = onChange;
    this.#signal = signal;
    this.#watch = new TextWatch(document, { read: () => void this.readAgain(), tell: onBehind });
    signal.addEventListener('abort', () => {
      this.#watch.close();
      if (this.#settling !== null) clearTimeout(this.#settling);
    });
  }

  /** Null before the first reading. */
  get reading(): Reading | null {
    return this.#reading;
  }

  /** What was read is not known to belong to the address, and what does may still come. */
  get isStale(): boolean {
    return this.#late.isStale;
  }

  /** @returns the page as it was read, good until something in it is changed */
  async read(): Promise<PageModel | null> {
    this.#location.look();
    let url = this.#url;
    this.#watch.begin();
    let { reading, model } = await readPage(document, url, this.#anyText);
    this.#location.look();
    // The address was changed meanwhile: what was read may be of either.
    for (let i = 0; url !== this.#url && i < MOST_READINGS && !this.#signal.aborted; i++) {
      url = this.#url;
      this.#watch.begin();
      ({ reading, model } = await readPage(document, url, this.#anyText));
      this.#location.look();
    }
    if (this.#signal.aborted) return model;
    this.#reading = this.#place(reading);
    this.#saidStale = this.#late.isStale;
    this.#settle();
    if (url !== this.#url) this.move(this.#url);
    return model;
  }

  /** Reads the page once more; whoever asks meanwhile gets the same reading. */
  readAgain(): Promise<void> {
    this.#readingAgain ??= this.#readNow().finally(() => {
      this.#readingAgain = null;
    });
    return this.#readingAgain;
  }

  /** Reads the page once more, for whatever text there is; see `ExtractOptions`. */
  takeAnyText(): Promise<void> {
    this.#anyText = true;
    return this.#readHere();
  }

  readAgainSoon(): void {
    const timer = setTimeout(() => {
      if (this.#watch.isBehind) void this.readAgain();
    }, READ_AGAIN_MS);
    this.#signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Somebody shows the page, and keeps up with it. */
  askedFor(): void {
    this.#watch.askedFor();
  }

  /** The page has changed since it was read. */
  get isBehind(): boolean {
    const root = this.#reading?.extraction?.root;
    return this.#watch.isBehind || (root !== undefined && !isAttached(root));
  }

  /** The address has changed. */
  move(url: string): void {
    this.#url = url;
    this.#anyText = false;
    if (this.#reading === null) return;
    this.#late.expectText();
    this.#saidStale = true;
    void this.#readHere();
  }

  /** A reading that is under way is of the address before, or of an article alone. */
  async #readHere(): Promise<void> {
    await this.#readingAgain;
    if (!this.#signal.aborted) await this.readAgain();
  }

  /** Files what was read under the address that it belongs to. */
  #place(reading: Reading): Reading {
    const { extraction } = reading;
    return extraction === null ? reading : { extraction: this.#late.place(extraction), error: null };
  }

  /** Looks again at changes, or when the time is up, until text and address belong together. */
  #settle(): void {
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#settling = null;
    const { msLeft } = this.#late;
    this.#watch.isAwaited = msLeft > 0;
    if (msLeft > 0) this.#settling = setTimeout(() => void this.readAgain(), msLeft + 1);
  }

  async #readNow(): Promise<void> {
    const url = this.#url;
    const before = this.#reading?.extraction?.article;
    this.#watch.begin();
    const { reading } = await readPage(document, url, this.#anyText);
    this.#location.look();
    // On the way from one address to the next nothing is known of either.
    if (this.#signal.aborted || url !== this.#url) return;
    const placed = this.#place(reading);
    const now = placed.extraction?.article;
    this.#settle();
    const isSettled = this.#saidStale !== this.#late.isStale;
    this.#saidStale = this.#late.isStale;
    const isKept = this.#isWorthKeeping(before, now);
    if (!isKept) this.#reading = placed;
    const change = isKept ? null : changeOf(before, now);
    this.#watch.end(change !== null || isSettled);
    if (change !== null || isSettled) this.#onChange(change ?? 'rest');
  }

  /** Whether the reading before is worth more than this one. */
  #isWorthKeeping(before: Article | undefined, now: Article | undefined): boolean {
    if (before === undefined) return false;
    // Between two articles there may be nothing for a while.
    if (now === undefined) return this.#late.isStale || before.url === withoutPlace(this.#url);
    return now.url === before.url && isCut(now, before);
  }
}

/** What those who show the article have to know of; null where it is as it was. */
function changeOf(before: Article | undefined, now: Article | undefined): Change | null {
  if (before?.text !== now?.text || before?.url !== now?.url) return 'text';
  return before?.title === now?.title && before?.byline === now?.byline ? null : 'rest';
}

/** A page that took its text away again, as walls do that come late, does not take it from the user. */
const isCut = (now: Article, before: Article): boolean =>
  now.text.length < CUT * before.text.length && !isOtherText(now.text, before.text);
