import {
  containsNode,
  documentOf,
  isElement,
  parentElementOf,
  queryWithin,
  textOf,
} from '../../page/dom-access.ts';
import { localNameOf } from '../../page/element-access.ts';
import { readWords } from '../find/read-words.ts';
import { listStableNames } from './stable-names.ts';

/** A rule of the user to hide or keep a block on one site. Stored in the settings. */
export interface UserRule {
  /** Unique among the rules of all sites. */
  id: string;
  action: 'hide' | 'keep';
  /** Local name of the element. */
  tag: string;
  /** The element's stable names, as returned by `listStableNames`. */
  names: string[];
  /** The element's named ancestors, nearest first, each as its tag and names separated by spaces. */
  within: string[];
  /** The first words of the text, normalised, with numbers as `#`. Empty for a block without words. */
  words: string[];
  /**
   * Whether the text must match: `any` (it need not, because the names identify the block), `alike` (the words must be
   * similar), or `same` (the text must be identical; for passages of the article).
   */
  text: 'any' | 'alike' | 'same';
  /** Hash of the whole text (`hashText`); 0 unless `text` is `same`. */
  hash: number;
  /** Excerpt of the text for the list of rules. */
  label: string;
  /** Time of creation (Unix timestamp in ms). */
  made: number;
}

/** Maximum number of words in a rule, and maximum length of the text they are taken from, in characters. */
const MAX_RULE_WORDS = 24;
const MAX_EXCERPT_LENGTH = 220;
/** Maximum length of a label, in characters. */
const MAX_LABEL_LENGTH = 90;
/** Maximum number of ancestors in a rule. */
const MAX_ANCESTORS = 3;
/** Minimum number of words for identifying a block by its text alone. */
const MIN_WORDS = 4;
/** Minimum share of a rule's names that must match: by themselves, and together with the text. */
const MIN_NAME_SHARE = 0.75;
const MIN_NAME_SHARE_WITH_TEXT = 0.5;
/** Minimum Jaccard index of the words: together with names, and without. */
const MIN_SIMILARITY = 0.5;
const MIN_SIMILARITY_WITHOUT_NAMES = 0.85;
/** Maximum number of elements whose words are compared if none matches by its names. */
const MAX_TEXTS_READ = 1500;
/** Maximum number of blocks that one rule hides per page. */
const MAX_MATCHES = 40;

/** Returns the first words of a text, normalised, which identify a block. */
export function extractFirstWords(text: string): string[] {
  const words = text
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.slice(0, MAX_RULE_WORDS).map((word) => (/^\p{N}+$/u.test(word) ? '#' : word));
}

