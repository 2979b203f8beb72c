import type { Extraction } from '../../../utils/article/types.ts';
import { makeAnchor, type PlacedAnchor } from '../../../utils/library/articles/anchor-highlight.ts';
import type { HighlightsHere, PageHighlight, SelectedHere } from '../../../utils/messaging/protocol.ts';
import { askBackground, receiveInTab, tellBackground } from '../../../utils/messaging/tab-side.ts';
import { isElement, listenAt, parentElementOf, selectionOf } from '../../../utils/page/dom-access.ts';
import { closestTo } from '../../../utils/page/element-access.ts';
import { watchManner } from '../../../utils/page/selection-manner.ts';
import { isExtensionAlive } from '../../../utils/platform/bare-browser.ts';
import { readPageText } from '../../../utils/quotes/anchoring/page-text.ts';
import { placeOfRange } from '../../../utils/quotes/anchoring/place-of-range.ts';
import { snapToWords } from '../../../utils/text/snap-to-words.ts';
import { HighlightBar } from './highlight-bar.ts';
import { HighlightMarks } from './highlight-marks.ts';
import { RedrawWatch } from './redraw-watch.ts';

/** How long a selection must rest before something is offered for it, in ms. */
const REST_MS = 250;
/** What a click is meant for, where it is not meant for the words. */
const CONTROLS = 'a,button,input,select,textarea,label,summary,video,audio,[role="button"],[contenteditable]';
/** A highlight that the library has not confirmed yet. */
const COMING = '';

const NONE: HighlightsHere = { highlights: [], offers: false, theme: 'system' };

/** The user's highlights in the page of an article: drawn, made from selected words, changed by a click. */
export class PageHighlights {
  readonly #extraction: () => Extraction | null;
  readonly #onDraw: () => void;
  readonly #signal: AbortSignal;
  readonly #marks = new HighlightMarks();
  readonly #redraw: RedrawWatch;
  readonly #isExact: () => boolean;
  #here: HighlightsHere = NONE;
  #bar: HighlightBar | null = null;
  /** Where a highlight was clicked that was not confirmed yet: it opens when it is. */
  #opensNext: DOMRect | null = null;
  #isBegun = false;
  /** Another number with each question: of two answers the later one counts. */
  #turn = 0;

