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
import { boundariesOf, getSelectedRange, isSameRange, SelectionOffers } from './selection-offers.ts';

/** Controls; a click on one is not meant for a highlight. */
const CONTROLS = 'a,button,input,select,textarea,label,summary,video,audio,[role="button"],[contenteditable]';
/** Prefix of the ids of pending highlights, which the library has not confirmed yet. */
const PENDING_PREFIX = 'coming:';
const isPending = (id: string): boolean => id.startsWith(PENDING_PREFIX);

const NONE: TabHighlights = { highlights: [], offers: false, theme: 'system' };

/** Manages the user's highlights on the page of an article: draws them, creates them from selections, edits them on click. */
export class PageHighlights {
  readonly #getExtraction: () => Extraction | null;
  readonly #signal: AbortSignal;
  readonly #marks = new HighlightMarks();
  readonly #redraw: RedrawWatch;
  readonly #isSelectionPrecise: () => boolean;
  readonly #offers = new SelectionOffers(
    (range) => this.#showBarForSelection(range),
    () => this.#tabHighlights.offers,
  );
  #tabHighlights: TabHighlights = { ...NONE };
  #bar: HighlightBar | null = null;
  /** The selected range for which the bar is open. */
  #barRange: ReturnType<typeof boundariesOf> | null = null;
  /** The selection that was last reported for a keyboard shortcut or menu command. */
  #reportedSelection: ReturnType<typeof boundariesOf> | null = null;
  /** Counter for the ids of pending highlights. */
  #pendingCount = 0;
  /** Position of a click on a pending highlight. The bar opens there once the highlight is confirmed. */
  #openWhenConfirmed: DOMRect | null = null;
  #hasStarted = false;
  /** Identifies the latest request; responses to earlier ones are ignored. */
  #requestId = 0;

  /** @param getExtraction returns the last extraction, or null while text and URL don't match */
  constructor(getExtraction: () => Extraction | null, signal: AbortSignal) {
    this.#getExtraction = getExtraction;
    this.#signal = signal;
    this.#isSelectionPrecise = watchSelectionPrecision(document, signal);
    this.#redraw = new RedrawWatch(async () => {
      const { areInPlace, size } = this.#marks;
      this.#marks.redrawSoon();
      if (areInPlace) return false;
      await this.#draw();
      // If nothing has changed, the missing words may never appear again.
      return size !== this.#marks.size || this.#marks.areInPlace;
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

  /** Starts showing highlights, after the article has been extracted. */
  start(): void {
    if (!this.#hasStarted) this.#listen();
    this.#hasStarted = true;
    void this.#loadHighlights();
  }

  /** Reloads highlights after the article's text has changed. */
  reload(): void {
    if (this.#hasStarted) void this.#loadHighlights();
  }

  /** Removes all highlights, because the URL has changed and another article may follow. */
  onNavigation(): void {
    this.#requestId += 1;
    this.#tabHighlights = { ...NONE };
    this.#bar?.close();
    this.#redraw.stop();
    this.#marks.clear();
  }

  /** Clears the selection after it was highlighted, unless the user has selected something else. */
  #clearSelection(): void {
    const range = getSelectedRange();
    if (range !== null && this.#reportedSelection !== null && isSameRange(this.#reportedSelection, range)) {
      selectionOf(document)?.removeAllRanges();
    }
    this.#reportedSelection = null;
  }

  async #loadHighlights(): Promise<void> {
    if (this.#signal.aborted || !isExtensionAlive()) return;
    this.#requestId += 1;
    const requestId = this.#requestId;
    try {
      const loaded = await askBackground('highlights/ask', null);
      if (requestId !== this.#requestId || this.#signal.aborted) return;
      // Pending highlights stay until they are confirmed.
      const pending = this.#tabHighlights.highlights.filter(({ id }) => isPending(id));
      const wasOffered = this.#tabHighlights.offers;
      this.#tabHighlights = { ...loaded, highlights: [...loaded.highlights, ...pending] };
      if (loaded.offers && !wasOffered) this.#offers.offerExisting();
      await this.#draw();
      if (requestId !== this.#requestId) return;
      const { x, y, height } = this.#openWhenConfirmed ?? new DOMRect();
      const id = this.#openWhenConfirmed === null ? null : this.#marks.findAt(x, y + height / 2);
      if (id !== null && isPending(id)) return;
      if (id !== null && this.#openWhenConfirmed !== null)
        this.#openBarFor(id, this.#openWhenConfirmed, false);
      this.#openWhenConfirmed = null;
    } catch (error) {
      console.warn('offprint: could not load highlights', error);
    }
  }

  async #draw(): Promise<void> {
    const extraction = this.#getExtraction();
    const { highlights } = this.#tabHighlights;
    if (extraction === null || highlights.length === 0) {
      this.#redraw.stop();
      this.#marks.clear();
      return;
    }
    this.#redraw.start();
    try {
      await this.#marks.draw(extraction, highlights);
    } catch (error) {
      console.warn('offprint: could not draw highlights', error);
    }
  }

  /** Shows changed highlights before the library confirms them. */
  #showUnconfirmed(highlights: readonly PageHighlight[]): void {
    this.#tabHighlights.highlights = [...highlights];
    void this.#draw();
  }

  #listen(): void {
    const signal = this.#signal;
    listenTo<MouseEvent>(document, 'click', (event) => this.#onClick(event), { signal, capture: true });
    this.#offers.listen(signal);
    // When the user returns, shows changes made in the reader, the library or the popup.
    const onReturn = (): void => void this.#loadHighlights();
    addEventListener('focus', onReturn, { signal });
    listenTo(document, 'visibilitychange', onReturn, { signal, capture: true, passive: true });
    addEventListener('pageshow', ({ persisted }) => persisted && void this.#loadHighlights(), { signal });
  }

  /** Returns the selected text, exactly or extended to whole words; null if it isn't in the article. */
  #anchorOf(range: Range, isExact: boolean): LocatedAnchor | null {
    const extraction = this.#getExtraction();
    if (extraction === null) return null;
    const { text, lang } = extraction.article;
    const position = locateRange(readPageText(extraction.root), text, range);
    if (position === null) return null;
    const { start, end } = isExact ? position : snapToWords(text, position, lang);
    return makeAnchor(text, start, end);
  }

  /** Reports the selection for a keyboard shortcut or menu command; opens the bar if it is already highlighted. */
  #answerSelection(): PageSelection {
    const range = getSelectedRange();
    this.#reportedSelection = range === null ? null : boundariesOf(range);
    if (range === null) return { words: null, isAny: false, isOpened: false };
    const highlightId = this.#marks.findContaining(range);
    if (highlightId !== null) {
      this.#openBarFor(highlightId, range.getBoundingClientRect(), true);
      return { words: null, isAny: true, isOpened: true };
    }
    return { words: this.#anchorOf(range, this.#isSelectionPrecise()), isAny: true, isOpened: false };
  }

  #showBarForSelection(range: Range): void {
    if (!isExtensionAlive()) return;
    const boundaries = boundariesOf(range);
    // The bar is already open for this selection.
    if (this.#bar !== null && this.#barRange !== null && isSameRange(this.#barRange, boundaries)) return;
    const rect = range.getBoundingClientRect();
    // Recorded now, because the click on the bar resets it.
    const wasPrecise = this.#isSelectionPrecise();
    if (rect.width === 0 || this.#anchorOf(range, true) === null) return;
    // Recorded now, because a web application may navigate unnoticed before the click.
    const url = location.href;
    this.#openBar({ rect, node: range.startContainer }, false, {
      colour: null,
      onColour: (colour, isExact) => {
        const anchor = this.#anchorOf(range, isExact || wasPrecise);
        this.#bar?.close();
        if (anchor === null) return;
        selectionOf(document)?.removeAllRanges();
        void this.#add(anchor, colour, url);
      },
      onNote: null,
      onRemove: null,
      onClose: (isDismissed) => isDismissed && this.#offers.dismiss(boundaries),
    });
    this.#barRange = boundaries;
  }

  /** Draws the highlight at once, because saving the article for a first highlight takes time. */
  async #add(words: LocatedAnchor, colour: HighlightColour, url: string): Promise<void> {
    this.#pendingCount += 1;
    const id = `${PENDING_PREFIX}${this.#pendingCount}`;
    this.#showUnconfirmed([...this.#tabHighlights.highlights, { id, ...words, colour }]);
    try {
      await askBackground('highlights/add', { url, words, colour });
    } catch (error) {
      console.warn('offprint: could not save highlight', error);
    }
    this.#tabHighlights.highlights = this.#tabHighlights.highlights.filter(
      (highlight) => highlight.id !== id,
    );
    await this.#loadHighlights();
  }

  #onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0 || getSelectedRange() !== null) return;
    const [target] = event.composedPath();
    const element = target instanceof Node ? (isElement(target) ? target : parentElementOf(target)) : null;
    if (element !== null && findClosest(element, CONTROLS) !== null) return;
    const id = this.#marks.findAt(event.clientX, event.clientY);
    if (id === null) return;
    const rect = new DOMRect(event.clientX, event.clientY - 10, 0, 20);
    if (isPending(id)) this.#openWhenConfirmed = rect;
    else this.#openBarFor(id, rect, false);
  }

  #openBarFor(id: string, rect: DOMRect, takesFocus: boolean): void {
    const highlight = this.#tabHighlights.highlights.find((highlight) => highlight.id === id);
    if (highlight === undefined || !isExtensionAlive()) return;
    const update = (next: readonly PageHighlight[]): void => {
      this.#bar?.close();
      this.#showUnconfirmed(next);
    };
    const { highlights } = this.#tabHighlights;
    this.#openBar({ rect, node: this.#marks.rangeOf(id)?.startContainer ?? null }, takesFocus, {
      colour: highlight.colour,
      onColour: (colour) => {
        update(highlights.map((highlight) => (highlight.id === id ? { ...highlight, colour } : highlight)));
        notifyBackground('highlights/colour', { id, colour });
      },
      onNote: () => {
        this.#bar?.close();
        notifyBackground('highlights/note', { id });
      },
      onRemove: () => {
        update(highlights.filter((highlight) => highlight.id !== id));
        notifyBackground('highlights/remove', { id });
      },
      onClose: () => undefined,
    });
  }

  #openBar(selectedText: SelectedText, takesFocus: boolean, actions: BarActions): void {
    this.#bar?.close();
    const onClose = (isDismissed: boolean): void => {
      this.#bar = null;
      this.#barRange = null;
      actions.onClose(isDismissed);
    };
    this.#bar = new HighlightBar(
      selectedText,
      this.#tabHighlights.theme,
      { ...actions, onClose },
      takesFocus,
    );
  }
}

