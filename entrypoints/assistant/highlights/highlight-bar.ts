import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
} from '../../../utils/library/articles/highlight-colours.ts';
import { lightDark } from '../../../utils/look/palette.ts';
import { hasInitialStyles, isOnTop } from '../../../utils/page/clickjacking-guard.ts';
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

/** Distance of the bar from the text and from the edges of the window, in CSS px. */
const MARGIN_PX = 8;

const HOST =
  'position:absolute!important;inset:0 auto auto 0!important;width:0!important;height:0!important;';
const BAR = `${FLOATING_BOX_STYLE}position:absolute;display:flex;align-items:center;gap:4px;padding:4px;width:max-content;font:500 14px/1.4 ${FONT};`;
const BUTTON = 'outline-offset:-2px;';
/** A swatch keeps its colour with forced colours, because the colour is its meaning. */
const DOT =
  'display:block;width:20px;height:20px;border-radius:50%;box-sizing:border-box;forced-color-adjust:none;';

const getMessage = (key: string, filled?: string): string =>
  bareBrowser().i18n.getMessage(key, filled === undefined ? undefined : [filled]);

export interface BarActions {
  /** Colour of the highlight; null for selected words. */
  colour: HighlightColour | null;
  onColour: (colour: HighlightColour, isExact: boolean) => void;
  /** Null for selected words. */
  onNote: (() => void) | null;
  onRemove: (() => void) | null;
  /** @param isDismissed whether the user closed it */
  onClose: (isDismissed: boolean) => void;
}

/** Selected or highlighted words in the page. */
export interface SelectedText {
  /** Relative to the window. */
  rect: DOMRect;
  /** The node that contains them, if known. */
  node: Node | null;
}

/** The open modal dialog around a node: everything outside it is inert. */
function modalAround(node: Node | null): Element | null {
  for (let at = node; at !== null; at = parentOrHostOf(at)) {
    if (isElement(at) && matchesSelector(at, ':modal')) return at;
  }
  return null;
}

/** Position of a node's content on the page, in CSS px. */
function placeOf(node: Node | null): { left: number; top: number } | null {
  if (node === null) return null;
  // Measures the content, because the box of an element with its own scrollbar does not move.
  const range = createRangeIn(document);
  range.selectNodeContents(node);
  const { left, top } = range.getBoundingClientRect();
  return { left: left + scrollX, top: top + scrollY };
}

/** Whether the content of a node has moved on the page. */
function hasMoved(node: Node | null, before: ReturnType<typeof placeOf>): boolean {
  const now = placeOf(node);
  if (now === null || before === null) return true;
  return Math.abs(now.left - before.left) + Math.abs(now.top - before.top) > 2;
}

/** The toolbar below selected or highlighted words, protected from the page's styles and scripts. */
export class HighlightBar {
  readonly #host: HTMLDivElement;
  readonly #bar: HTMLDivElement;
  readonly #before: Element | null = activeElementOf(document);
  readonly #life = new AbortController();
  readonly #onClose: BarActions['onClose'];
  /** Position of the bar on the page, in CSS px. */
  #left = 0;
  #top = 0;

