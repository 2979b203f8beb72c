import type { ToastAct } from '../../utils/messaging/protocol.ts';
import { tellBackground } from '../../utils/messaging/tab-side.ts';
import { rootOf } from '../../utils/page/dom-access.ts';
import { clientWidthOf } from '../../utils/page/element-access.ts';
import { ShownWatch } from '../../utils/page/shown-as-designed.ts';
import type { Theme } from '../../utils/settings/schema.ts';
import type { Direction } from '../../utils/text/text-direction.ts';

/** A button in a toast; `act` is sent to the background when it is pressed. */
export interface ToastButton {
  act: ToastAct;
  label: string;
}

export interface ToastInPage {
  text: string;
  /** Secret shared with the background; see `toast-actions.ts`. */
  token: string;
  buttons: ToastButton[];
  /** After a key command: focuses the button without effects, or else the first except “Undo”. */
  takesFocus: boolean;
  dir: Direction;
  theme: Theme;
  colours: Record<'ground' | 'ink' | 'quiet' | 'rule' | 'accent', string>;
  /** How long it is shown, in ms; longer while the user points at it. */
  stay: number;
}

interface ToastWorld {
  show?: (toast: ToastInPage) => void;
  /** Closes the current toast. */
  end?: () => void;
}

/** State shared by toasts in one tab, in our isolated world. Keyed by a symbol, which elements of the page can't shadow. */
export function toastWorld(): ToastWorld {
  const holder = globalThis as unknown as Record<symbol, ToastWorld | undefined>;
  const key = Symbol.for('offprintToast');
  let world = holder[key];
  if (world === undefined) {
    world = {};
    holder[key] = world;
  }
  return world;
}

/** Distance from the edges of the window, and tolerance for a page's own zoom, in CSS px. */
const MARGIN_PX = 12;
const TOLERANCE_PX = 12;

/** Whether a toast is in its corner. */
function isInCorner({ top, left, right }: DOMRect, dir: Direction): boolean {
  const root = rootOf(document);
  const fromEnd = dir === 'rtl' ? left : (root === null ? 0 : clientWidthOf(root)) - right;
  return Math.abs(top - MARGIN_PX) <= TOLERANCE_PX && Math.abs(fromEnd - MARGIN_PX) <= TOLERANCE_PX;
}

/**
 * Shows a toast over the page, protected from its styles and scripts. Styles are inline, because the page's content
 * security policy may block style sheets. Buttons react only after the toast has been visible as designed for a moment,
 * because a page can change the host and could redirect a click that was meant for something else.
 */
export function showInPage(toast: ToastInPage): void {
  const { text, token, buttons, takesFocus, dir, theme, colours, stay } = toast;
  // Through prototypes, because elements of the page can shadow properties of the document and the global object.
  const make = <K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] =>
    Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K];
  const root = Reflect.get(Document.prototype, 'documentElement', document) as HTMLHtmlElement | null;
  const before = Reflect.get(Document.prototype, 'activeElement', document) as HTMLElement | null;
  const world = toastWorld();
  world.end?.();
  const life = new AbortController();
  const host = make('div');
  host.style.cssText =
    'all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;' +
    'margin:0!important;padding:0!important;border:0!important;background:none!important;display:block!important;' +
    'overflow:visible!important;pointer-events:none!important;z-index:2147483647!important;';
  host.style.setProperty(
    'color-scheme',
    theme === 'dark' || theme === 'light' ? theme : 'light dark',
    'important',
  );
  const words = make('div');
  words.dir = dir;
  words.style.cssText =
    'position:fixed;inset-block-start:12px;inset-inline-end:12px;box-sizing:border-box;max-width:min(380px,calc(100vw - 24px));' +
    `padding:12px 16px;border-radius:10px;border:1px solid ${colours.rule};white-space:pre-line;overflow-wrap:anywhere;` +
    `background:${colours.ground};color:${colours.ink};` +
    'box-shadow:0 1px 2px rgb(0 0 0/.08),0 8px 28px rgb(0 0 0/.24);' +
    'font:500 14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;';
  const name = make('div');
  name.textContent = 'Offprint';
  name.style.cssText = `color:${colours.quiet};font-size:12px;font-weight:400;`;
  const said = make('div');
  said.setAttribute('role', 'status');
  words.append(name, said);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(timer);
    life.abort();
    const hadFocus = shadow.activeElement !== null;
    host.remove();
    if (hadFocus && before !== null) HTMLElement.prototype.focus.call(before, { preventScroll: true });
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(close, stay);
  };
  const row = make('div');
  row.style.cssText =
    'display:flex;flex-wrap:wrap;gap:4px 16px;margin-block-start:6px;pointer-events:auto;white-space:normal;';
  const made = buttons.map(({ act, label }) => {
    const button = make('button');
    button.type = 'button';
    button.textContent = label;
    button.style.cssText =
      `all:unset;cursor:pointer;padding:4px 0;color:${colours.accent};font-weight:600;border-radius:4px;` +
      'outline-offset:3px;';
    button.onfocus = () => {
      button.style.outline = `2px solid ${colours.accent}`;
    };
    button.onblur = () => {
      button.style.outline = 'none';
    };
    button.onclick = (event) => {
      // Ignores clicks made by the page's scripts.
      if (!event.isTrusted || !watch.isSettled) return;
      close();
      tellBackground('toast/act', { token, act });
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
    // Keys for the toast must not reach the page.
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      words.addEventListener(type, (event) => {
        event.stopPropagation();
        if (type === 'keydown' && event.key === 'Escape') close();
      });
    }
  }
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.append(words);
  root?.append(host);
  // Above open dialogs.
  host.popover = 'manual';
  host.showPopover();
  const watch = new ShownWatch(host, words, (rect) => isInCorner(rect, dir), life.signal);
  // Screen readers announce text that is added to an existing live region.
  setTimeout(() => {
    said.textContent = text;
  });
  // Under a modal dialog of the page it can't get the focus, so it disappears as usual.
  wait();
  // A second Enter by mistake must not undo anything.
  const onward = buttons.findIndex(({ act }) => act !== 'undo' && act !== 'undoNewer');
  if (takesFocus) made[Math.max(onward, 0)]?.focus();
  world.end = close;
}
