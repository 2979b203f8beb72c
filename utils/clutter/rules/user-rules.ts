import { documentOf, holds, isElement, parentElementOf, queryWithin, textOf } from '../../page/dom-access.ts';
import { nameOf } from '../../page/element-access.ts';
import { readWords } from '../find/read-words.ts';
import { stableNames } from './stable-names.ts';

/** The user's decision to hide or keep a block of one site. Stored in the settings and in files. */
export interface UserRule {
  /** Unique among the rules of all sites. */
  id: string;
  action: 'hide' | 'keep';
  /** Local name of the element. */
  tag: string;
  /** Its own stable names, as `stableNames` gives them. */
  names: string[];
  /** Its named ancestors, nearest first, each as tag and names separated by spaces. */
  within: string[];
  /** Its first words, folded, with numbers as `#`. Empty for a block without words. */
  words: string[];
  /**
   * How much of the text must match: `any` if the names identify the block, `alike` if they do not, `same` for a passage of
   * the article, which must match exactly.
   */
  text: 'any' | 'alike' | 'same';
  /** Hash of the whole text (`hashText`); 0 unless `text` is `same`. */
  hash: number;
  /** Excerpt for the list of rules. */
  label: string;
  /** Time of creation in ms since 1970. */
  made: number;
}

const WORDS = 24;
const WORDS_CHARACTERS = 220;
const LABEL_LENGTH = 90;
const WITHIN = 3;
/** Minimum number of words for identification by text. */
const MIN_WORDS = 4;
/** Share of a rule's names that must match. */
const NAMES_ALONE = 0.75;
const NAMES_WITH_TEXT = 0.5;
/** Minimum Jaccard index of the words. */
const ALIKE = 0.5;
const ALIKE_WITHOUT_NAMES = 0.85;
/** Limit of elements whose words are compared if names are missing. */
const MAX_TEXTS_READ = 1500;
/** Maximum number of blocks that one rule hides per page. */
const MAX_MATCHES = 40;

/** The first words of a text, which identify a block. */
export function foldWords(text: string): string[] {
  const words = text
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.slice(0, WORDS).map((word) => (/^\p{N}+$/u.test(word) ? '#' : word));
}

