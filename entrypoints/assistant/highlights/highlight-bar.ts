import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
} from '../../../utils/library/articles/highlight-colours.ts';
import { lightDark } from '../../../utils/look/palette.ts';
import { hasInitialStyles, isOnTop, isViewTransitionActive } from '../../../utils/page/clickjacking-guard.ts';
import {
  activeElementOf,
  createElementIn,
  createRangeIn,
  documentElementOf,
  isElement,
  listenTo,
  parentOrHostOf,
} from '../../../utils/page/dom-access.ts';
import { focusElement, matchesSelector } from '../../../utils/page/element-access.ts';
import { bareBrowser } from '../../../utils/platform/bare-browser.ts';
import type { Theme } from '../../../utils/settings/schema.ts';
import { directionOfLanguage } from '../../../utils/text/text-direction.ts';
import {
  captureKeys,
  createButton,
  createOverlayHost,
  FLOATING_BOX_STYLE,
  FONT,
  showOverlay,
} from '../../shared/page-overlay.ts';

/** Distance of the bar from the text and from the edges of the viewport, in CSS px. */
const MARGIN_PX = 8;

const HOST_STYLE =
  'position:absolute!important;inset:0 auto auto 0!important;width:0!important;height:0!important;';
const BAR_STYLE = `${FLOATING_BOX_STYLE}position:absolute;display:flex;align-items:center;gap:4px;padding:4px;width:max-content;font:500 14px/1.4 ${FONT};`;
const BUTTON_STYLE = 'outline-offset:-2px;';
/** Swatches keep their colour in forced-colors mode, because the colour is their meaning. */
const DOT_STYLE =
  'display:block;width:20px;height:20px;border-radius:50%;box-sizing:border-box;forced-color-adjust:none;';

const getMessage = (key: string, substitution?: string): string =>
  bareBrowser().i18n.getMessage(key, substitution === undefined ? undefined : [substitution]);

export interface BarActions {
  /** Colour of the highlight; null for a selection. */
  colour: HighlightColour | null;
  /** @param isExact whether to highlight exactly the selection, not whole words */
  onColour: (colour: HighlightColour, isExact: boolean) => void;
  /** Null for a selection. */
  onNote: (() => void) | null;
  onRemove: (() => void) | null;
  /** @param isDismissed whether the user closed it */
  onClose: (isDismissed: boolean) => void;
}

/** Selected or highlighted text in the page. */
export interface SelectedText {
  /** Position in the viewport, in CSS px. */
  rect: DOMRect;
  /** The node that contains the text, if known. */
  node: Node | null;
}

/** The open modal dialog that contains a node, or null. Everything outside of it is inert. */
function findModalAround(node: Node | null): Element | null {
  for (let at = node; at !== null; at = parentOrHostOf(at)) {
    if (isElement(at) && matchesSelector(at, ':modal')) return at;
  }
  return null;
}

/** The position of a node's content on the page, in CSS px. */
function measurePosition(node: Node | null): { left: number; top: number } | null {
  if (node === null) return null;
  // Measures the content, because the box of a scroll container doesn't move when its content is scrolled.
  const range = createRangeIn(document);
  range.selectNodeContents(node);
  const { left, top } = range.getBoundingClientRect();
  return { left: left + scrollX, top: top + scrollY };
}

/** Whether the content of a node has moved on the page. */
function hasMoved(node: Node | null, positionBefore: ReturnType<typeof measurePosition>): boolean {
  const positionNow = measurePosition(node);
  if (positionNow === null || positionBefore === null) return true;
  return (
    Math.abs(positionNow.left - positionBefore.left) + Math.abs(positionNow.top - positionBefore.top) > 2
  );
}

/** The toolbar near selected or highlighted text, protected from the page's styles and scripts. */
export class HighlightBar {
  readonly #host: HTMLDivElement;
  readonly #bar: HTMLDivElement;
  readonly #focusedBefore: Element | null = activeElementOf(document);
  readonly #life = new AbortController();
  readonly #onClose: BarActions['onClose'];
  /** Position of the bar on the page, in CSS px. */
  #left = 0;
  #top = 0;

  /** @param takesFocus whether to focus the first button, because the bar was opened with the keyboard */
  constructor({ rect, node }: SelectedText, theme: Theme, actions: BarActions, takesFocus: boolean) {
    this.#onClose = actions.onClose;
    this.#host = createOverlayHost(HOST_STYLE, theme);
    this.#bar = createElementIn(document, 'div');
    this.#bar.style.cssText = BAR_STYLE;
    this.#bar.dir = directionOfLanguage(getMessage('localeTag'));
    this.#bar.setAttribute('role', 'toolbar');
    this.#bar.setAttribute(
      'aria-label',
      getMessage(actions.colour === null ? 'highlightActions' : 'highlight'),
    );
    const buttons = this.#createButtons(actions);
    this.#bar.append(...buttons);
    this.#host.attachShadow({ mode: 'closed' }).append(this.#bar);
    showOverlay(this.#host, findModalAround(node) ?? documentElementOf(document));
    this.#positionNear(rect);
    this.#listen(node);
    if (takesFocus) buttons[0]?.focus({ preventScroll: true });
  }

