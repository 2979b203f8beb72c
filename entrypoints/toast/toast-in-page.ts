import { lightDark } from '../../utils/look/palette.ts';
import type { PageToast } from '../../utils/messaging/protocol.ts';
import { notifyBackground } from '../../utils/messaging/tab-side.ts';
import { ClickjackingGuard } from '../../utils/page/clickjacking-guard.ts';
import { activeElementOf, createElementIn, documentElementOf } from '../../utils/page/dom-access.ts';
import { clientWidthOf, focusElement } from '../../utils/page/element-access.ts';
import type { Direction } from '../../utils/text/text-direction.ts';
import {
  captureKeys,
  createButton,
  createOverlayHost,
  FLOATING_BOX_STYLE,
  FONT,
  FULL_WINDOW_STYLE,
  showOverlay,
} from '../shared/page-overlay.ts';

/** Distance from the edges of the viewport, and tolerance for zoom set by the page, in CSS px. */
const MARGIN_PX = 12;
const TOLERANCE_PX = 12;

/** Whether a toast is in its corner of the viewport. */
function isInCorner({ top, left, right }: DOMRect, dir: Direction): boolean {
  const root = documentElementOf(document);
  const distanceFromEnd = dir === 'rtl' ? left : (root === null ? 0 : clientWidthOf(root)) - right;
  return Math.abs(top - MARGIN_PX) <= TOLERANCE_PX && Math.abs(distanceFromEnd - MARGIN_PX) <= TOLERANCE_PX;
}

/**
 * Shows a toast over the page. Buttons react only after the toast has been visible and unaltered for a moment, as a protection
 * against clickjacking.
 *
 * @param life removes the toast when aborted; is aborted when the toast disappears
 */
export function showInPage(toast: PageToast, life: AbortController): void {
  const { text, isBad, token, buttons, takesFocus, dir, theme, stay } = toast;
  const focusedBefore = activeElementOf(document);
  const host = createOverlayHost(FULL_WINDOW_STYLE, theme);
  const box = createElementIn(document, 'div');
  box.dir = dir;
  box.style.cssText =
    `${FLOATING_BOX_STYLE}position:fixed;inset-block-start:12px;inset-inline-end:12px;max-width:min(380px,calc(100vw - 24px));` +
    `padding:12px 16px;white-space:pre-line;overflow-wrap:anywhere;font:500 14px/1.4 ${FONT};` +
    (isBad ? `color:${lightDark('danger')};` : '');
  const name = createElementIn(document, 'div');
  name.textContent = 'Offprint';
  name.style.cssText = `color:${lightDark('ink-2')};font-size:12px;font-weight:400;`;
  const message = createElementIn(document, 'div');
  message.setAttribute('role', 'status');
  box.append(name, message);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => life.abort();
  life.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    const hadFocus = shadow.activeElement !== null;
    host.remove();
    if (hadFocus && focusedBefore !== null) focusElement(focusedBefore, { preventScroll: true });
  });
  const startTimer = (): void => {
    clearTimeout(timer);
    timer = setTimeout(close, stay);
  };
  const row = createElementIn(document, 'div');
  row.style.cssText =
    'display:flex;flex-wrap:wrap;gap:4px 16px;margin-block-start:6px;pointer-events:auto;white-space:normal;';
  const buttonElements = buttons.map(({ act, label }) => {
    const button = createButton(
      `padding:4px 0;color:${lightDark('accent')};font-weight:600;outline-offset:3px;`,
      label,
    );
    button.onclick = (event) => {
      // Ignores clicks made by the page's scripts.
      if (!event.isTrusted || !guard.isSafeToClick(button)) return;
      close();
      notifyBackground('toast/act', { token, act });
    };
    return button;
  });
  row.append(...buttonElements);
  if (buttonElements.length > 0) {
    box.append(row);
    box.style.pointerEvents = 'auto';
    box.onpointerenter = () => clearTimeout(timer);
    box.onpointerleave = startTimer;
    box.addEventListener('focusin', () => clearTimeout(timer));
    box.addEventListener('focusout', startTimer);
    captureKeys(box, ({ key }) => key === 'Escape' && close());
  }
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.append(box);
  showOverlay(host);
  const guard = new ClickjackingGuard(host, box, (rect) => isInCorner(rect, dir), life.signal);
  // Screen readers announce text that is added to an existing live region.
  setTimeout(() => {
    message.textContent = text;
  });
  // Started in any case: under a modal dialog of the page, the toast can't get the focus.
  startTimer();
  // Doesn't focus a button for undoing if there is another one, because the user may press Enter twice by mistake.
  const firstNonUndo = buttons.findIndex(({ act }) => act !== 'undo' && act !== 'undoNewer');
  if (takesFocus) buttonElements[Math.max(firstNonUndo, 0)]?.focus();
}
