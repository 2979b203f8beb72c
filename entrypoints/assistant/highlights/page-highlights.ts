import type { Extraction } from '../../../utils/article/types.ts';
import { type LocatedAnchor, makeAnchor } from '../../../utils/library/articles/anchor-highlight.ts';
import type { HighlightColour } from '../../../utils/library/articles/highlight-colours.ts';
import type { PageHighlight, PageSelection, TabHighlights } from '../../../utils/messaging/protocol.ts';
import { askBackground, notifyBackground, receiveInTab } from '../../../utils/messaging/tab-side.ts';
import {
  documentElementOf,
  isElement,
  listenTo,
  parentElementOf,
  selectionOf,
} from '../../../utils/page/dom-access.ts';
import { findClosest } from '../../../utils/page/element-access.ts';
import { watchSelectionPrecision } from '../../../utils/page/selection-precision.ts';
import { isExtensionAlive } from '../../../utils/platform/bare-browser.ts';
import { locateRange } from '../../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../../utils/quotes/anchoring/page-text.ts';
import { snapToWords } from '../../../utils/text/segment-text.ts';
import { type BarActions, HighlightBar, type SelectedText } from './highlight-bar.ts';
import { HighlightMarks } from './highlight-marks.ts';
import { endsOf, isSameRange, SelectionOffers, selectedRange } from './selection-offers.ts';

/** Controls, on which a click is not meant for a highlight. */
const CONTROLS = 'a,button,input,select,textarea,label,summary,video,audio,[role="button"],[contenteditable]';
/** Prefix of the ids of highlights that the library has not confirmed yet. */
const PENDING = 'coming:';
const isPending = (id: string): boolean => id.startsWith(PENDING);

const NONE: TabHighlights = { highlights: [], offers: false, theme: 'system' };

