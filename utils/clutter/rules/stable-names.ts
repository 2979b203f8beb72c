/** Extracts names of elements that are likely to be the same at the next visit. */
import { attributeOf, getAttribute } from '../../page/element-access.ts';

/** Matches names of states and positions. */
const STATE_NAME =
  /^(is|has|js|no|ng|wf|animate|animated)-|^(in|on|off|open|opened|closed|close|active|inactive|visible|invisible|hidden|hide|show|shown|current|selected|loaded|loading|lazy|lazyload|lazyloaded|sticky|stuck|fixed|enter|leave|fade|fadein|first|last|odd|even|row|col|clearfix|wrapper|container|inner|outer|left|right|center|block|box|item|content|section)$/i;
/** Matches utility classes for styling: `mt-4`, `md:w-1/2`, `flex`. */
const UTILITY_CLASS =
  /[:/[\]!]|^-?(m|p|mx|my|mt|mb|ml|mr|px|py|pt|pb|pl|pr|w|h|min|max|gap|top|bottom|left|right|inset|z|text|font|leading|bg|border|rounded|shadow|opacity|flex|grid|col|row|items|justify|self|space|order|d|float|u)-[\w.-]+$|^(flex|grid|inline|absolute|relative|fixed|sticky|static|hidden|uppercase|italic|bold|truncate|underline)$/;
/** Matches characters that authors don't use in names. */
const UNUSUAL_CHARACTER = /[^\w.:/[\]!\u0080-\uffff-]/;
/** Limits for a name (characters) and for the number of names. */
const MAX_LENGTH = 48;
const MAX_NAMES = 8;

/** Whether a part of a name looks generated, such as a hash or a counter. */
function isGenerated(piece: string): boolean {
  const digits = piece.replace(/\D/g, '').length;
  if (digits >= 3 || (digits > 0 && digits >= piece.length / 3)) return true;
  // Alternating letters and digits, no vowels, or several capitals within a word
  if (/[a-z]\d[a-z]/i.test(piece)) return true;
  if (piece.length >= 5 && !/[aeiouy\u0080-\uffff]/i.test(piece)) return true;
  return piece.length >= 5 && (piece.match(/[a-z][A-Z](?=[A-Z]|[a-z]?$)/g) ?? []).length >= 1;
}

/**
 * Returns a class name, id or test attribute without the parts that build tools generate. For example, `Promo_box__x7Gh2`
 * becomes `Promo_box`, and `css-1ab2c3` becomes empty.
 */
export function extractStablePart(name: string): string {
  if (
    name.length > MAX_LENGTH ||
    UNUSUAL_CHARACTER.test(name) ||
    STATE_NAME.test(name) ||
    UTILITY_CLASS.test(name)
  )
    return '';
  const pieces = name.split(/([-_]+)/);
  while (pieces.length > 0) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && !/^[-_]+$/.test(last) && !isGenerated(last)) break;
    pieces.pop();
  }
  // A hash in the middle can't be cut off.
  if (pieces.some((piece) => !/^[-_]*$/.test(piece) && isGenerated(piece))) return '';
  const stable = pieces.join('');
  return stable.length >= 3 && !/^(css|sc|jsx|jss|svelte|styled|chakra|mui|emotion)$/i.test(stable)
    ? stable
    : '';
}

/** Normalises a label for screen readers; `''` if it is short or contains a number, which may be a counter. */
function normaliseLabel(label: string): string {
  const normalised = label.trim().replace(/\s+/g, ' ').toLowerCase();
  return /^[\p{L} -]{4,}$/u.test(normalised) ? normalised : '';
}

const NAME_ATTRIBUTES = [
  'data-testid',
  'data-test',
  'data-component',
  'data-module',
  'data-block',
  'name',
  'aria-label',
];

/**
 * Lists the stable names of an element: `#id`, `.class`, `@attribute=value`, `@role=value`.
 *
 * @returns at most eight distinct names, the id first
 */
export function listStableNames(element: Element): string[] {
  const names = new Set<string>();
  const id = extractStablePart(attributeOf(element, 'id'));
  if (id !== '') names.add(`#${id}`);
  for (const attribute of NAME_ATTRIBUTES) {
    const value = getAttribute(element, attribute);
    if (value === null || value.length > MAX_LENGTH) continue;
    const part = attribute === 'aria-label' ? normaliseLabel(value) : extractStablePart(value);
    if (part !== '') names.add(`@${attribute}=${part}`);
  }
  const role = getAttribute(element, 'role');
  if (role !== null && /^[a-z]{3,20}$/.test(role)) names.add(`@role=${role}`);
  for (const word of attributeOf(element, 'class').split(/\s+/)) {
    const part = extractStablePart(word);
    if (part !== '') names.add(`.${part}`);
    if (names.size >= MAX_NAMES) break;
  }
  return [...names].slice(0, MAX_NAMES);
}