/** Returns the FNV-1a hash of a text with white space collapsed, as an unsigned 32-bit number. */
export function hashText(text: string): number {
  const collapsed = text.replace(/\s+/g, ' ').trim();
  let hash = 0x811c9dc5;
  for (let i = 0; i < collapsed.length; i++) hash = Math.imul(hash ^ collapsed.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function describeAncestors(element: Element): string[] {
  const ancestors: string[] = [];
  for (
    let at = parentElementOf(element);
    at !== null && ancestors.length < MAX_ANCESTORS;
    at = parentElementOf(at)
  ) {
    if (localNameOf(at) === 'body' || localNameOf(at) === 'html') break;
    // Names with a space are left out, because spaces are separators here.
    const names = listStableNames(at).filter((name) => !name.includes(' '));
    if (names.length > 0 || /^(aside|footer|header|nav|section|form|main)$/.test(localNameOf(at))) {
      ancestors.push([localNameOf(at), ...names].join(' '));
    }
  }
  return ancestors;
}

/** Returns the share of `wanted` that is in `actual`; 1 if `wanted` is empty. */
function shareOf(wanted: readonly string[], actual: readonly string[]): number {
  if (wanted.length === 0) return 1;
  return wanted.filter((item) => actual.includes(item)).length / wanted.length;
}

function jaccardIndex(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return common === 0 ? 0 : common / (left.size + right.size - common);
}

/** Maximum number of ancestors examined. */
const MAX_LEVELS = 400;

/** Caches for one search, because elements have ancestors in common. */
class SearchCache {
  readonly #names = new Map<Element, string[]>();
  readonly #isWithinByParent = new Map<Element | null, boolean>();

  namesOf(element: Element): string[] {
    const names = this.#names.get(element) ?? listStableNames(element);
    this.#names.set(element, names);
    return names;
  }

  /** Whether at least half of a rule's ancestors match those of an element, in the same order. */
  isWithin(element: Element, within: readonly string[]): boolean {
    const parent = parentElementOf(element);
    const isWithin = this.#isWithinByParent.get(parent) ?? this.#matchAncestors(parent, within);
    this.#isWithinByParent.set(parent, isWithin);
    return isWithin;
  }

  #matchAncestors(parent: Element | null, within: readonly string[]): boolean {
    if (within.length === 0) return true;
    let found = 0;
    let at = parent;
    for (const ancestor of within) {
      const [tag, ...names] = ancestor.split(' ');
      for (
        let candidate = at, level = 0;
        candidate !== null && level < MAX_LEVELS;
        candidate = parentElementOf(candidate), level++
      ) {
        if (
          localNameOf(candidate) !== tag ||
          shareOf(names, this.namesOf(candidate)) < MIN_NAME_SHARE_WITH_TEXT
        )
          continue;
        found += 1;
        at = parentElementOf(candidate);
        break;
      }
    }
    return found * 2 >= within.length;
  }
}
function attributeSelector(name: string): string {
  const value = (text: string): string =>
    `"${text.replace(/[^\w -]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
  if (name.startsWith('#')) return `[id^=${value(name.slice(1))}]`;
  if (name.startsWith('.')) return `[class*=${value(name.slice(1))}]`;
  const equalsAt = name.indexOf('=');
  return `[${name.slice(1, equalsAt)}^=${value(name.slice(equalsAt + 1))}${name.startsWith('@aria-label') ? ' i' : ''}]`;
}

/** Returns a selector for elements with a tag and at least one of the names; `''` if there are no names. */
function selectByNames(tag: string, names: readonly string[]): string {
  return names.map((name) => tag + attributeSelector(name)).join(',');
}

/** Returns the share of a rule's names that match, from 0 to 1; 0 if the ancestors don't match. */
function matchNames(element: Element, rule: UserRule, cache: SearchCache): number {
  if (rule.names.length === 0 || localNameOf(element) !== rule.tag) return 0;
  const names = shareOf(rule.names, cache.namesOf(element));
  return names >= MIN_NAME_SHARE_WITH_TEXT && cache.isWithin(element, rule.within) ? names : 0;
}

function matches(element: Element, rule: UserRule, cache: SearchCache): boolean {
  if (localNameOf(element) !== rule.tag) return false;
  if (rule.text === 'same') {
    // The first words are compared first, because the whole text may be long.
    return (
      jaccardIndex(rule.words, extractFirstWords(readWords(element, MAX_EXCERPT_LENGTH))) > 0.99 &&
      hashText(textOf(element)) === rule.hash
    );
  }
  const names = matchNames(element, rule, cache);
  if (rule.text === 'any') return names >= MIN_NAME_SHARE;
  if (rule.words.length === 0) return names === 1;
  const similarity = jaccardIndex(rule.words, extractFirstWords(readWords(element, MAX_EXCERPT_LENGTH)));
  if (names >= MIN_NAME_SHARE_WITH_TEXT) return similarity >= MIN_SIMILARITY;
  return rule.words.length >= MIN_WORDS && similarity >= MIN_SIMILARITY_WITHOUT_NAMES;
}

function findMatches(root: ParentNode, rule: UserRule): Element[] {
  const found: Element[] = [];
  const cache = new SearchCache();
  const addIfMatching = (element: Element): void => {
    if (found.length < MAX_MATCHES && matches(element, rule, cache)) found.push(element);
  };
  const self = isElement(root) ? [root] : [];
  const selector = selectByNames(rule.tag, rule.names);
  if (selector !== '' && rule.text !== 'same') {
    for (const element of [...self, ...queryWithin(root, selector)]) addIfMatching(element);
  }
  if (found.length > 0 || rule.text === 'any' || rule.words.length === 0) return found;
  const candidates = queryWithin(root, rule.tag);
  for (const element of self) addIfMatching(element);
  for (let i = 0; i < candidates.length && i < MAX_TEXTS_READ; i++) {
    const element = candidates[i];
    if (element !== undefined) addIfMatching(element);
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
  const found = findMatches(root, rule);
  return found.filter((element) => !found.some((other) => other !== element && containsNode(other, element)));
}

/**
 * Creates a rule for a block.
 *
 * @param isArticle whether the block is a passage of the article, whose text must match exactly
 * @param now time of creation (Unix timestamp in ms)
 */
export function createRule(
  element: Element,
  action: UserRule['action'],
  isArticle = false,
  now: number = Date.now(),
): UserRule {
  const text = readWords(element, MAX_EXCERPT_LENGTH);
  const rule: UserRule = {
    id: createId(),
    action,
    tag: localNameOf(element),
    names: listStableNames(element),
    within: describeAncestors(element),
    words: extractFirstWords(text),
    text: 'any',
    hash: 0,
    label: createLabel(text),
    made: now,
  };
  if (isArticle) {
    rule.text = 'same';
    rule.hash = hashText(textOf(element));
  } else if (rule.names.length === 0 || !isOnlyMatch(element, rule)) rule.text = 'alike';
  return rule;
}

/** Returns an excerpt for the list of rules, without leading quotation marks, because the list adds its own. */
function createLabel(text: string): string {
  const words = text.replace(/^[\p{Pi}\p{Pf}"'„\s]+/u, '');
  return words.length > MAX_LABEL_LENGTH
    ? `${words.slice(0, MAX_LABEL_LENGTH).replace(/\s+\S*$/, '')}…`
    : words;
}

/** Creates a random id. `crypto.randomUUID` can't be used, because it is missing on HTTP pages. */
function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Whether a rule matches no other element of the page. */
function isOnlyMatch(element: Element, rule: UserRule): boolean {
  const found = findMatches(documentOf(element), rule);
  return found.length <= 1 && (found[0] ?? element) === element;
}

const MAX_NAME_LENGTH = 120;
const MAX_NAMES = 12;
const MAX_WORDS = 40;
const NAME_PATTERN = /^(#|\.|@[a-z-]+=)\S/;

function isStringList(value: unknown, maxCount: number, maxLength = MAX_NAME_LENGTH): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= maxCount &&
    value.every((item) => typeof item === 'string' && item.length <= maxLength)
  );
}

/**
 * Validates a rule from storage or a file.
 *
 * @returns the rule without unknown fields, or the name of the first invalid field
 */
export function parseRule(value: unknown): UserRule | { invalidField: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { invalidField: 'rule' };
  const { id, action, tag, names, within, words, text, hash, label, made } = value as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return { invalidField: 'id' };
  if (action !== 'hide' && action !== 'keep') return { invalidField: 'action' };
  // Rules must not target the page's scaffolding.
  if (
    typeof tag !== 'string' ||
    !/^[a-z][\w.-]{0,60}$/.test(tag) ||
    /^(html|body|main|article|h1)$/.test(tag)
  )
    return { invalidField: 'tag' };
  if (!isStringList(names, MAX_NAMES) || !names.every((name) => NAME_PATTERN.test(name)))
    return { invalidField: 'names' };
  if (!isStringList(within, MAX_NAMES, MAX_NAME_LENGTH * 4)) return { invalidField: 'within' };
  if (!isStringList(words, MAX_WORDS)) return { invalidField: 'words' };
  if (text !== 'any' && text !== 'alike' && text !== 'same') return { invalidField: 'text' };
  if (names.length === 0 && words.length === 0) return { invalidField: 'names' };
  if (text === 'any' && names.length === 0) return { invalidField: 'text' };
  if (!Number.isSafeInteger(hash)) return { invalidField: 'hash' };
  if (typeof label !== 'string' || label.length > MAX_NAME_LENGTH) return { invalidField: 'label' };
  if (typeof made !== 'number' || !Number.isFinite(made)) return { invalidField: 'made' };
  return { id, action, tag, names, within, words, text, hash: Number(hash), label, made };
}
