import type { PageProtection } from '../../utils/clutter/find/page-guard.ts';
import { readWords } from '../../utils/clutter/find/read-words.ts';
import { findAdjacentBlock, type PickResult, pickBlock } from '../../utils/clutter/rules/pick-block.ts';
import { createRule } from '../../utils/clutter/rules/user-rules.ts';
import { documentElementOf, elementsFromPoint } from '../../utils/page/dom-access.ts';
import { scrollToElement } from '../../utils/page/element-access.ts';
import { bareBrowser } from '../../utils/platform/bare-browser.ts';
import { isPhone } from '../../utils/platform/phone.ts';
import type { PickerHost } from '../../utils/platform/tab-state.ts';
import type { Theme } from '../../utils/settings/schema.ts';
import { type Direction, directionOfLanguage, isolateText } from '../../utils/text/text-direction.ts';
import { type BarButton, PickerView, type Tone } from './picker-view.ts';

/** Maximum length of the quoted excerpt of a block, in characters. */
const MAX_EXCERPT_LENGTH = 60;

const TONES: Record<PickResult['kind'], Tone> = { block: 'hide', article: 'ask', wall: 'no', page: 'no' };

/** Text direction of the interface language, whatever the page's. */
function direction(): Direction {
  return directionOfLanguage(bareBrowser().i18n.getMessage('localeTag'));
}

function t(key: string, ...substitutions: string[]): string {
  const around = direction();
  return bareBrowser().i18n.getMessage(
    key,
    substitutions.map((words) => isolateText(words, around)),
  );
}

