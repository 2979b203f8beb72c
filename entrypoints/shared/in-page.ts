/**
 * What our boxes in web pages have in common: a host element with a closed inside, out of reach of the page's styles and
 * scripts. Styles are inline, because the page's content security policy may block style sheets.
 */
import { lightDark } from '../../utils/look/palette.ts';
import { appendTo, createElementIn, documentElementOf } from '../../utils/page/dom-access.ts';
import type { Theme } from '../../utils/settings/schema.ts';

const HOST =
  'all:initial!important;margin:0!important;padding:0!important;border:0!important;background:none!important;' +
  'display:block!important;visibility:visible!important;opacity:1!important;overflow:visible!important;' +
  'z-index:2147483647!important;transform:none!important;filter:none!important;';

/** A host over the whole window, which lets the pointer through. */
export const OVER_WINDOW =
  'position:fixed!important;inset:0!important;width:auto!important;height:auto!important;pointer-events:none!important;';

export const FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif';

/** The look of a box that floats over the page. */
export const PAPER =
  `box-sizing:border-box;border:1px solid ${lightDark('rule')};border-radius:10px;` +
  `background:${lightDark('raised')};color:${lightDark('ink')};` +
  'box-shadow:0 1px 2px rgb(0 0 0/.08),0 8px 28px rgb(0 0 0/.24);';

/** @param place CSS that says where it is */
export function makeHost(place: string, theme: Theme): HTMLDivElement {
  const host = createElementIn(document, 'div');
  host.style.cssText = HOST + place;
  const scheme = theme === 'dark' || theme === 'light' ? theme : 'light dark';
  host.style.setProperty('color-scheme', scheme, 'important');
  return host;
}

/** Puts a host into the page, above open dialogs. */
export function showHost(host: HTMLDivElement, outer: Element | null = documentElementOf(document)): void {
  if (outer !== null) appendTo(outer, host);
  host.popover = 'manual';
  host.showPopover();
}

export function makeButton(style: string, label = ''): HTMLButtonElement {
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

/** Keeps keys that are pressed in a box from the page. */
export function keepKeys(box: HTMLDivElement, onKeyDown: (event: KeyboardEvent) => void): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    box.addEventListener(type, (event) => {
      event.stopPropagation();
      if (type === 'keydown') onKeyDown(event);
    });
  }
}