/** The user's highlights in an article's page: draws them, creates them from selections, changes them on click. */
export class PageHighlights {
  readonly #extraction: () => Extraction | null;
  readonly #signal: AbortSignal;
  readonly #marks = new HighlightMarks();
  readonly #redraw: RedrawWatch;
  readonly #isExact: () => boolean;
  readonly #offers = new SelectionOffers(
    (range) => this.#offer(range),
    () => this.#here.offers,
  );
  #here: TabHighlights = { ...NONE };
  #bar: HighlightBar | null = null;
  /** The selected range for which the bar is open. */
  #offered: ReturnType<typeof endsOf> | null = null;
  /** The selection reported last after a key press or menu command. */
  #reportedSelection: ReturnType<typeof endsOf> | null = null;
  /** Counter for the ids of pending highlights. */
  #pendingCount = 0;
  /** Where a pending highlight was clicked: the bar opens once it is confirmed. */
  #openWhenConfirmed: DOMRect | null = null;
  #isBegun = false;
  /** Identifies the latest request; answers to earlier ones are ignored. */
  #turn = 0;

  /**
   * @param extraction returns the article as last read, or null while text and address do not match
   */
  constructor(extraction: () => Extraction | null, signal: AbortSignal) {
    this.#extraction = extraction;
    this.#signal = signal;
    this.#isExact = watchSelectionPrecision(document, signal);
    this.#redraw = new RedrawWatch(async () => {
      const { stand, size } = this.#marks;
      this.#marks.lookAgain();
      if (stand) return false;
      await this.#draw();
      // Missing words may appear again or never.
      return size !== this.#marks.size || this.#marks.stand;
    });
    signal.addEventListener('abort', () => this.onNavigation());
    receiveInTab(
      {
        'page/selection': () => this.#answerSelection(),
        'highlights/changed': async ({ reason }) => {
          if (reason === 'made') this.#clearSelection();
          await this.#loadHighlights();
          return null;
        },
      },
      signal,
    );
  }

  /** Starts showing highlights once the article was read. */
  begin(): void {
    if (!this.#isBegun) this.#listen();
    this.#isBegun = true;
    void this.#loadHighlights();
  }

  /** Reloads highlights after the article's text has changed. */
  lookAgain(): void {
    if (this.#isBegun) void this.#loadHighlights();
  }

  /** Clears everything, because the address has changed and another article may follow. */
  onNavigation(): void {
    this.#turn += 1;
    this.#here = { ...NONE };
    this.#bar?.close();
    this.#redraw.stop();
    this.#marks.clear();
  }

  /** Clears the selection that became a highlight, unless the user has selected something else. */
  #clearSelection(): void {
    const range = selectedRange();
    if (range !== null && this.#reportedSelection !== null && isSameRange(this.#reportedSelection, range)) {
      selectionOf(document)?.removeAllRanges();
    }
    this.#reportedSelection = null;
  }

  async #loadHighlights(): Promise<void> {
    if (this.#signal.aborted || !isExtensionAlive()) return;
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const here = await askBackground('highlights/ask', null);
      if (turn !== this.#turn || this.#signal.aborted) return;
      // Pending highlights stay until they are confirmed.
      const coming = this.#here.highlights.filter(({ id }) => isPending(id));
      const offered = this.#here.offers;
      this.#here = { ...here, highlights: [...here.highlights, ...coming] };
      if (here.offers && !offered) this.#offers.lookAgain();
      await this.#draw();
      if (turn !== this.#turn) return;
      const { x, y, height } = this.#openWhenConfirmed ?? new DOMRect();
      const id = this.#openWhenConfirmed === null ? null : this.#marks.at(x, y + height / 2);
      if (id !== null && isPending(id)) return;
      if (id !== null && this.#openWhenConfirmed !== null) this.#openMark(id, this.#openWhenConfirmed, false);
      this.#openWhenConfirmed = null;
    } catch (error) {
      console.warn('offprint: highlights can’t be read', error);
    }
  }

  async #draw(): Promise<void> {
    const extraction = this.#extraction();
    const { highlights } = this.#here;
    if (extraction === null || highlights.length === 0) {
      this.#redraw.stop();
      this.#marks.clear();
      return;
    }
    this.#redraw.start();
    try {
      await this.#marks.draw(extraction, highlights);
    } catch (error) {
      console.warn('offprint: highlights not drawn', error);
    }
  }

  /** Shows changed highlights before the library confirms them. */
  #showNow(highlights: readonly PageHighlight[]): void {
    this.#here.highlights = [...highlights];
    void this.#draw();
  }

  #listen(): void {
    const signal = this.#signal;
    listenTo<MouseEvent>(document, 'click', (event) => this.#onClick(event), { signal, capture: true });
    this.#offers.listen(signal);
    // Shows changes made in the reader, the library or the popup when the user returns.
    const onBack = (): void => void this.#loadHighlights();
    addEventListener('focus', onBack, { signal });
    listenTo(document, 'visibilitychange', onBack, { signal, capture: true, passive: true });
    addEventListener('pageshow', ({ persisted }) => persisted && void this.#loadHighlights(), { signal });
  }

  /** The selected words, exact or extended to whole words; null if they are not in the article. */
  #words(range: Range, isExact: boolean): LocatedAnchor | null {
    const extraction = this.#extraction();
    if (extraction === null) return null;
    const { text, lang } = extraction.article;
    const place = locateRange(readPageText(extraction.root), text, range);
    if (place === null) return null;
    const { start, end } = isExact ? place : snapToWords(text, place, lang);
    return makeAnchor(text, start, end);
  }

  /** Answers a highlight command by key or menu. */
  #answerSelection(): PageSelection {
    const range = selectedRange();
    this.#reportedSelection = range === null ? null : endsOf(range);
    if (range === null) return { words: null, isAny: false, isOpened: false };
    const known = this.#marks.highlightContaining(range);
    if (known !== null) {
      this.#openMark(known, range.getBoundingClientRect(), true);
      return { words: null, isAny: true, isOpened: true };
    }
    return { words: this.#words(range, this.#isExact()), isAny: true, isOpened: false };
  }

  #offer(range: Range): void {
    if (!isExtensionAlive()) return;
    const ends = endsOf(range);
    // The bar is open already.
    if (this.#bar !== null && this.#offered !== null && isSameRange(this.#offered, ends)) return;
    const rect = range.getBoundingClientRect();
    // Recorded now, because a click on the bar does not tell how the words were selected.
    const wasExact = this.#isExact();
    if (rect.width === 0 || this.#words(range, true) === null) return;
    // The address of the article, because an application may navigate unnoticed before the click.
    const url = location.href;
    this.#show({ rect, node: range.startContainer }, false, {
      colour: null,
      onColour: (colour, isExact) => {
        const words = this.#words(range, isExact || wasExact);
        this.#bar?.close();
        if (words === null) return;
        selectionOf(document)?.removeAllRanges();
        void this.#add(words, colour, url);
      },
      onNote: null,
      onRemove: null,
      onClose: (isDismissed) => isDismissed && this.#offers.dismiss(ends),
    });
    this.#offered = ends;
  }

  /** Draws the highlight at once, because saving the article for a first highlight takes time. */
  async #add(words: LocatedAnchor, colour: HighlightColour, url: string): Promise<void> {
    this.#pendingCount += 1;
    const id = `${PENDING}${this.#pendingCount}`;
    this.#showNow([...this.#here.highlights, { id, ...words, colour }]);
    try {
      await askBackground('highlights/add', { url, words, colour });
    } catch (error) {
      console.warn('offprint: highlight not kept', error);
    }
    this.#here.highlights = this.#here.highlights.filter((one) => one.id !== id);
    await this.#loadHighlights();
  }

  #onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0 || selectedRange() !== null) return;
    const [target] = event.composedPath();
    const element = target instanceof Node ? (isElement(target) ? target : parentElementOf(target)) : null;
    if (element !== null && findClosest(element, CONTROLS) !== null) return;
    const id = this.#marks.at(event.clientX, event.clientY);
    if (id === null) return;
    const rect = new DOMRect(event.clientX, event.clientY - 10, 0, 20);
    if (isPending(id)) this.#openWhenConfirmed = rect;
    else this.#openMark(id, rect, false);
  }

  #openMark(id: string, rect: DOMRect, takesFocus: boolean): void {
    const found = this.#here.highlights.find((one) => one.id === id);
    if (found === undefined || !isExtensionAlive()) return;
    const change = (next: readonly PageHighlight[]): void => {
      this.#bar?.close();
      this.#showNow(next);
    };
    const { highlights } = this.#here;
    this.#show({ rect, node: this.#marks.rangeOf(id)?.startContainer ?? null }, takesFocus, {
      colour: found.colour,
      onColour: (colour) => {
        change(highlights.map((one) => (one.id === id ? { ...one, colour } : one)));
        notifyBackground('highlights/colour', { id, colour });
      },
      onNote: () => {
        this.#bar?.close();
        notifyBackground('highlights/note', { id });
      },
      onRemove: () => {
        change(highlights.filter((one) => one.id !== id));
        notifyBackground('highlights/remove', { id });
      },
      onClose: () => undefined,
    });
  }

  #show(words: SelectedText, takesFocus: boolean, acts: BarActions): void {
    this.#bar?.close();
    const onClose = (isDismissed: boolean): void => {
      this.#bar = null;
      this.#offered = null;
      acts.onClose(isDismissed);
    };
    this.#bar = new HighlightBar(words, this.#here.theme, { ...acts, onClose }, takesFocus);
  }
}

const CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Delay from a change to the check; doubled after each check that found everything in place. */
const SETTLE_MS = 300;
const MAX_DELAY_MS = 30_000;

/** Detects that the page has redrawn marked text. Changes until the next check count as one, so busy pages cost little. */
export class RedrawWatch {
  readonly #look: () => Promise<boolean>;
  readonly #observer: MutationObserver;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unchangedCount = 0;

  /** @param look checks and repairs the marks; returns false if nothing had to be done */
  constructor(look: () => Promise<boolean>, Observer: typeof MutationObserver = MutationObserver) {
    this.#look = look;
    this.#observer = new Observer(() => this.#onChange());
  }

  start(): void {
    const root = documentElementOf(document);
    if (root !== null && this.#timer === null) this.#observer.observe(root, CHANGES);
  }

  stop(): void {
    this.#observer.disconnect();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#unchangedCount = 0;
  }

  async #lookNow(): Promise<void> {
    this.#unchangedCount = (await this.#look()) ? 0 : this.#unchangedCount + 1;
  }

  #onChange(): void {
    this.#observer.disconnect();
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        // Before the check, which takes time, so that changes during it cause another one.
        this.start();
        void this.#lookNow();
      },
      Math.min(SETTLE_MS * 2 ** this.#unchangedCount, MAX_DELAY_MS),
    );
  }
}
