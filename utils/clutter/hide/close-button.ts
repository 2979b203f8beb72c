import { documentOf, focusedIn, holds, queryWithin } from '../../page/dom-access.ts';
import {
  attributeOf,
  hasAttribute,
  isLike,
  nameOf,
  pressElement,
  readAttribute,
  sendEvent,
} from '../../page/element-access.ts';
import { goesElsewhere } from '../find/passable-box.ts';
import { readWords } from '../find/read-words.ts';
import { foldText } from '../phrases/match-phrases.ts';
import { rootIn } from './page-layers.ts';

const CONTROLS = 'button, a, input, [role="button"], [tabindex], [onclick], [class*="close" i]';
/** Limits of elements and shadow roots examined in a modal. */
const MAX_ELEMENTS = 500;
const MAX_ROOTS = 20;

/** Symbols for closing. */
const SIGNS = /^[×✕✖✗╳⨯🗙xX]$/u;
/** Names for close buttons in markup, in any language. */
const NAMES =
  /(^|[^a-z])(close|dismiss|closer)([^a-z]|$)|close(btn|button|icon|modal|popup)|(btn|button|modal|popup|icon)close/i;
/** Labels of close buttons, in the supported languages. */
const WORDS = new Set(
  [
    'close',
    'dismiss',
    'no thanks',
    'no thank you',
    'not now',
    'maybe later',
    'skip',
    'schließen',
    'schliessen',
    'nein danke',
    'fermer',
    'non merci',
    'cerrar',
    'no gracias',
    'fechar',
    'não obrigado',
    'chiudi',
    'no grazie',
    'sluiten',
    'nee bedankt',
    'zamknij',
    'nie dziękuję',
    'zavřít',
    'stäng',
    'nej tack',
    'lukk',
    'luk',
    'nei takk',
    'sulje',
    'kapat',
    'закрыть',
    'закрити',
    'إغلاق',
    '閉じる',
    '关闭',
    '關閉',
    '닫기',
  ].map(foldText),
); // prettier-ignore

/** How likely a control closes its container; 0 for no indication. */
function rateControl(control: Element): number {
  if (goesElsewhere(control)) return 0;
  const label = readAttribute(control, 'aria-label') ?? readAttribute(control, 'title') ?? '';
  const words = readWords(control, 40) || attributeOf(control, 'value');
  if (SIGNS.test(words)) return 4;
  if ([label, words].some((text) => text !== '' && WORDS.has(foldText(text)))) return 3;
  if (hasAttribute(control, 'data-dismiss') || hasAttribute(control, 'data-bs-dismiss')) return 3;
  const names = ['class', 'id', 'aria-label', 'data-action', 'data-testid'];
  return NAMES.test(names.map((name) => attributeOf(control, name)).join(' ')) && words.length < 20 ? 2 : 0;
}

/** The control with which a user would close a modal; null if there is none without other effects. */
export function findCloseButton(modal: Element): Element | null {
  const places: ParentNode[] = [modal];
  const enter = (host: Element): void => {
    const root = nameOf(host).includes('-') && places.length < MAX_ROOTS ? rootIn(host) : null;
    if (root !== null) places.push(root);
  };
  enter(modal);
  let best: Element | null = null;
  let rate = 0;
  for (const place of places) {
    const inside = queryWithin(place, '*');
    for (let i = 0; i < inside.length && i < MAX_ELEMENTS; i++) {
      const control = inside[i] as Element;
      enter(control);
      const found = isLike(control, CONTROLS) ? rateControl(control) : 0;
      if (found > rate) [best, rate] = [control, found];
    }
  }
  return best;
}

/** Clicks the button or, if there is none, presses Escape. */
export function pressClose(modal: Element, button: Element | null): void {
  if (button !== null) {
    pressElement(button);
    return;
  }
  const focused = focusedIn(documentOf(modal));
  const target = focused !== null && holds(modal, focused) ? focused : modal;
  const key = { key: 'Escape', code: 'Escape', keyCode: 27, bubbles: true, cancelable: true, composed: true };
  sendEvent(target, new KeyboardEvent('keydown', key));
  sendEvent(target, new KeyboardEvent('keyup', key));
}