const OBSERVED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Delay (ms) between a change and the check; doubled after each check without effect, up to the maximum. */
const MIN_DELAY_MS = 300;
const MAX_DELAY_MS = 30_000;

/** Checks highlights after changes of the page. Combines all changes until the next check, so that busy pages cost little. */
export class RedrawWatch {
  readonly #check: () => Promise<boolean>;
  readonly #observer: MutationObserver;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unchangedCount = 0;

  /** @param check checks and redraws the highlights; resolves to false if nothing had to be done */
  constructor(check: () => Promise<boolean>, Observer: typeof MutationObserver = MutationObserver) {
    this.#check = check;
    this.#observer = new Observer(() => this.#onChange());
  }

  start(): void {
    const root = documentElementOf(document);
    if (root !== null && this.#timer === null) this.#observer.observe(root, OBSERVED);
  }

  stop(): void {
    this.#observer.disconnect();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#unchangedCount = 0;
  }

  async #runCheck(): Promise<void> {
    this.#unchangedCount = (await this.#check()) ? 0 : this.#unchangedCount + 1;
  }

  #onChange(): void {
    this.#observer.disconnect();
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        // Observes before the check is finished, so that changes during the check cause another one.
        this.start();
        void this.#runCheck();
      },
      Math.min(MIN_DELAY_MS * 2 ** this.#unchangedCount, MAX_DELAY_MS),
    );
  }
}
