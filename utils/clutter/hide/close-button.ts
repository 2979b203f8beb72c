import { activeElementOf, containsNode, documentOf, queryWithin } from '../../page/dom-access.ts';
import {
  attributeOf,
  clickElement,
  dispatchTo,
  getAttribute,
  hasAttribute,
  localNameOf,
  matchesSelector,
} from '../../page/element-access.ts';
import { submitsOrNavigates } from '../find/passable-box.ts';
import { readWords } from '../find/read-words.ts';
import { foldText } from '../phrases/match-phrases.ts';
import { accessibleShadowRootOf } from './page-layers.ts';

const CONTROLS = 'button, a, input, [role="button"], [tabindex], [onclick], [class*="close" i]';
/** Maximum numbers of elements per tree, and of trees (the modal and shadow roots), that are examined. */
const MAX_ELEMENTS = 500;
const MAX_TREES = 20;

/** Symbols on close buttons. */
const CLOSE_SYMBOL = /^[×✕✖✗╳⨯🗙xX]$/u;
/** Names of close buttons in markup, which are English on sites in any language. */
const CLOSE_NAME =
  /(^|[^a-z])(close|dismiss|closer)([^a-z]|$)|close(btn|button|icon|modal|popup)|(btn|button|modal|popup|icon)close/i;
/** Labels of close buttons, in the supported languages. */
const CLOSE_LABELS = new Set(
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

/** Rates how likely a control closes its container: from 0 (no evidence) to 4. */
function rateControl(control: Element): number {
  if (submitsOrNavigates(control)) return 0;
  const label = getAttribute(control, 'aria-label') ?? getAttribute(control, 'title') ?? '';
  const words = readWords(control, 40) || attributeOf(control, 'value');
  if (CLOSE_SYMBOL.test(words)) return 4;
  if ([label, words].some((text) => text !== '' && CLOSE_LABELS.has(foldText(text)))) return 3;
  if (hasAttribute(control, 'data-dismiss') || hasAttribute(control, 'data-bs-dismiss')) return 3;
  const names = ['class', 'id', 'aria-label', 'data-action', 'data-testid'];
  return CLOSE_NAME.test(names.map((name) => attributeOf(control, name)).join(' ')) && words.length < 20
    ? 2
    : 0;
}

/** Finds the control with which a user would close a modal; null if there is none without other effects. */
export function findCloseButton(modal: Element): Element | null {
  const trees: ParentNode[] = [modal];
  const addTreeOf = (host: Element): void => {
    const root =
      localNameOf(host).includes('-') && trees.length < MAX_TREES ? accessibleShadowRootOf(host) : null;
    if (root !== null) trees.push(root);
  };
  addTreeOf(modal);
  let best: Element | null = null;
  let bestRating = 0;
  for (const tree of trees) {
    const inside = queryWithin(tree, '*');
    for (let i = 0; i < inside.length && i < MAX_ELEMENTS; i++) {
      const control = inside[i] as Element;
      addTreeOf(control);
      const rating = matchesSelector(control, CONTROLS) ? rateControl(control) : 0;
      if (rating > bestRating) [best, bestRating] = [control, rating];
    }
  }
  return best;
}

/** Clicks the button or, if it is null, sends the Escape key to the modal. */
export function closeModalBy(modal: Element, button: Element | null): void {
  if (button !== null) {
    clickElement(button);
    return;
  }
  const focused = activeElementOf(documentOf(modal));
  const target = focused !== null && containsNode(modal, focused) ? focused : modal;
  const key = { key: 'Escape', code: 'Escape', keyCode: 27, bubbles: true, cancelable: true, composed: true };
  dispatchTo(target, new KeyboardEvent('keydown', key));
  dispatchTo(target, new KeyboardEvent('keyup', key));
}
