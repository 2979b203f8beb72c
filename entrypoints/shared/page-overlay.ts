/**
 * Creates our overlays in web pages. Their host element gets a closed shadow root, so that the page's styles and scripts
 * can't affect them. Styles are inline, because the page's content security policy may block style sheets.
 */
import { lightDark } from '../../utils/look/palette.ts';
import { appendTo, createElementIn, documentElementOf } from '../../utils/page/dom-access.ts';
import type { Theme } from '../../utils/settings/schema.ts';

const HOST_STYLE =
  'all:initial!important;margin:0!important;padding:0!important;border:0!important;background:none!important;' +
  'display:block!important;visibility:visible!important;opacity:1!important;overflow:visible!important;' +
  'z-index:2147483647!important;transform:none!important;filter:none!important;';

/** CSS of a host that covers the window and ignores the pointer. */
export const FULL_WINDOW_STYLE =
  'position:fixed!important;inset:0!important;width:auto!important;height:auto!important;pointer-events:none!important;';

export const FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif';

/** CSS of a box that floats over the page. */
export const FLOATING_BOX_STYLE =
  `box-sizing:border-box;border:1px solid ${lightDark('rule')};border-radius:10px;` +
  `background:${lightDark('raised')};color:${lightDark('ink')};` +
  'box-shadow:0 1px 2px rgb(0 0 0/.08),0 8px 28px rgb(0 0 0/.24);';

/** @param positionStyle CSS that positions the host */
export function createOverlayHost(positionStyle: string, theme: Theme): HTMLDivElement {
  const host = createElementIn(document, 'div');
  host.style.cssText = HOST_STYLE + positionStyle;
  const scheme = theme === 'dark' || theme === 'light' ? theme : 'light dark';
  host.style.setProperty('color-scheme', scheme, 'important');
  return host;
}

/** Shows a host in the top layer of the page, above open dialogs. */
export function showOverlay(
  host: HTMLDivElement,
  parent: Element | null = documentElementOf(document),
): void {
  if (parent !== null) appendTo(parent, host);
  host.popover = 'manual';
  host.showPopover();
}

export function createButton(style: string, label = ''): HTMLButtonElement {
  const button = createElementIn(document, 'button');
  button.type = 'button';
  button.textContent = label;
  button.style.cssText = `all:unset;box-sizing:border-box;cursor:pointer;border-radius:6px;${style}`;
  button.addEventListener('focus', () => {
    button.style.outline = `2px solid ${lightDark('accent')}`;
  });
  button.addEventListener('blur', () => {
    button.style.outline = 'none';
  });
  return button;
}

/** Hides key events in an overlay from the page. */
export function captureKeys(host: HTMLDivElement, onKeyDown: (event: KeyboardEvent) => void): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    host.addEventListener(type, (event) => {
      event.stopPropagation();
      if (type === 'keydown') onKeyDown(event);
    });
  }
}
