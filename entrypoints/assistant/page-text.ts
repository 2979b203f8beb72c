import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import type { LocationWatch } from '../../utils/platform/watch-location.ts';
import { LateText } from './late-text.ts';
import { type Reading, readPage } from './read-page.ts';

/** How long after loading the page is read once more, in ms: late paragraphs and bylines are there by then. */
const READ_AGAIN_MS = 1200;
/** How often an application is looked at that has changed its address and not its text yet, in ms. */
const TEXT_LOOK_MS = 400;

/** The page's article as it was read last; read again where it may have changed. */
export class PageText {
  readonly #url: string;
  readonly #location: Pick<LocationWatch, 'look'>;
  readonly #onChange: () => void;
  readonly #signal: AbortSignal;
  readonly #late = new LateText();
  #reading: Reading | null = null;
  #readingAgain: Promise<void> | null = null;

  /** @param onChange called when a later reading has taken the place of the one before */
  constructor(url: string, location: Pick<LocationWatch, 'look'>, onChange: () => void, signal: AbortSignal) {
    this.#url = url;
    this.#location = location;
    this.#onChange = onChange;
    this.#signal = signal;
  }

  /** Null before the first reading. */
  get reading(): Reading | null {
    return this.#reading;
  }

  /** The text is still the one of the address before, and another may come. */
  get isStale(): boolean {
    return this.#late.isStale;
  }

  /** @returns the page as it was read, good until something in it is changed */
  async read(): Promise<PageModel | null> {
    const { reading, model } = await readPage(document, this.#url);
    this.#reading = this.#place(reading);
    return model;
  }

  /** Reads the page once more; whoever asks meanwhile gets the same reading. */
  readAgain(): Promise<void> {
    this.#readingAgain ??= this.#readNow().finally(() => {
      this.#readingAgain = null;
    });
    return this.#readingAgain;
  }

  readAgainSoon(): void {
    const timer = setTimeout(() => void this.readAgain(), READ_AGAIN_MS);
    this.#signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Reads the page again and again until its text is that of its address, or no other is to be expected. */
  async waitForText(): Promise<void> {
    while (this.#late.isLeftOver && !this.#signal.aborted) {
      const isLast = this.#late.isOver;
      await new Promise((resolve) => setTimeout(resolve, TEXT_LOOK_MS));
      if (!this.#signal.aborted) await this.readAgain();
      if (isLast) return;
    }
  }

  /** Files what was read under the address that it belongs to. */
  #place(reading: Reading): Reading {
    const { extraction } = reading;
    return extraction === null ? reading : { extraction: this.#late.place(extraction), error: null };
  }

  async #readNow(): Promise<void> {
    const before = this.#reading?.extraction?.article;
    const hadOther = this.#late.isLeftOver;
    const { reading } = await readPage(document, this.#url);
    this.#location.look();
    if (this.#signal.aborted) return;
    const placed = this.#place(reading);
    const now = placed.extraction?.article;
    if (now?.text === before?.text && now?.url === before?.url) return;
    // A page that took its text away again (a wall that came late) does not take it from the user; but a text that
    // belonged to another address goes as soon as its own is there, or none is to be expected.
    const isLess = (now?.text.length ?? 0) < (before?.text.length ?? 0);
    if (hadOther ? now === undefined && this.#late.isStale : isLess) return;
    this.#reading = placed;
    this.#onChange();
  }
}
