import { lightDark, PALETTE } from '../../utils/look/palette.ts';
import { createElementIn } from '../../utils/page/dom-access.ts';
import { boundingRectOf } from '../../utils/page/element-access.ts';
import type { Theme } from '../../utils/settings/schema.ts';
import type { Direction } from '../../utils/text/text-direction.ts';
import {
  createButton,
  createOverlayHost,
  FLOATING_BOX_STYLE,
  FONT,
  FULL_WINDOW_STYLE,
  showOverlay,
} from '../shared/page-overlay.ts';

export interface BarButton {
  label: string;
  act: () => void;
  isMain?: boolean;
}

/** How a block is outlined: it can be hidden, belongs to the article, or must not be hidden. */
export type Tone = 'hide' | 'ask' | 'no';

const TONES: Record<Tone, string> = { hide: PALETTE.accent[0], ask: '#a3530a', no: PALETTE['ink-2'][0] };
const SHIELD = 'position:fixed;inset:0;pointer-events:auto;cursor:crosshair;touch-action:auto;';
const BAR =
  `${FLOATING_BOX_STYLE}position:fixed;left:50%;bottom:max(16px,env(safe-area-inset-bottom));transform:translateX(-50%);` +
  'width:min(640px,calc(100vw - 24px));pointer-events:auto;display:flex;flex-wrap:wrap;align-items:center;' +
  `gap:10px 16px;padding:12px 16px;font:400 14px/1.4 ${FONT};outline:none;`;
const BUTTON =
  `min-height:36px;padding:0 12px;font:500 14px/36px ${FONT};border:1px solid ${lightDark('rule')};` +
  `color:${lightDark('ink')};white-space:nowrap;outline-offset:2px;`;
const MAIN_BUTTON = `${BUTTON}background:${lightDark('accent')};border-color:transparent;color:${lightDark('on-accent')};`;

/** What the picker puts into a page. */
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

  constructor(title: string, direction: Direction, theme: Theme) {
    const make = (style: string): HTMLDivElement => {
      const element = createElementIn(document, 'div');
      element.style.cssText = style;
      return element;
    };
    this.host = createOverlayHost(FULL_WINDOW_STYLE, theme);
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
    this.#note = make(`color:${lightDark('ink-2')};font-size:13px;`);
    this.#buttons = make('display:flex;flex-wrap:wrap;gap:8px;');
    text.append(this.#words, this.#note);
    this.#bar.append(text, this.#buttons);
    this.#root.append(this.shield, this.#outline, this.#bar);
    showOverlay(this.host);
    this.#bar.focus({ preventScroll: true });
  }

  say(words: string, note: string, buttons: readonly BarButton[]): void {
    this.#words.textContent = words;
    this.#note.textContent = note;
    this.#note.style.display = note === '' ? 'none' : 'block';
    const focused = this.#made[this.#focusedAt()]?.textContent;
    this.#made = buttons.map(({ label, act, isMain }) => {
      const button = createButton(isMain ? MAIN_BUTTON : BUTTON, label);
      button.addEventListener('click', act);
      button.addEventListener('focus', () => {
        if (!button.matches(':focus-visible')) button.style.outline = 'none';
      });
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
    const { left, top, width, height } = boundingRectOf(block);
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
