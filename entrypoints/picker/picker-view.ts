import { lightDark, PALETTE } from '../../utils/look/palette.ts';
import { createIn, documentOf, putInto } from '../../utils/page/dom-access.ts';
import { boxOf } from '../../utils/page/element-access.ts';
import type { Theme } from '../../utils/settings/schema.ts';
import type { Direction } from '../../utils/text/text-direction.ts';

export interface BarButton {
  label: string;
  act: () => void;
  isMain?: boolean;
}

/** How a block is outlined: it can be hidden, belongs to the article, or must not be hidden. */
export type Tone = 'hide' | 'ask' | 'no';

const TONES: Record<Tone, string> = { hide: PALETTE.accent[0], ask: '#a3530a', no: PALETTE['ink-2'][0] };
/** Inline styles, because the page's content security policy may block style sheets. */
const PAPER = lightDark('raised');
const INK = lightDark('ink');
const INK_2 = lightDark('ink-2');
const RULE = lightDark('rule');
const ACCENT = lightDark('accent');
const ON_ACCENT = lightDark('on-accent');
const FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif';

const HOST =
  'all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;' +
  'margin:0!important;padding:0!important;border:0!important;background:none!important;display:block!important;' +
  'visibility:visible!important;opacity:1!important;overflow:visible!important;pointer-events:none!important;' +
  'z-index:2147483647!important;transform:none!important;filter:none!important;';
const SHIELD = 'position:fixed;inset:0;pointer-events:auto;cursor:crosshair;touch-action:auto;';
const BAR =
  `position:fixed;left:50%;bottom:max(16px,env(safe-area-inset-bottom));transform:translateX(-50%);` +
  `box-sizing:border-box;width:min(640px,calc(100vw - 24px));pointer-events:auto;` +
  `display:flex;flex-wrap:wrap;align-items:center;gap:10px 16px;padding:12px 16px;border-radius:10px;` +
  `border:1px solid ${RULE};background:${PAPER};color:${INK};font:400 14px/1.4 ${FONT};` +
  `box-shadow:0 1px 2px rgb(0 0 0/.08),0 8px 28px rgb(0 0 0/.24);outline:none;`;
const BUTTON =
  `all:unset;box-sizing:border-box;min-height:36px;padding:0 12px;border-radius:6px;cursor:pointer;` +
  `font:500 14px/36px ${FONT};border:1px solid ${RULE};color:${INK};white-space:nowrap;`;
const MAIN_BUTTON = `${BUTTON}background:${ACCENT};border-color:transparent;color:${ON_ACCENT};`;
/** The picker's elements: one host with a closed shadow root, protected from the page's styles and scripts. */
/** What the picker puts into a page: one element with a closed inside, out of reach of the page's styles and scripts. */
export class PickerView {
  readonly host: HTMLDivElement;
  readonly shield: HTMLDivElement;
  readonly #root: ShadowRoot;
  readonly #outline: HTMLDivElement;
  readonly #bar: HTMLDivElement;
  readonly #words: HTMLDivElement;
  readonly #note: HTMLDivElement;
  readonly #buttons: HTMLDivElement;
  #made: HTMLButtonElement[] = [];

  constructor(document_: Document, title: string, direction: Direction, theme: Theme) {
    const make = (style: string): HTMLDivElement => {
      const element = createIn(document_, 'div');
      element.style.cssText = style;
      return element;
    };
    this.host = make(HOST);
    this.host.style.setProperty('color-scheme', theme === 'system' ? 'light dark' : theme, 'important');
    this.#root = this.host.attachShadow({ mode: 'closed' });
    this.shield = make(SHIELD);
    this.#outline = make('display:none;');
    this.#bar = make(BAR);
    this.#bar.dir = direction;
    this.#bar.tabIndex = -1;
    this.#bar.setAttribute('role', 'dialog');
    this.#bar.setAttribute('aria-label', title);
    const text = make('flex:1 1 200px;min-width:0;');
    this.#words = make('font-weight:600;overflow-wrap:anywhere;');
    this.#words.setAttribute('role', 'status');
    this.#note = make(`color:${INK_2};font-size:13px;`);
    this.#buttons = make('display:flex;flex-wrap:wrap;gap:8px;');
    text.append(this.#words, this.#note);
    this.#bar.append(text, this.#buttons);
    this.#root.append(this.shield, this.#outline, this.#bar);
    putInto(document_, this.host);
    this.#raise();
    this.#bar.focus({ preventScroll: true });
  }

  /** Above open dialogs. */
  #raise(): void {
    if (typeof this.host.showPopover !== 'function') return;
    this.host.popover = 'manual';
    this.host.showPopover();
  }

  say(words: string, note: string, buttons: readonly BarButton[]): void {
    this.#words.textContent = words;
    this.#note.textContent = note;
    this.#note.style.display = note === '' ? 'none' : 'block';
    const focused = this.#made[this.#focusedAt()]?.textContent;
    this.#made = buttons.map(({ label, act, isMain }) => {
      const button = createIn(documentOf(this.host), 'button');
      button.type = 'button';
      button.textContent = label;
      button.style.cssText = isMain ? MAIN_BUTTON : BUTTON;
      button.addEventListener('click', act);
      const ring = (on: boolean): void => {
        button.style.outline = on && button.matches(':focus-visible') ? `2px solid ${ACCENT}` : 'none';
        button.style.outlineOffset = '2px';
      };
      button.addEventListener('focus', () => ring(true));
      button.addEventListener('blur', () => ring(false));
      return button;
    });
    this.#buttons.replaceChildren(...this.#made);
    // Keeps the focus on the same button; if it is gone, Enter must not press another one.
    const same = this.#made.find(({ textContent }) => textContent === focused);
    (same ?? this.#bar).focus({ preventScroll: true });
  }

  #focusedAt(): number {
    return this.#made.indexOf(this.#root.activeElement as HTMLButtonElement);
  }

  /** Moves the focus to the next button, cyclically, so that keys do not reach the page. */
  moveFocus(step: 1 | -1): void {
    const count = this.#made.length;
    const at = this.#focusedAt();
    this.#made[(at < 0 ? (step > 0 ? 0 : count - 1) : at + step + count) % count]?.focus();
  }

  /** Whether one of our buttons has the focus and gets Enter. */
  isOnButton(): boolean {
    return this.#focusedAt() >= 0;
  }

  /** Outlines a block and dims the rest of the page; null removes the outline. */
  outline(block: Element | null, tone: Tone): void {
    if (block === null) {
      this.#outline.style.display = 'none';
      return;
    }
    const { left, top, width, height } = boxOf(block);
    this.#outline.style.cssText =
      `position:fixed;pointer-events:none;box-sizing:border-box;border-radius:4px;left:${left - 3}px;top:${top - 3}px;` +
      `width:${width + 6}px;height:${height + 6}px;border:3px ${tone === 'hide' ? 'solid' : 'dashed'} ${TONES[tone]};` +
      `background:${tone === 'hide' ? 'rgb(36 64 196/.14)' : 'none'};` +
      'box-shadow:0 0 0 2px #fff,inset 0 0 0 1px #fff,0 0 0 9999px rgb(20 18 15/.38);';
  }

  /** Whether pointer events go to the picker or to the page. */
  setPicking(isPicking: boolean): void {
    this.shield.style.display = isPicking ? 'block' : 'none';
    if (!isPicking) this.outline(null, 'hide');
  }

  remove(): void {
    this.host.remove();
  }
}
