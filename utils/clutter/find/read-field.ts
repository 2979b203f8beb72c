import { attributeOf, nameOf, readAttribute } from '../../page/element-access.ts';
import type { Feature, Taboo } from './weights.ts';

const EMAIL_NAME = /e-?mail|correo|courriel|пошт|^mail$/i;
const SEARCH_NAME = /search|query|^q$|^s$|such|recherche|busca|cerca|szukaj|пошук/i;

/** The address of somebody to whom a page is sent. */
const OTHERS_NAME = /target|recipient|friend|sender|source|destinat|amig[oa]|freund|empfaenger|znajom/i;

/** Far outside of what can be scrolled to. */
const OFF_SCREEN = /(?:^|[;\s])(?:left|right|top|bottom)\s*:\s*-\d{4,}px/i;

/** A field that no user can see or get to is a trap for robots, whatever it says it takes. */
function isTrap(field: Element): boolean {
  if (readAttribute(field, 'tabindex') === '-1' && readAttribute(field, 'aria-hidden') === 'true')
    return true;
  return OFF_SCREEN.test(attributeOf(field, 'style'));
}

const TYPED = new Set(['text', 'email', 'tel', 'number', 'url', 'date']);

const SUBMITS = new Set(['submit', 'image', 'button']);

/** Whether a field is a button. */
export function isSubmit(field: Element): boolean {
  return nameOf(field) === 'input' && SUBMITS.has(attributeOf(field, 'type').toLowerCase());
}

/** Whether a user writes a line into it. */
export function isTyped(field: Element): boolean {
  if (nameOf(field) !== 'input' || isTrap(field)) return false;
  return TYPED.has((readAttribute(field, 'type') ?? 'text').toLowerCase());
}

/** What a field is for, as far as it matters here. */
export function readField(field: Element): Feature | Taboo | null {
  const name = nameOf(field);
  if (isTrap(field)) return null;
  // A robot check keeps a text area that nobody writes in.
  if (name === 'textarea')
    return /captcha/i.test(attributeOf(field, 'id') + readAttribute(field, 'name')) ? null : 'longField';
  if (name !== 'input') return null;
  const type = (readAttribute(field, 'type') ?? 'text').toLowerCase();
  if (type === 'password') return 'password';
  if (type === 'search') return 'searchField';
  const isOthers = OTHERS_NAME.test(`${attributeOf(field, 'id')} ${attributeOf(field, 'name')}`);
  if (type === 'email') return isOthers ? null : 'emailField';
  if (type !== 'text' || isOthers) return null;
  const words = ['name', 'id', 'placeholder', 'aria-label', 'autocomplete'].map((a) => attributeOf(field, a));
  if (words.some((word) => EMAIL_NAME.test(word))) return 'emailField';
  return words.some((word) => SEARCH_NAME.test(word)) ? 'searchField' : null;
}