/** FNV-1a over the text with folded white space, as an unsigned 32-bit number. */
export function hashText(text: string): number {
  const folded = text.replace(/\s+/g, ' ').trim();
  let hash = 0x811c9dc5;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function describePlace(element: Element): string[] {
  const places: string[] = [];
  for (let at = parentElementOf(element); at !== null && places.length < WITHIN; at = parentElementOf(at)) {
    if (nameOf(at) === 'body' || nameOf(at) === 'html') break;
    // Spaces in labels would be separators.
    const names = stableNames(at).filter((name) => !name.includes(' '));
    if (names.length > 0 || /^(aside|footer|header|nav|section|form|main)$/.test(nameOf(at))) {
      places.push([nameOf(at), ...names].join(' '));
    }
  }
  return places;
}

/** Share of `wanted` contained in `there`; 1 if nothing is wanted. */
function share(wanted: readonly string[], there: readonly string[]): number {
  if (wanted.length === 0) return 1;
  return wanted.filter((one) => there.includes(one)).length / wanted.length;
}

function likeness(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return common === 0 ? 0 : common / (left.size + right.size - common);
}

/** Limit of ancestors examined. */
const MAX_LEVELS = 400;

/** Caches for one search, because elements share ancestors. */
class Search {
  readonly #names = new Map<Element, string[]>();
  readonly #places = new Map<Element | null, boolean>();

  namesOf(element: Element): string[] {
    const names = this.#names.get(element) ?? stableNames(element);
    this.#names.set(element, names);
    return names;
  }

  /** Whether an element is in the context of the rule's: half of the ancestors match in order. */
  standsWithin(element: Element, within: readonly string[]): boolean {
    const parent = parentElementOf(element);
    const stands = this.#places.get(parent) ?? this.#isWithin(parent, within);
    this.#places.set(parent, stands);
    return stands;
  }

  #isWithin(parent: Element | null, within: readonly string[]): boolean {
    if (within.length === 0) return true;
    let found = 0;
    let at = parent;
    for (const place of within) {
      const [tag, ...names] = place.split(' ');
      for (let up = at, level = 0; up !== null && level < MAX_LEVELS; up = parentElementOf(up), level++) {
        if (nameOf(up) !== tag || share(names, this.namesOf(up)) < NAMES_WITH_TEXT) continue;
        found += 1;
        at = parentElementOf(up);
        break;
      }
    }
    return found * 2 >= within.length;
  }
}
function attributeSelector(name: string): string {
  const value = (text: string): string =>
    `"${text.replace(/[^\w -]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;
  if (name.startsWith('#')) return `[id^=${value(name.slice(1))}]`;
  if (name.startsWith('.')) return `[class*=${value(name.slice(1))}]`;
  const cut = name.indexOf('=');
  return `[${name.slice(1, cut)}^=${value(name.slice(cut + 1))}${name.startsWith('@aria-label') ? ' i' : ''}]`;
}

/** A selector for elements of a tag with at least one of the names; `''` if there are none. */
function selectByNames(tag: string, names: readonly string[]): string {
  return names.map((name) => tag + attributeSelector(name)).join(',');
}

/** How well the names and ancestors of an element match a rule, from 0 to 1. */
function matchNames(element: Element, rule: UserRule, search: Search): number {
  if (rule.names.length === 0 || nameOf(element) !== rule.tag) return 0;
  const names = share(rule.names, search.namesOf(element));
  return names >= NAMES_WITH_TEXT && search.standsWithin(element, rule.within) ? names : 0;
}

function matches(element: Element, rule: UserRule, search: Search): boolean {
  if (nameOf(element) !== rule.tag) return false;
  if (rule.text === 'same') {
    // The first words before the whole text, which may be long.
    return (
      likeness(rule.words, foldWords(readWords(element, WORDS_CHARACTERS))) > 0.99 &&
      hashText(textOf(element)) === rule.hash
    );
  }
  const names = matchNames(element, rule, search);
  if (rule.text === 'any') return names >= NAMES_ALONE;
  if (rule.words.length === 0) return names === 1;
  const alike = likeness(rule.words, foldWords(readWords(element, WORDS_CHARACTERS)));
  if (names >= NAMES_WITH_TEXT) return alike >= ALIKE;
  return rule.words.length >= MIN_WORDS && alike >= ALIKE_WITHOUT_NAMES;
}

function list(root: ParentNode, rule: UserRule): Element[] {
  const found: Element[] = [];
  const search = new Search();
  const take = (element: Element): void => {
    if (found.length < MAX_MATCHES && matches(element, rule, search)) found.push(element);
  };
  const self = isElement(root) ? [root] : [];
  const selector = selectByNames(rule.tag, rule.names);
  if (selector !== '' && rule.text !== 'same') {
    for (const element of [...self, ...queryWithin(root, selector)]) take(element);
  }
  if (found.length > 0 || rule.text === 'any' || rule.words.length === 0) return found;
  const all = queryWithin(root, rule.tag);
  for (const element of self) take(element);
  for (let i = 0; i < all.length && i < MAX_TEXTS_READ; i++) {
    const element = all[i];
    if (element !== undefined) take(element);
  }
  return found;
}

/**
 * Finds the elements that match a rule.
 *
 * @param root a document, or an inserted element
 * @returns the outermost matches
 */
export function findByRule(root: ParentNode, rule: UserRule): Element[] {
  const found = list(root, rule);
  return found.filter((element) => !found.some((other) => other !== element && holds(other, element)));
}

/**
 * Makes a rule for a block.
 *
 * @param element in its page
 * @param isArticle whether it is a passage of the article, which must match exactly
 */
export function makeRule(
  element: Element,
  action: UserRule['action'],
  isArticle = false,
  now: number = Date.now(),
): UserRule {
  const text = readWords(element, WORDS_CHARACTERS);
  const rule: UserRule = {
    id: makeId(),
    action,
    tag: nameOf(element),
    names: stableNames(element),
    within: describePlace(element),
    words: foldWords(text),
    text: 'any',
    hash: 0,
    label: labelOf(text),
    made: now,
  };
  if (isArticle) {
    rule.text = 'same';
    rule.hash = hashText(textOf(element));
  } else if (rule.names.length === 0 || !isAlone(element, rule)) rule.text = 'alike';
  return rule;
}

/** The excerpt for the list of rules, without quotation marks, because it will be quoted. */
function labelOf(text: string): string {
  const words = text.replace(/^[\p{Pi}\p{Pf}"'„\s]+/u, '');
  return words.length > LABEL_LENGTH ? `${words.slice(0, LABEL_LENGTH).replace(/\s+\S*$/, '')}…` : words;
}

/** A random id; `crypto.randomUUID` is missing on pages without encryption. */
function makeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Whether the names match only this element of its page. */
function isAlone(element: Element, rule: UserRule): boolean {
  const found = list(documentOf(element), rule);
  return found.length <= 1 && (found[0] ?? element) === element;
}

const MAX_NAME_LENGTH = 120;
const MAX_NAMES = 12;
const MAX_WORDS = 40;
const NAME = /^(#|\.|@[a-z-]+=)\S/;

function isStringList(value: unknown, most: number, length = MAX_NAME_LENGTH): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= most &&
    value.every((one) => typeof one === 'string' && one.length <= length)
  );
}

/**
 * Validates a rule from storage or a file.
 *
 * @param value of any shape
 * @returns the rule without other fields, or the name of the first invalid field
 */
export function readRule(value: unknown): UserRule | { wrong: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { wrong: 'rule' };
  const { id, action, tag, names, within, words, text, hash, label, made } = value as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return { wrong: 'id' };
  if (action !== 'hide' && action !== 'keep') return { wrong: 'action' };
  // Rules must not target the page's scaffolding.
  if (
    typeof tag !== 'string' ||
    !/^[a-z][\w.-]{0,60}$/.test(tag) ||
    /^(html|body|main|article|h1)$/.test(tag)
  )
    return { wrong: 'tag' };
  if (!isStringList(names, MAX_NAMES) || !names.every((name) => NAME.test(name))) return { wrong: 'names' };
  if (!isStringList(within, MAX_NAMES, MAX_NAME_LENGTH * 4)) return { wrong: 'within' };
  if (!isStringList(words, MAX_WORDS)) return { wrong: 'words' };
  if (text !== 'any' && text !== 'alike' && text !== 'same') return { wrong: 'text' };
  if (names.length === 0 && words.length === 0) return { wrong: 'names' };
  if (text === 'any' && names.length === 0) return { wrong: 'text' };
  if (!Number.isSafeInteger(hash)) return { wrong: 'hash' };
  if (typeof label !== 'string' || label.length > MAX_NAME_LENGTH) return { wrong: 'label' };
  if (typeof made !== 'number' || !Number.isFinite(made)) return { wrong: 'made' };
  return { id, action, tag, names, within, words, text, hash: Number(hash), label, made };
}
