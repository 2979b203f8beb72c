/** Names of elements that are likely to exist at the next visit. */
import { attributeOf, readAttribute } from '../../page/element-access.ts';

/** Names of states and positions. */
const PASSING =
  /^(is|has|js|no|ng|wf|animate|animated)-|^(in|on|off|open|opened|closed|close|active|inactive|visible|invisible|hidden|hide|show|shown|current|selected|loaded|loading|lazy|lazyload|lazyloaded|sticky|stuck|fixed|enter|leave|fade|fadein|first|last|odd|even|row|col|clearfix|wrapper|container|inner|outer|left|right|center|block|box|item|content|section)$/i;
/** Utility classes for styling: `mt-4`, `md:w-1/2`, `flex`. */
const LOOKS =
  /[:/[\]!]|^-?(m|p|mx|my|mt|mb|ml|mr|px|py|pt|pb|pl|pr|w|h|min|max|gap|top|bottom|left|right|inset|z|text|font|leading|bg|border|rounded|shadow|opacity|flex|grid|col|row|items|justify|self|space|order|d|float|u)-[\w.-]+$|^(flex|grid|inline|absolute|relative|fixed|sticky|static|hidden|uppercase|italic|bold|truncate|underline)$/;
/** Characters that authors do not use in names. */
const ODD = /[^\w.:/[\]!\u0080-\uffff-]/;
const MAX_LENGTH = 48;
const MAX_NAMES = 8;

/** Whether part of a name is generated: a hash, a counter, an address. */
function isMadeUp(piece: string): boolean {
  const digits = piece.replace(/\D/g, '').length;
  if (digits >= 3 || (digits > 0 && digits >= piece.length / 3)) return true;
  // Alternating letters and digits, repeated capitals within a word, or no vowels.
  if (/[a-z]\d[a-z]/i.test(piece)) return true;
  if (piece.length >= 5 && !/[aeiouy\u0080-\uffff]/i.test(piece)) return true;
  return piece.length >= 5 && (piece.match(/[a-z][A-Z](?=[A-Z]|[a-z]?$)/g) ?? []).length >= 1;
}

/**
 * The stable part of a class name, id or test hook, without parts that build tools generate: `Promo_box__x7Gh2` becomes
 * `Promo_box`, `css-1ab2c3` becomes empty.
 */
export function stablePart(name: string): string {
  if (name.length > MAX_LENGTH || ODD.test(name) || PASSING.test(name) || LOOKS.test(name)) return '';
  const pieces = name.split(/([-_]+)/);
  while (pieces.length > 0) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && !/^[-_]+$/.test(last) && !isMadeUp(last)) break;
    pieces.pop();
  }
  // A hash in the middle can't be cut off.
  if (pieces.some((piece) => !/^[-_]*$/.test(piece) && isMadeUp(piece))) return '';
  const kept = pieces.join('');
  return kept.length >= 3 && !/^(css|sc|jsx|jss|svelte|styled|chakra|mui|emotion)$/i.test(kept) ? kept : '';
}

/** A label for screen readers without numbers, which may be counters. */
function foldLabel(label: string): string {
  const folded = label.trim().replace(/\s+/g, ' ').toLowerCase();
  return /^[\p{L} -]{4,}$/u.test(folded) ? folded : '';
}

const HOOKS = [
  'data-testid',
  'data-test',
  'data-component',
  'data-module',
  'data-block',
  'name',
  'aria-label',
];

/**
 * The stable names of an element: `#id`, `.class`, `@hook=value`, `@role=value`.
 *
 * @returns at most eight different ones, the id first
 */
export function stableNames(element: Element): string[] {
  const names = new Set<string>();
  const id = stablePart(attributeOf(element, 'id'));
  if (id !== '') names.add(`#${id}`);
  for (const hook of HOOKS) {
    const value = readAttribute(element, hook);
    if (value === null || value.length > MAX_LENGTH) continue;
    const part = hook === 'aria-label' ? foldLabel(value) : stablePart(value);
    if (part !== '') names.add(`@${hook}=${part}`);
  }
  const role = readAttribute(element, 'role');
  if (role !== null && /^[a-z]{3,20}$/.test(role)) names.add(`@role=${role}`);
  for (const word of attributeOf(element, 'class').split(/\s+/)) {
    const part = stablePart(word);
    if (part !== '') names.add(`.${part}`);
    if (names.size >= MAX_NAMES) break;
  }
  return [...names].slice(0, MAX_NAMES);
}