  /**
   * @param extraction the page's article as it was read last, or null where its text and address don't belong together
   * @param onDraw called before something is drawn: it wants colours
   */
  constructor(extraction: () => Extraction | null, onDraw: () => void, signal: AbortSignal) {
    this.#extraction = extraction;
    this.#onDraw = onDraw;
    this.#signal = signal;
    this.#isExact = watchManner(document, signal);
    this.#redraw = new RedrawWatch(() => {
      const { highlights } = this.#here;
      if (this.#marks.stand && this.#marks.size === highlights.length) return false;
      const { stand, size } = this.#marks;
      this.#draw();
      // What the page does not have may come, or may never come.
      return !stand || size !== this.#marks.size;
    });
    signal.addEventListener('abort', () => this.leave());
    receiveInTab(
      {
        'page/selection': () => this.#tellSelection(),
        'highlights/changed': async ({ why }) => {
          if (why === 'made') selectionOf(document)?.removeAllRanges();
          await this.#ask(why === 'saved');
          return null;
        },
      },
      signal,
    );
  }

  /** The article was read: from now on it shows its highlights. */
  begin(): void {
    if (!this.#isBegun) this.#listen();
    this.#isBegun = true;
    void this.#ask();
  }

  /** The article's text has changed, or is there at last. */
  lookAgain(): void {
    if (this.#isBegun) void this.#ask();
  }

  /** The address has changed: what comes may be another article. */
  leave(): void {
    this.#turn += 1;
    this.#here = NONE;
    this.#bar?.close();
    this.#redraw.stop();
    this.#marks.clear();
  }

  /** @param keepsComing what is not confirmed yet is still awaited */
  async #ask(keepsComing = false): Promise<void> {
    if (this.#signal.aborted || !isExtensionAlive()) return;
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const here = await askBackground('highlights/ask', null);
      if (turn !== this.#turn || this.#signal.aborted) return;
      const coming = keepsComing ? this.#here.highlights.filter(({ id }) => id === COMING) : [];
      this.#here = { ...here, highlights: [...here.highlights, ...coming] };
      this.#draw();
      const { x, y, height } = this.#opensNext ?? new DOMRect();
      const id = this.#opensNext === null ? null : this.#marks.at(x, y + height / 2);
      if (id === COMING) return;
      if (id !== null && this.#opensNext !== null) this.#openMark(id, this.#opensNext, false);
      this.#opensNext = null;
    } catch (error) {
      console.warn('offprint: highlights can’t be read', error);
    }
  }

  #draw(): void {
    const extraction = this.#extraction();
    const { highlights } = this.#here;
    if (extraction === null || highlights.length === 0) {
      this.#redraw.stop();
      this.#marks.clear();
      return;
    }
    this.#onDraw();
    this.#marks.draw(extraction, highlights);
    this.#redraw.start();
  }

  #listen(): void {
    const signal = this.#signal;
    listenAt<MouseEvent>(document, 'click', (event) => this.#onClick(event), { signal, capture: true });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const soon = (): void => {
      clearTimeout(timer);
      // Nothing pops up under a pointer that is still selecting.
      if (!isPressed && this.#here.offers) timer = setTimeout(() => this.#offer(), REST_MS);
    };
    const press = (is: boolean) => (): void => {
      isPressed = is;
      if (!is) soon();
    };
    const options = { signal, capture: true, passive: true };
    listenAt(document, 'selectionchange', soon, options);
    listenAt(document, 'pointerdown', press(true), options);
    listenAt(document, 'pointerup', press(false), options);
    listenAt(document, 'pointercancel', press(false), options);
    // What was changed in the reader, the library or the popup shows when the user comes back.
    const onBack = (): void => void this.#ask(true);
    addEventListener('focus', onBack, { signal });
    listenAt(document, 'visibilitychange', onBack, options);
    addEventListener('pageshow', ({ persisted }) => persisted && void this.#ask(), { signal });
  }

  #selected(): Range | null {
    const selection = selectionOf(document);
    return selection === null || selection.rangeCount === 0 || selection.isCollapsed
      ? null
      : selection.getRangeAt(0);
  }

  /** The words that are selected, to the letter or as whole words; null where they are not the article's. */
  #words(range: Range, isExact: boolean): PlacedAnchor | null {
    const extraction = this.#extraction();
    if (extraction === null) return null;
    const { text, lang } = extraction.article;
    const place = placeOfRange(readPageText(extraction.root), text, range);
    if (place === null) return null;
    const { start, end } = isExact ? place : snapToWords(text, place, lang);
    return makeAnchor(text, start, end);
  }

  /** By key or from the menu. */
  #tellSelection(): SelectedHere {
    const range = this.#selected();
    if (range === null) return { words: null, isAny: false, isOpened: false };
    const known = this.#marks.around(range);
    if (known !== null) {
      this.#openMark(known, range.getBoundingClientRect(), true);
      return { words: null, isAny: true, isOpened: true };
    }
    return { words: this.#words(range, this.#isExact()), isAny: true, isOpened: false };
  }

  #offer(): void {
    const range = this.#selected();
    if (range === null || !isExtensionAlive()) return;
    const rect = range.getBoundingClientRect();
    // A press on the bar says nothing of how the words were chosen.
    const wasExact = this.#isExact();
    if (rect.width === 0 || this.#words(range, true) === null) return;
    this.#show(rect, false, {
      colour: null,
      onColour: (colour, isExact) => {
        const words = this.#words(range, isExact || wasExact);
        this.#bar?.close();
        if (words === null) return;
        selectionOf(document)?.removeAllRanges();
        // Drawn at once: where it is the first one, the article is saved before.
        this.#here.highlights = [...this.#here.highlights, { id: COMING, ...words, colour }];
        this.#draw();
        tellBackground('highlights/add', { url: location.href, words, colour });
      },
      onNote: null,
      onRemove: null,
    });
  }

  #onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0 || this.#selected() !== null) return;
    const [target] = event.composedPath();
    const element = target instanceof Node ? (isElement(target) ? target : parentElementOf(target)) : null;
    if (element !== null && closestTo(element, CONTROLS) !== null) return;
    const id = this.#marks.at(event.clientX, event.clientY);
    if (id === null) return;
    const rect = new DOMRect(event.clientX, event.clientY - 10, 0, 20);
    if (id === COMING) this.#opensNext = rect;
    else this.#openMark(id, rect, false);
  }

  #openMark(id: string, rect: DOMRect, takesFocus: boolean): void {
    const found = this.#here.highlights.find((one) => one.id === id);
    if (found === undefined || !isExtensionAlive()) return;
    const change = (next: readonly PageHighlight[]): void => {
      this.#bar?.close();
      this.#here.highlights = [...next];
      this.#draw();
    };
    const { highlights } = this.#here;
    this.#show(rect, takesFocus, {
      colour: found.colour,
      onColour: (colour) => {
        change(highlights.map((one) => (one.id === id ? { ...one, colour } : one)));
        tellBackground('highlights/colour', { id, colour });
      },
      onNote: () => {
        this.#bar?.close();
        tellBackground('highlights/note', { id });
      },
      onRemove: () => {
        change(highlights.filter((one) => one.id !== id));
        tellBackground('highlights/remove', { id });
      },
    });
  }

  #show(
    rect: DOMRect,
    takesFocus: boolean,
    acts: Omit<ConstructorParameters<typeof HighlightBar>[2], 'onClose'>,
  ): void {
    this.#bar?.close();
    const onClose = (): void => {
      this.#bar = null;
    };
    this.#bar = new HighlightBar(rect, this.#here.theme, { ...acts, onClose }, takesFocus);
  }
}