/** The first words of a block in quotation marks; `''` if it has none. */
function quoteWords(block: Element): string {
  const words = readWords(block, MAX_EXCERPT_LENGTH + 1).replace(/^[\p{Pi}\p{Pf}"'„\s]+/u, '');
  if (words === '') return '';
  const shown =
    words.length > MAX_EXCERPT_LENGTH
      ? `${words.slice(0, MAX_EXCERPT_LENGTH).replace(/\s+\S*$/, '')}…`
      : words.replace(/[\p{Pi}\p{Pf}"'\s]+$/u, '');
  return t('inQuotationMarks', shown);
}

/** Lets the user point at a block, which is hidden here and at every later visit to the site. */
export class Picker {
  readonly #document: Document;
  readonly #side: PickerHost | null;
  readonly #view: PickerView;
  readonly #onEnd: () => void;
  readonly #life = new AbortController();
  #mustStay: PageProtection | null = null;
  #picked: PickResult | null = null;
  #at = 0;
  #isPicking = true;
  #isTouch = false;
  /** A passage of the article was clicked and stays selected while the pointer moves to the buttons that ask about it. */
  #isPinned = false;
  #frame = 0;
  /** Latest pointer position since the last frame. */
  #pointer: { x: number; y: number } | null = null;

  /** @param side null if no assistant clears the page: nothing can be picked then, and the picker says so */
  constructor(document_: Document, side: PickerHost | null, theme: Theme, onEnd: () => void) {
    this.#document = document_;
    this.#side = side;
    this.#onEnd = onEnd;
    this.#view = new PickerView(t('pickerTitle'), direction(), theme);
    this.#view.host.lang = t('localeTag');
    this.#listen();
    if (side === null) {
      this.#showMessage(t('pickerNotReading'), [
        { label: t('pickerDone'), act: () => this.end(), isMain: true },
      ]);
    } else this.#start();
  }

  end(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    cancelAnimationFrame(this.#frame);
    this.#view.remove();
    this.#onEnd();
  }

  #start(): void {
    this.#isPicking = true;
    this.#isPinned = false;
    this.#pointer = null;
    this.#mustStay = null;
    void this.#side?.findMustStay().then((mustStay) => {
      this.#mustStay = mustStay;
    });
    this.#picked = null;
    this.#view.setPicking(true);
    this.#showPicked();
  }

  /** Shows a message while the page can be used normally. */
  #showMessage(words: string, buttons: BarButton[]): void {
    this.#isPicking = false;
    cancelAnimationFrame(this.#frame);
    this.#picked = null;
    this.#view.setPicking(false);
    this.#view.say(words, '', buttons);
  }

  #block(): Element | null {
    return this.#picked?.blocks[this.#at] ?? null;
  }

  #choose(pointed: Element | null): void {
    if (!this.#isPicking || this.#mustStay === null || pointed === null) return;
    const picked = pickBlock(pointed, this.#mustStay, window);
    if (picked === null) return;
    const before = this.#block();
    this.#picked = picked;
    this.#at = picked.proposed;
    if (this.#block() !== before) this.#showPicked();
  }

  #widen(step: 1 | -1): void {
    const last = (this.#picked?.blocks.length ?? 1) - 1;
    this.#at = Math.min(last, Math.max(0, this.#at + step));
    this.#showPicked();
  }

  /** Selects a neighbouring block by key; initially the one in the middle of the window. */
  #selectNeighbour(step: 1 | -1): void {
    const block = this.#block();
    const next =
      block === null ? this.#under(innerWidth / 2, innerHeight / 3) : findAdjacentBlock(block, step);
    if (next !== null) scrollToElement(next, { block: 'nearest' });
    this.#choose(next);
  }

  #showPicked(): void {
    const picked = this.#picked;
    const block = this.#block();
    this.#view.outline(block, picked === null ? 'hide' : TONES[picked.kind]);
    const cancel: BarButton = { label: t('pickerCancel'), act: () => this.end() };
    if (picked === null || block === null) {
      const touch = matchMedia('(hover: none)').matches;
      this.#view.say(t(touch ? 'pickerHintTouch' : 'pickerHint'), touch ? '' : t('pickerHintKeys'), [cancel]);
      return;
    }
    const words = quoteWords(block);
    const chosen = t('pickerChosen', words === '' ? t('pickerNoWords') : words);
    if (picked.kind === 'wall') this.#view.say(t('pickerWall'), '', [cancel]);
    else if (picked.kind === 'page') this.#view.say(t('pickerTooMuch'), '', [cancel]);
    else if (picked.kind === 'article') {
      const hide = { label: t('pickerHideAnyway'), act: () => this.#hide() };
      this.#view.say(t('pickerArticle', this.#side?.host ?? ''), chosen, [hide, { ...cancel, isMain: true }]);
    } else {
      this.#view.say(chosen, this.#isTouch ? '' : t('pickerHintKeys'), [
        { label: t('pickerNarrower'), act: () => this.#widen(-1) },
        { label: t('pickerWider'), act: () => this.#widen(1) },
        { label: t('pickerHide'), act: () => this.#hide(), isMain: true },
        cancel,
      ]);
    }
  }

  #hide(): void {
    const block = this.#block();
    const is = this.#picked?.kind;
    if (block === null || this.#side === null || (is !== 'block' && is !== 'article')) return;
    const rule = createRule(block, 'hide', is === 'article');
    this.#side.add(rule);
    const another: BarButton = { label: t('pickerAnother'), act: () => this.#start() };
    const done: BarButton = { label: t('pickerDone'), act: () => this.end(), isMain: true };
    const undo = (): void => {
      this.#side?.drop(rule.id);
      this.#showMessage(t('pickerBack'), [another, done]);
    };
    const isPassing = this.#side.isPassing || rule.names.length + rule.words.length === 0;
    const words = this.#side.isPassing
      ? t(isPhone() ? 'pickerHiddenOnce_phone' : 'pickerHiddenOnce')
      : t(isPassing ? 'pickerHiddenNameless' : 'pickerHidden', this.#side.host);
    this.#showMessage(words, [{ label: t('pickerUndo'), act: undo }, another, done]);
  }

  /** The topmost element of the page at a point of the window. */
  #under(x: number, y: number): Element | null {
    return elementsFromPoint(this.#document, x, y).find((element) => element !== this.#view.host) ?? null;
  }

  #followPointer(): void {
    if (this.#pointer !== null) this.#choose(this.#under(this.#pointer.x, this.#pointer.y));
    this.#pointer = null;
  }

  #listen(): void {
    const { signal } = this.#life;
    const { shield } = this.#view;
    shield.addEventListener('pointermove', ({ clientX, clientY, pointerType }) => {
      if (pointerType === 'touch' || this.#isPinned) return;
      this.#pointer = { x: clientX, y: clientY };
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#followPointer());
    });
    shield.addEventListener('pointerdown', ({ pointerType }) => {
      this.#isTouch = pointerType === 'touch';
    });
    shield.addEventListener('click', (event) => {
      event.stopPropagation();
      cancelAnimationFrame(this.#frame);
      this.#pointer = null;
      this.#choose(this.#under(event.clientX, event.clientY));
      this.#isPinned = this.#picked?.kind === 'article';
      // A finger covers what it points at, and hiding text of the article needs a confirmation.
      if (!this.#isTouch && this.#picked?.kind === 'block') this.#hide();
    });
    const again = (): void => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#followPointer();
        if (this.#picked !== null) this.#view.outline(this.#block(), TONES[this.#picked.kind]);
      });
    };
    addEventListener('scroll', again, { capture: true, passive: true, signal });
    addEventListener('resize', again, { passive: true, signal });
    addEventListener('pagehide', () => this.end(), { signal });
    addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey) return;
    const root = documentElementOf(this.#document);
    const isRtlPage = root !== null && getComputedStyle(root).direction === 'rtl';
    const arrows: Record<string, () => void> = {
      ArrowUp: () => this.#widen(1),
      ArrowDown: () => this.#widen(-1),
      ArrowRight: () => this.#selectNeighbour(isRtlPage ? -1 : 1),
      ArrowLeft: () => this.#selectNeighbour(isRtlPage ? 1 : -1),
      // Text of the article is hidden only by the button that asks for confirmation.
      Enter: () => this.#picked?.kind === 'block' && this.#hide(),
    };
    // Keys apply to the block under the pointer, even if a busy browser has not drawn it yet.
    this.#followPointer();
    const isForButton = (event.key === 'Enter' || event.key === ' ') && this.#view.isOnButton();
    const act =
      event.key === 'Escape'
        ? () => this.end()
        : event.key === 'Tab'
          ? () => this.#view.moveFocus(event.shiftKey ? -1 : 1)
          : this.#isPicking
            ? arrows[event.key]
            : undefined;
    if (act === undefined && !isForButton) return;
    // Hidden from the page; the browser still clicks our focused button.
    event.stopImmediatePropagation();
    if (isForButton || act === undefined) return;
    event.preventDefault();
    act();
  }
}