  #createButtons({ colour, onColour, onNote, onRemove }: BarActions): HTMLButtonElement[] {
    const size = matchMedia('(pointer: coarse)').matches ? 44 : 28;
    const dots = HIGHLIGHT_COLOURS.map((dotColour) => {
      const style = `${BUTTON_STYLE}display:grid;place-items:center;width:${size}px;height:${size}px;`;
      const button = this.#createButton(style, '', (event) => onColour(dotColour, event.altKey));
      const dot = createElementIn(document, 'span');
      const forcedColour = matchMedia('(forced-colors: active)').matches ? 'CanvasText' : null;
      const border =
        dotColour === colour
          ? `2px solid ${forcedColour ?? lightDark('ink')}`
          : `1px solid ${forcedColour ?? lightDark('ink-2')}`;
      dot.style.cssText = `${DOT_STYLE}background:${lightDark(`marked-${dotColour}`)};border:${border};`;
      button.setAttribute(
        'aria-label',
        getMessage('highlightIn', getMessage(`highlightColour_${dotColour}`)),
      );
      button.title = getMessage('highlightIn', getMessage(`highlightColour_${dotColour}`));
      if (colour !== null) button.setAttribute('aria-pressed', String(dotColour === colour));
      button.append(dot);
      return button;
    });
    const wordStyle = `${BUTTON_STYLE}padding:0 8px;line-height:${size}px;white-space:nowrap;`;
    const createTextButton = (label: string, action: (() => void) | null): HTMLButtonElement[] =>
      action === null ? [] : [this.#createButton(wordStyle, label, action)];
    const [remove] = createTextButton(
      getMessage('actionDelete'),
      onRemove && (() => this.#runOnSecondClick(remove, onRemove)),
    );
    return [
      ...dots,
      ...createTextButton(getMessage('highlightNote'), onNote),
      ...(remove === undefined ? [] : [remove]),
    ];
  }

  /** Deletes only after a second click, because a page could trick the user into a single click (clickjacking). */
  #runOnSecondClick(button: HTMLButtonElement | undefined, action: () => void): void {
    const confirmLabel = getMessage('highlightDeleteAgain');
    if (button === undefined || button.textContent === confirmLabel) {
      action();
      return;
    }
    button.textContent = confirmLabel;
    const { width } = this.#bar.getBoundingClientRect();
    this.#moveTo(
      Math.max(MARGIN_PX, Math.min(this.#left - scrollX, innerWidth - width - MARGIN_PX)) + scrollX,
      this.#top,
    );
  }

  #createButton(style: string, label: string, action: (event: MouseEvent) => void): HTMLButtonElement {
    const button = createButton(style, label);
    button.addEventListener('click', (event) => {
      // Ignores clicks made by the page's scripts.
      if (!event.isTrusted) return;
      if (this.#isUnaltered(event)) action(event);
      else this.close();
    });
    return button;
  }

  #positionNear(rect: DOMRect): void {
    const { width, height } = this.#bar.getBoundingClientRect();
    const below = rect.bottom + MARGIN_PX;
    const top = below + height > innerHeight ? rect.top - height - MARGIN_PX : below;
    const left = Math.max(
      MARGIN_PX,
      Math.min(innerWidth - width - MARGIN_PX, rect.left + (rect.width - width) / 2),
    );
    // Positioned relative to the page, so that it scrolls with the text.
    this.#moveTo(left + scrollX, Math.max(MARGIN_PX, top) + scrollY);
  }

  #moveTo(left: number, top: number): void {
    this.#left = left;
    this.#top = top;
    this.#bar.style.left = `${left}px`;
    this.#bar.style.top = `${top}px`;
  }

  /** Whether the bar is visible at its intended position and not covered. The page can change its host element. */
  #isUnaltered({ detail, clientX, clientY }: MouseEvent): boolean {
    const { left, top } = this.#bar.getBoundingClientRect();
    const isInPlace = Math.abs(left + scrollX - this.#left) <= 2 && Math.abs(top + scrollY - this.#top) <= 2;
    // A click with the keyboard has no coordinates.
    return (
      hasInitialStyles(this.#host) &&
      !isViewTransitionActive(this.#host) &&
      isInPlace &&
      (detail === 0 || isOnTop(this.#host, clientX, clientY))
    );
  }

  #listen(node: Node | null): void {
    const { signal } = this.#life;
    const positionBefore = measurePosition(node);
    // Keeps the selection when the bar is clicked.
    this.#bar.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#bar.addEventListener('mousedown', (event) => event.preventDefault());
    captureKeys(this.#bar, (event) => this.#onKey(event));
    const closeIfOutside = (event: Event): void => {
      if (!event.composedPath().includes(this.#host)) this.close(true);
    };
    listenTo(document, 'pointerdown', closeIfOutside, { signal, capture: true });
    listenTo(
      document,
      'scroll',
      // Closes if a scroll container has moved the text. A busy browser can send a scroll event from before the bar opened, so
      // the position is compared.
      ({ target }) => target !== document && hasMoved(node, positionBefore) && this.close(),
      { signal, capture: true, passive: true },
    );
    listenTo<KeyboardEvent>(document, 'keydown', ({ key }) => key === 'Escape' && this.close(true), {
      signal,
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close(true);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...this.#bar.querySelectorAll('button')];
    const index = buttons.findIndex((button) => button.matches(':focus'));
    const offset = this.#bar.dir === 'rtl' ? -step : step;
    buttons[(index + offset + buttons.length) % buttons.length]?.focus();
  }

  /** @param isDismissed whether the user closed it */
  close(isDismissed = false): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    const hadFocus = activeElementOf(document) === this.#host;
    this.#host.remove();
    if (hadFocus && this.#focusedBefore !== null) focusElement(this.#focusedBefore, { preventScroll: true });
    this.#onClose(isDismissed);
  }
}
