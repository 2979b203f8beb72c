import { ADVERB, AUX, CLOSED, CUE, OBJECT_PRONOUN, PHRASE, VERB } from '../model/lexicon.ts';
import type { Lexicon } from '../model/types.ts';

/** Words at the beginning of a clause in which its verb of speech must stand. */
const NEAR = 4;
/** Words of a clause whose verb no list knows. */
const SHORT = 20;
/** The same where nothing but its shape tells it. */
const VERY_SHORT = 5;
/** Characters of a clause that are looked at. */
const LOOK = 160;

const NAMED = /^\s*\p{Ll}[\p{Ll}’'-]+(?: \p{Ll}+)? \p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\p{Ll}/u;
const VERBS = AUX | CUE | PHRASE | VERB;
const WORD = /[\p{L}’'-]+/gu;
/** "sier en smilende Retzius": a name soon after the verb. */
const SOON_A_NAME = /^\s*\p{Ll}[\p{L}’'-]*(?: \p{Ll}[\p{L}’'-]*){0,3} \p{Lu}/u;

const isCue = (word: string, lexicon: Lexicon): boolean =>
  lexicon.isCue(word.toLowerCase().replace(/-(?:t-)?\p{L}+$/u, ''));

function wordsOf(clause: string): string[] {
  return clause.slice(0, LOOK).match(WORD) ?? [];
}

/** Does a clause between dashes or behind a comma begin with somebody's verb of speech ("said Reed", "ha detto Reed")? */
export function reports(clause: string, lexicon: Lexicon, near = NEAR): boolean {
  // "– I walk – cuts in Teresa Conti": a verb no list knows, with somebody's full name behind it.
  if (NAMED.test(clause.slice(0, LOOK))) return true;
  const words = wordsOf(clause);
  const first = words[0] ?? '';
  if (first !== first.toLowerCase()) return false;
  // "– It is, I think, time": whoever speaks reports nobody.
  return words
    .slice(0, near)
    .some((word, i) => isCue(word, lexicon) && !lexicon.firstPerson.has((words[i + 1] ?? '').toLowerCase()));
}

/** Participles, which need an auxiliary to report: "lancé", "averti", "soutenu". */
const PARTICIPLE = /(?:ée?s?|[^d]i|u)$/;

/**
 * Does a clause between commas have its verb of speech before its subject ("dit Reed", "s'écrie Reed", "a-t-il dit")?
 * "lancé avec force" and "il me disait bonjour" belong to what is said.
 */
export function inverts(clause: string, lexicon: Lexicon): boolean {
  if (NAMED.test(clause.slice(0, LOOK))) return true;
  const words = wordsOf(clause).slice(0, NEAR);
  const first = words[0] ?? '';
  if (first === '' || first !== first.toLowerCase()) return false;
  let helped = false;
  for (const raw of words) {
    const bare = raw.toLowerCase().replace(/-(?:t-)?\p{L}+$/u, '');
    const word = bare.replace(/^[\p{L}]{1,2}['’]/u, '');
    if (lexicon.isCue(word)) return helped || !PARTICIPLE.test(word);
    const classes = lexicon.classOf(word);
    if ((classes & AUX) !== 0) helped = true;
    else if ((classes & (OBJECT_PRONOUN | ADVERB)) === 0) return false;
  }
  return false;
}

/** What stands between a place and the end of its sentence. */
export function sentenceFrom(text: string): string {
  const end = text.slice(0, 2 * LOOK).search(/[.!?…](?:\s|$)/);
  return end < 0 ? text : text.slice(0, end);
}

/**
 * May a clause behind a dash report speech, though no list knows its verb ("– reckon the fishermen.")? It is short, has
 * nothing but another dash behind it or is the last one of its paragraph, and begins with no conjunction, article or
 * preposition.
 */
export function mayReport(clause: string, lexicon: Lexicon, isLast: boolean): boolean {
  const sentence = sentenceFrom(clause);
  if (!isLast && clause.slice(sentence.length + 1).trim() !== '') return false;
  const words = wordsOf(sentence);
  const first = words[0] ?? '';
  if (first === '' || !/^\s*\p{Ll}/u.test(sentence) || /[«»“”„"]/.test(sentence)) return false;
  const classes = lexicon.classOf(first);
  if ((classes & VERBS) === 0 && (classes & CLOSED) !== 0) return false;
  return words.length <= SHORT && sentence.length < LOOK;
}

/**
 * The same in a language without words here: a name soon behind the first word, or hardly more than that word.
 *
 * @param isSetOff a dash stands between it and what was said
 */
export function looksReporting(clause: string, isSetOff: boolean): boolean {
  const sentence = sentenceFrom(clause);
  if (!/^\s*\p{Ll}/u.test(sentence)) return false;
  if (isSetOff && sentence.length < LOOK && (sentence.match(WORD)?.length ?? 0) <= SHORT) return true;
  return SOON_A_NAME.test(sentence) || (sentence.match(WORD)?.length ?? 0) <= VERY_SHORT;
}
