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
  onClick: () => void;
  isPrimary?: boolean;
}

/** How a block is outlined: it can be hidden (`hide`), belongs to the article (`ask`), or must not be hidden (`no`). */
export type OutlineKind = 'hide' | 'ask' | 'no';

const OUTLINE_COLOURS: Record<OutlineKind, string> = {
  hide: PALETTE.accent[0],
  ask: '#a3530a',
  no: PALETTE['ink-2'][0],
};
const SHIELD_STYLE = 'position:fixed;inset:0;pointer-events:auto;cursor:crosshair;touch-action:auto;';
const BAR_STYLE =
  `${FLOATING_BOX_STYLE}position:fixed;left:50%;bottom:max(16px,env(safe-area-inset-bottom));transform:translateX(-50%);` +
  'width:min(640px,calc(100vw - 24px));pointer-events:auto;display:flex;flex-wrap:wrap;align-items:center;' +
  `gap:10px 16px;padding:12px 16px;font:400 14px/1.4 ${FONT};outline:none;`;
const BUTTON_STYLE =
  `min-height:36px;padding:0 12px;font:500 14px/36px ${FONT};border:1px solid ${lightDark('rule')};` +
  `color:${lightDark('ink')};white-space:nowrap;outline-offset:2px;`;
const PRIMARY_BUTTON_STYLE = `${BUTTON_STYLE}background:${lightDark('accent')};border-color:transparent;color:${lightDark('on-accent')};`;

/** The user interface of the picker in the page. */
export class PickerView {
  readonly host: HTMLDivElement;
  readonly shield: HTMLDivElement;
  readonly #root: ShadowRoot;
  readonly #outline: HTMLDivElement;
  readonly #bar: HTMLDivElement;
  readonly #message: HTMLDivElement;
  readonly #note: HTMLDivElement;
  readonly #buttonRow: HTMLDivElement;
  #buttons: HTMLButtonElement[] = [];

  constructor(title: string, direction: Direction, theme: Theme) {
    const createBox = (style: string): HTMLDivElement => {
      const element = createElementIn(document, 'div');
      element.style.cssText = style;
      return element;
    };
    this.host = createOverlayHost(FULL_WINDOW_STYLE, theme);
    this.#root = this.host.attachShadow({ mode: 'closed' });
    this.shield = createBox(SHIELD_STYLE);
    this.#outline = createBox('display:none;');
    this.#bar = createBox(BAR_STYLE);
    this.#bar.dir = direction;
    this.#bar.tabIndex = -1;
    this.#bar.setAttribute('role', 'dialog');
    this.#bar.setAttribute('aria-label', title);
    const text = createBox('flex:1 1 200px;min-width:0;');
    this.#message = createBox('font-weight:600;overflow-wrap:anywhere;');
    this.#message.setAttribute('role', 'status');
    this.#note = createBox(`color:${lightDark('ink-2')};font-size:13px;`);
    this.#buttonRow = createBox('display:flex;flex-wrap:wrap;gap:8px;');
    text.append(this.#message, this.#note);
    this.#bar.append(text, this.#buttonRow);
    this.#root.append(this.shield, this.#outline, this.#bar);
    showOverlay(this.host);
    this.#bar.focus({ preventScroll: true });
  }

  showMessage(message: string, note: string, buttons: readonly BarButton[]): void {
    this.#message.textContent = message;
    this.#note.textContent = note;
    this.#note.style.display = note === '' ? 'none' : 'block';
    const focused = this.#buttons[this.#focusedIndex()]?.textContent;
    this.#buttons = buttons.map(({ label, onClick, isPrimary }) => {
      const button = createButton(isPrimary ? PRIMARY_BUTTON_STYLE : BUTTON_STYLE, label);
      button.addEventListener('click', onClick);
      button.addEventListener('focus', () => {
        if (!button.matches(':focus-visible')) button.style.outline = 'none';
      });
      return button;
    });
    this.#buttonRow.replaceChildren(...this.#buttons);
    // Keeps the focus on the same button. If it is gone, focuses the bar, so that Enter can't click another button.
    const sameButton = this.#buttons.find(({ textContent }) => textContent === focused);
    (sameButton ?? this.#bar).focus({ preventScroll: true });
  }

  #focusedIndex(): number {
    return this.#buttons.indexOf(this.#root.activeElement as HTMLButtonElement);
  }

  /** Moves the focus to the next or previous button, cyclically, so that it stays in the bar. */
  moveFocus(step: 1 | -1): void {
    const count = this.#buttons.length;
    const index = this.#focusedIndex();
    this.#buttons[(index < 0 ? (step > 0 ? 0 : count - 1) : index + step + count) % count]?.focus();
  }

  /** Whether one of our buttons has the focus, so that Enter clicks it. */
  isButtonFocused(): boolean {
    return this.#focusedIndex() >= 0;
  }

  /** Outlines a block and dims the rest of the page; null removes the outline. */
  outline(block: Element | null, kind: OutlineKind): void {
    if (block === null) {
      this.#outline.style.display = 'none';
      return;
    }
    const { left, top, width, height } = boundingRectOf(block);
    this.#outline.style.cssText =
      `position:fixed;pointer-events:none;box-sizing:border-box;border-radius:4px;left:${left - 3}px;top:${top - 3}px;` +
      `width:${width + 6}px;height:${height + 6}px;border:3px ${kind === 'hide' ? 'solid' : 'dashed'} ${OUTLINE_COLOURS[kind]};` +
      `background:${kind === 'hide' ? 'rgb(36 64 196/.14)' : 'none'};` +
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