  /** @param takesFocus whether it was opened by key */
  constructor({ rect, node }: SelectedText, theme: Theme, acts: BarActions, takesFocus: boolean) {
    this.#onClose = acts.onClose;
    this.#host = createOverlayHost(HOST, theme);
    this.#bar = createElementIn(document, 'div');
    this.#bar.style.cssText = BAR;
    this.#bar.dir = directionOfLanguage(getMessage('localeTag'));
    this.#bar.setAttribute('role', 'toolbar');
    this.#bar.setAttribute('aria-label', getMessage(acts.colour === null ? 'highlightActions' : 'highlight'));
    const buttons = this.#makeButtons(acts);
    this.#bar.append(...buttons);
    this.#host.attachShadow({ mode: 'closed' }).append(this.#bar);
    showOverlay(this.#host, modalAround(node) ?? documentElementOf(document));
    this.#place(rect);
    this.#listen(node);
    if (takesFocus) buttons[0]?.focus({ preventScroll: true });
  }

  #makeButtons({ colour, onColour, onNote, onRemove }: BarActions): HTMLButtonElement[] {
    const size = matchMedia('(pointer: coarse)').matches ? 44 : 28;
    const dots = HIGHLIGHT_COLOURS.map((one) => {
      const style = `${BUTTON}display:grid;place-items:center;width:${size}px;height:${size}px;`;
      const button = this.#createButton(style, '', (event) => onColour(one, event.altKey));
      const dot = createElementIn(document, 'span');
      const ink = matchMedia('(forced-colors: active)').matches ? 'CanvasText' : null;
      const ring =
        one === colour ? `2px solid ${ink ?? lightDark('ink')}` : `1px solid ${ink ?? lightDark('ink-2')}`;
      dot.style.cssText = `${DOT}background:${lightDark(`marked-${one}`)};border:${ring};`;
      button.setAttribute('aria-label', getMessage('highlightIn', getMessage(`highlightColour_${one}`)));
      button.title = getMessage('highlightIn', getMessage(`highlightColour_${one}`));
      if (colour !== null) button.setAttribute('aria-pressed', String(one === colour));
      button.append(dot);
      return button;
    });
    const wordStyle = `${BUTTON}padding:0 8px;line-height:${size}px;white-space:nowrap;`;
    const word = (label: string, act: (() => void) | null): HTMLButtonElement[] =>
      act === null ? [] : [this.#createButton(wordStyle, label, act)];
    const [remove] = word(
      getMessage('actionDelete'),
      onRemove && (() => this.#confirmThen(remove, onRemove)),
    );
    return [...dots, ...word(getMessage('highlightNote'), onNote), ...(remove === undefined ? [] : [remove])];
  }

  /** Deletes after a second click, because a page could redirect one click that was meant for something else. */
  #confirmThen(button: HTMLButtonElement | undefined, act: () => void): void {
    const sure = getMessage('highlightDeleteAgain');
    if (button === undefined || button.textContent === sure) {
      act();
      return;
    }
    button.textContent = sure;
    const { width } = this.#bar.getBoundingClientRect();
    this.#moveTo(
      Math.max(MARGIN_PX, Math.min(this.#left - scrollX, innerWidth - width - MARGIN_PX)) + scrollX,
      this.#top,
    );
  }

  #createButton(style: string, label: string, act: (event: MouseEvent) => void): HTMLButtonElement {
    const button = createButton(style, label);
    button.addEventListener('click', (event) => {
      // Ignores clicks made by the page's scripts.
      if (!event.isTrusted) return;
      if (this.#isUntampered(event)) act(event);
      else this.close();
    });
    return button;
  }

  #place(rect: DOMRect): void {
    const { width, height } = this.#bar.getBoundingClientRect();
    const below = rect.bottom + MARGIN_PX;
    const top = below + height > innerHeight ? rect.top - height - MARGIN_PX : below;
    const left = Math.max(
      MARGIN_PX,
      Math.min(innerWidth - width - MARGIN_PX, rect.left + (rect.width - width) / 2),
    );
    // Positioned on the page, so that it scrolls along.
    this.#moveTo(left + scrollX, Math.max(MARGIN_PX, top) + scrollY);
  }

  #moveTo(left: number, top: number): void {
    this.#left = left;
    this.#top = top;
    this.#bar.style.left = `${left}px`;
    this.#bar.style.top = `${top}px`;
  }

  /** Whether the bar is visible where it was put and uncovered, since the page can change its host element. */
  #isUntampered({ detail, clientX, clientY }: MouseEvent): boolean {
    const { left, top } = this.#bar.getBoundingClientRect();
    const isThere = Math.abs(left + scrollX - this.#left) <= 2 && Math.abs(top + scrollY - this.#top) <= 2;
    // A click by key has no coordinates.
    return hasInitialStyles(this.#host) && isThere && (detail === 0 || isOnTop(this.#host, clientX, clientY));
  }

  #listen(node: Node | null): void {
    const { signal } = this.#life;
    const before = placeOf(node);
    // Keeps the selection when the bar is pressed.
    this.#bar.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#bar.addEventListener('mousedown', (event) => event.preventDefault());
    captureKeys(this.#bar, (event) => this.#onKey(event));
    const away = (event: Event): void => {
      if (!event.composedPath().includes(this.#host)) this.close(true);
    };
    listenTo(document, 'pointerdown', away, { signal, capture: true });
    listenTo(
      document,
      'scroll',
      // A scrolling part of the page moves the words away. A busy browser may report scrolling from before the bar opened.
      ({ target }) => target !== document && hasMoved(node, before) && this.close(),
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
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const towards = this.#bar.dir === 'rtl' ? -step : step;
    buttons[(at + towards + buttons.length) % buttons.length]?.focus();
  }

  /** @param isDismissed whether the user closed it */
  close(isDismissed = false): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    const hadFocus = activeElementOf(document) === this.#host;
    this.#host.remove();
    if (hadFocus && this.#before !== null) focusElement(this.#before, { preventScroll: true });
    this.#onClose(isDismissed);
  }
}
