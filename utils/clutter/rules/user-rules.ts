import { documentOf, holds, isElement, parentElementOf, queryWithin, textOf } from '../../page/dom-access.ts';
import { nameOf } from '../../page/element-access.ts';
import { readWords } from '../find/read-words.ts';
import { stableNames } from './stable-names.ts';

/** What the user said of a block of one site: hide it, or never hide it. Stored in the settings and in files. */
export interface UserRule {
  /** Unique among the rules of all sites. */
  id: string;
  action: 'hide' | 'keep';
  /** Local name of the element. */
  tag: string;
  /** Its own stable names, as `stableNames` gives them. */
  names: string[];
  /** The named elements it stands in, the nearest first, each as `tag` and its names, parted by spaces. */
  within: string[];
  /** Its first words, folded; numbers are `#`. None for a block without words. */
  words: string[];
  /**
   * How much of the text must be there again: `any` where the names alone tell the block from all others, `alike`
   * where they do not, `same` for a text that stands in the article: not one other word may go with it.
   */
  text: 'any' | 'alike' | 'same';
  /** Hash of the whole text (`hashText`); 0 unless `text` is `same`. */
  hash: number;
  /** What the user saw of it, for the list of rules. */
  label: string;
  /** When it was made, in ms since 1970. */
  made: number;
}

const WORDS = 24;
const WORDS_CHARACTERS = 220;
const LABEL_LENGTH = 90;
const WITHIN = 3;
/** A text this short, or shorter, is found again by its names only. */
const LEAST_WORDS = 4;
/** Share of a rule's names that must be there. */
const NAMES_ALONE = 0.75;
const NAMES_WITH_TEXT = 0.5;
/** Words in common, of all words in either (Jaccard index). */
const ALIKE = 0.5;
const ALIKE_WITHOUT_NAMES = 0.85;
/** Elements of one tag whose words are compared where the names are gone. */
const TEXTS_READ = 1500;
/** Blocks that one rule may hide on one page. */
const MATCHES = 40;

/** The words that tell a block again, from its first ones. */
export function foldWords(text: string): string[] {
  const words = text
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.slice(0, WORDS).map((word) => (/^\p{N}+$/u.test(word) ? '#' : word));
}

/** FNV-1a over the text with its white space folded, as an unsigned 32-bit number. */
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
    // A label's spaces would part it.
    const names = stableNames(at).filter((name) => !name.includes(' '));
    if (names.length > 0 || /^(aside|footer|header|nav|section|form|main)$/.test(nameOf(at))) {
      places.push([nameOf(at), ...names].join(' '));
    }
  }
  return places;
}

/** Share of `wanted` that is among `there`; 1 where nothing is wanted. */
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

/** Boxes around an element that are looked at. */
const MOST_LEVELS = 400;

/** What one search has read of elements: each may stand around any number of others. */
class Search {
  readonly #names = new Map<Element, string[]>();
  readonly #places = new Map<Element | null, boolean>();

  namesOf(element: Element): string[] {
    const names = this.#names.get(element) ?? stableNames(element);
    this.#names.set(element, names);
    return names;
  }

  /** Whether an element stands where the rule's did: half of the places are around it, in their order. */
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
      for (let up = at, level = 0; up !== null && level < MOST_LEVELS; up = parentElementOf(up), level++) {
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

/** A selector for every element of a tag that has at least one of the names; `''` where there are none. */
function selectByNames(tag: string, names: readonly string[]): string {
  return names.map((name) => tag + attributeSelector(name)).join(',');
}

/** How the names and the place of an element agree with a rule, from 0 to 1. */
function matchNames(element: Element, rule: UserRule, search: Search): number {
  if (rule.names.length === 0 || nameOf(element) !== rule.tag) return 0;
  const names = share(rule.names, search.namesOf(element));
  return names >= NAMES_WITH_TEXT && search.standsWithin(element, rule.within) ? names : 0;
}

function matches(element: Element, rule: UserRule, search: Search): boolean {
  if (nameOf(element) !== rule.tag) return false;
  if (rule.text === 'same') {
    // The words first: the whole text of a large element is not read for nothing.
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
  return rule.words.length >= LEAST_WORDS && alike >= ALIKE_WITHOUT_NAMES;
}

function list(root: ParentNode, rule: UserRule): Element[] {
  const found: Element[] = [];
  const search = new Search();
  const take = (element: Element): void => {
    if (found.length < MATCHES && matches(element, rule, search)) found.push(element);
  };
  const self = isElement(root) ? [root] : [];
  const selector = selectByNames(rule.tag, rule.names);
  if (selector !== '' && rule.text !== 'same') {
    for (const element of [...self, ...queryWithin(root, selector)]) take(element);
  }
  if (found.length > 0 || rule.text === 'any' || rule.words.length === 0) return found;
  const all = queryWithin(root, rule.tag);
  for (const element of self) take(element);
  for (let i = 0; i < all.length && i < TEXTS_READ; i++) {
    const element = all[i];
    if (element !== undefined) take(element);
  }
  return found;
}

/**
 * Finds what a rule means.
 *
 * @param root a document, or an element just put into one
 * @returns the outermost elements; none inside another
 */
export function findByRule(root: ParentNode, rule: UserRule): Element[] {
  const found = list(root, rule);
  return found.filter((element) => !found.some((other) => other !== element && holds(other, element)));
}

/**
 * Makes the rule for a block.
 *
 * @param element the block as it stands in its page
 * @param isArticle it is part of the article: then only this very text is meant
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

/** What the user sees of the rule: no quotation marks around it, since it will be quoted. */
function labelOf(text: string): string {
  const words = text.replace(/^[\p{Pi}\p{Pf}"'„\s]+/u, '');
  return words.length > LABEL_LENGTH ? `${words.slice(0, LABEL_LENGTH).replace(/\s+\S*$/, '')}…` : words;
}

/** Random; `crypto.randomUUID` is missing on pages that came without encryption. */
function makeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Whether the names mean this element and no other of its page. */
function isAlone(element: Element, rule: UserRule): boolean {
  const found = list(documentOf(element), rule);
  return found.length <= 1 && (found[0] ?? element) === element;
}
