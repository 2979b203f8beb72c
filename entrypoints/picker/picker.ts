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
import { type BarButton, type OutlineKind, PickerView } from './picker-view.ts';

/** Maximum length of the quoted excerpt of a block, in characters. */
const MAX_EXCERPT_LENGTH = 60;

const OUTLINE_KINDS: Record<PickResult['kind'], OutlineKind> = {
  block: 'hide',
  article: 'ask',
  wall: 'no',
  page: 'no',
};

/** Text direction of the user interface, which can differ from that of the page. */
function interfaceDirection(): Direction {
  return directionOfLanguage(bareBrowser().i18n.getMessage('localeTag'));
}

function t(key: string, ...substitutions: string[]): string {
  const direction = interfaceDirection();
  return bareBrowser().i18n.getMessage(
    key,
    substitutions.map((substitution) => isolateText(substitution, direction)),
  );
}

/** Returns the first words of a block in quotation marks; `''` if it has no text. */
function quoteWords(block: Element): string {
  const words = readWords(block, MAX_EXCERPT_LENGTH + 1).replace(/^[\p{Pi}\p{Pf}"'„\s]+/u, '');
  if (words === '') return '';
  const excerpt =
    words.length > MAX_EXCERPT_LENGTH
      ? `${words.slice(0, MAX_EXCERPT_LENGTH).replace(/\s+\S*$/, '')}…`
      : words.replace(/[\p{Pi}\p{Pf}"'\s]+$/u, '');
  return t('inQuotationMarks', excerpt);
}

/** Lets the user pick a block, which is then hidden on all pages of the site. */
export class Picker {
  readonly #document: Document;
  readonly #assistant: PickerHost | null;
  readonly #view: PickerView;
  readonly #onEnd: () => void;
  readonly #life = new AbortController();
  #protection: PageProtection | null = null;
  #picked: PickResult | null = null;
  #index = 0;
  #isPicking = true;
  #isTouch = false;
  /** Whether a passage of the article was clicked, so that it stays selected while the pointer moves to the buttons. */
  #isPinned = false;
  #frame = 0;
  /** Latest pointer position since the last frame. */
  #pointer: { x: number; y: number } | null = null;

  /** @param assistant null if no assistant runs on the page, so that nothing can be picked and the picker says so */
  constructor(document_: Document, assistant: PickerHost | null, theme: Theme, onEnd: () => void) {
    this.#document = document_;
    this.#assistant = assistant;
    this.#onEnd = onEnd;
    this.#view = new PickerView(t('pickerTitle'), interfaceDirection(), theme);
    this.#view.host.lang = t('localeTag');
    this.#listen();
    if (assistant === null) {
      this.#showMessage(t('pickerNotReading'), [
        { label: t('pickerDone'), onClick: () => this.end(), isPrimary: true },
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
    this.#protection = null;
    void this.#assistant?.findMustStay().then((protection) => {
      this.#protection = protection;
    });
    this.#picked = null;
    this.#view.setPicking(true);
    this.#showSelection();
  }

  /** Shows a message while the page can be used normally. */
  #showMessage(message: string, buttons: BarButton[]): void {
    this.#isPicking = false;
    cancelAnimationFrame(this.#frame);
    this.#picked = null;
    this.#view.setPicking(false);
    this.#view.showMessage(message, '', buttons);
  }

  #selectedBlock(): Element | null {
    return this.#picked?.blocks[this.#index] ?? null;
  }

  #pick(pointed: Element | null): void {
    if (!this.#isPicking || this.#protection === null || pointed === null) return;
    const picked = pickBlock(pointed, this.#protection, window);
    if (picked === null) return;
    const previous = this.#selectedBlock();
    this.#picked = picked;
    this.#index = picked.proposed;
    if (this.#selectedBlock() !== previous) this.#showSelection();
  }

  #changeLevel(step: 1 | -1): void {
    const last = (this.#picked?.blocks.length ?? 1) - 1;
    this.#index = Math.min(last, Math.max(0, this.#index + step));
    this.#showSelection();
  }

  /** Selects a neighbouring block with the keyboard; initially the one in the upper middle of the viewport. */
  #selectNeighbour(step: 1 | -1): void {
    const block = this.#selectedBlock();
    const next =
      block === null ? this.#elementAt(innerWidth / 2, innerHeight / 3) : findAdjacentBlock(block, step);
    if (next !== null) scrollToElement(next, { block: 'nearest' });
    this.#pick(next);
  }

  #showSelection(): void {
    const picked = this.#picked;
    const block = this.#selectedBlock();
    this.#view.outline(block, picked === null ? 'hide' : OUTLINE_KINDS[picked.kind]);
    const cancel: BarButton = { label: t('pickerCancel'), onClick: () => this.end() };
    if (picked === null || block === null) {
      const isTouch = matchMedia('(hover: none)').matches;
      this.#view.showMessage(
        t(isTouch ? 'pickerHintTouch' : 'pickerHint'),
        isTouch ? '' : t('pickerHintKeys'),
        [cancel],
      );
      return;
    }
    const excerpt = quoteWords(block);
    const selection = t('pickerChosen', excerpt === '' ? t('pickerNoWords') : excerpt);
    if (picked.kind === 'wall') this.#view.showMessage(t('pickerWall'), '', [cancel]);
    else if (picked.kind === 'page') this.#view.showMessage(t('pickerTooMuch'), '', [cancel]);
    else if (picked.kind === 'article') {
      const hide = { label: t('pickerHideAnyway'), onClick: () => this.#hide() };
      this.#view.showMessage(t('pickerArticle', this.#assistant?.host ?? ''), selection, [
        hide,
        { ...cancel, isPrimary: true },
      ]);
    } else {
      this.#view.showMessage(selection, this.#isTouch ? '' : t('pickerHintKeys'), [
        { label: t('pickerNarrower'), onClick: () => this.#changeLevel(-1) },
        { label: t('pickerWider'), onClick: () => this.#changeLevel(1) },
        { label: t('pickerHide'), onClick: () => this.#hide(), isPrimary: true },
        cancel,
      ]);
    }
  }

  #hide(): void {
    const block = this.#selectedBlock();
    const kind = this.#picked?.kind;
    if (block === null || this.#assistant === null || (kind !== 'block' && kind !== 'article')) return;
    const rule = createRule(block, 'hide', kind === 'article');
    this.#assistant.add(rule);
    const another: BarButton = { label: t('pickerAnother'), onClick: () => this.#start() };
    const done: BarButton = { label: t('pickerDone'), onClick: () => this.end(), isPrimary: true };
    const undo = (): void => {
      this.#assistant?.drop(rule.id);
      this.#showMessage(t('pickerBack'), [another, done]);
    };
    const isTemporary = this.#assistant.isPassing || rule.names.length + rule.words.length === 0;
    const message = this.#assistant.isPassing
      ? t(isPhone() ? 'pickerHiddenOnce_phone' : 'pickerHiddenOnce')
      : t(isTemporary ? 'pickerHiddenNameless' : 'pickerHidden', this.#assistant.host);
    this.#showMessage(message, [{ label: t('pickerUndo'), onClick: undo }, another, done]);
  }

  /** The topmost element of the page at a point of the viewport (CSS px). */
  #elementAt(x: number, y: number): Element | null {
    return elementsFromPoint(this.#document, x, y).find((element) => element !== this.#view.host) ?? null;
  }

  #followPointer(): void {
    if (this.#pointer !== null) this.#pick(this.#elementAt(this.#pointer.x, this.#pointer.y));
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
      this.#pick(this.#elementAt(event.clientX, event.clientY));
      this.#isPinned = this.#picked?.kind === 'article';
      // On touch screens, the finger covers the block, so the user confirms with a button; so do they for text of the article.
      if (!this.#isTouch && this.#picked?.kind === 'block') this.#hide();
    });
    const updateSoon = (): void => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#followPointer();
        if (this.#picked !== null)
          this.#view.outline(this.#selectedBlock(), OUTLINE_KINDS[this.#picked.kind]);
      });
    };
    addEventListener('scroll', updateSoon, { capture: true, passive: true, signal });
    addEventListener('resize', updateSoon, { passive: true, signal });
    addEventListener('pagehide', () => this.end(), { signal });
    addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey) return;
    const root = documentElementOf(this.#document);
    const isRtlPage = root !== null && getComputedStyle(root).direction === 'rtl';
    const arrows: Record<string, () => void> = {
      ArrowUp: () => this.#changeLevel(1),
      ArrowDown: () => this.#changeLevel(-1),
      ArrowRight: () => this.#selectNeighbour(isRtlPage ? -1 : 1),
      ArrowLeft: () => this.#selectNeighbour(isRtlPage ? 1 : -1),
      // Text of the article is hidden only by its button, as a confirmation.
      Enter: () => this.#picked?.kind === 'block' && this.#hide(),
    };
    // Keys apply to the block under the pointer, even if a busy browser has not outlined it yet.
    this.#followPointer();
    const isForButton = (event.key === 'Enter' || event.key === ' ') && this.#view.isButtonFocused();
    const action =
      event.key === 'Escape'
        ? () => this.end()
        : event.key === 'Tab'
          ? () => this.#view.moveFocus(event.shiftKey ? -1 : 1)
          : this.#isPicking
            ? arrows[event.key]
            : undefined;
    if (action === undefined && !isForButton) return;
    // The page must not get the event. The browser still clicks our focused button.
    event.stopImmediatePropagation();
    if (isForButton || action === undefined) return;
    event.preventDefault();
    action();
  }
}
