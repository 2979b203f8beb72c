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

/** Distance from the edges of the window, and tolerance for a page's own zoom, in CSS px. */
const MARGIN_PX = 12;
const TOLERANCE_PX = 12;

/** Whether a toast is in its corner. */
function isInCorner({ top, left, right }: DOMRect, dir: Direction): boolean {
  const root = documentElementOf(document);
  const fromEnd = dir === 'rtl' ? left : (root === null ? 0 : clientWidthOf(root)) - right;
  return Math.abs(top - MARGIN_PX) <= TOLERANCE_PX && Math.abs(fromEnd - MARGIN_PX) <= TOLERANCE_PX;
}

/**
 * Shows a toast over the page. Buttons react only after the toast has been visible as designed for a moment, because a page
 * can change the host and could redirect a click that was meant for something else.
 *
 * @param life ends with the toast, and ends it
 */
export function showInPage(toast: PageToast, life: AbortController): void {
  const { text, isBad, token, buttons, takesFocus, dir, theme, stay } = toast;
  const before = activeElementOf(document);
  const host = createOverlayHost(FULL_WINDOW_STYLE, theme);
  const words = createElementIn(document, 'div');
  words.dir = dir;
  words.style.cssText =
    `${FLOATING_BOX_STYLE}position:fixed;inset-block-start:12px;inset-inline-end:12px;max-width:min(380px,calc(100vw - 24px));` +
    `padding:12px 16px;white-space:pre-line;overflow-wrap:anywhere;font:500 14px/1.4 ${FONT};` +
    (isBad ? `color:${lightDark('danger')};` : '');
  const name = createElementIn(document, 'div');
  name.textContent = 'Offprint';
  name.style.cssText = `color:${lightDark('ink-2')};font-size:12px;font-weight:400;`;
  const said = createElementIn(document, 'div');
  said.setAttribute('role', 'status');
  words.append(name, said);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => life.abort();
  life.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    const hadFocus = shadow.activeElement !== null;
    host.remove();
    if (hadFocus && before !== null) focusElement(before, { preventScroll: true });
  });
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(close, stay);
  };
  const row = createElementIn(document, 'div');
  row.style.cssText =
    'display:flex;flex-wrap:wrap;gap:4px 16px;margin-block-start:6px;pointer-events:auto;white-space:normal;';
  const made = buttons.map(({ act, label }) => {
    const button = createButton(
      `padding:4px 0;color:${lightDark('accent')};font-weight:600;outline-offset:3px;`,
      label,
    );
    button.onclick = (event) => {
      // Ignores clicks made by the page's scripts.
      if (!event.isTrusted || !watch.isSafeToClick) return;
      close();
      notifyBackground('toast/act', { token, act });
    };
    return button;
  });
  row.append(...made);
  if (made.length > 0) {
    words.append(row);
    words.style.pointerEvents = 'auto';
    words.onpointerenter = () => clearTimeout(timer);
    words.onpointerleave = wait;
    words.addEventListener('focusin', () => clearTimeout(timer));
    words.addEventListener('focusout', wait);
    captureKeys(words, ({ key }) => key === 'Escape' && close());
  }
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.append(words);
  showOverlay(host);
  const watch = new ClickjackingGuard(host, words, (rect) => isInCorner(rect, dir), life.signal);
  // Screen readers announce text that is added to an existing live region.
  setTimeout(() => {
    said.textContent = text;
  });
  // Under a modal dialog of the page it can't get the focus, so it disappears as usual.
  wait();
  // A second Enter by mistake must not undo anything.
  const onward = buttons.findIndex(({ act }) => act !== 'undo' && act !== 'undoNewer');
  if (takesFocus) made[Math.max(onward, 0)]?.focus();
}
