import { AUX, CLOSED, CUE, PHRASE, PREP, VERB } from '../model/lexicon.ts';
import type { ArticleModel } from '../model/types.ts';
import { habitsOf, keyOf, wordsOf } from './article-habits.ts';

/** What stands inside the marks. No feature knows a word: classes of words, letters and lengths only. */
export interface WordFeatures {
  /** Words, by steps that grow. */
  size: number;
  /** Words that begin with a capital, the first left out, in tenths of all. */
  capitals: number;
  /** Its first letter: 1 small, 2 capital, 3 a digit or another sign. */
  first: number;
  /** The last sign: 1 none, 2 comma, 3 dash, 4 ellipsis, 5 full stop, 6 question or exclamation mark. */
  ends: number;
  /** Ends of sentences before the last one. */
  sentences: number;
  commas: number;
  /** Words of closed classes, in tenths; 0 where the language is not known. */
  closed: number;
  /** Words among the commonest of the article, in tenths. */
  common: number;
  /** Holds a verb, as far as those are known. */
  verb: number;
  /** Holds a word by which somebody speaks of themselves. */
  person: number;
  /** Its first word: 1 none known, 2 a closed class, 3 a preposition. */
  opens: number;
  digits: number;
  /** "sport.de", "@reed". */
  address: number;
  /** Letters of its longest word. */
  longest: number;
  /** How often the same string stands in marks. */
  repeats: number;
  /** How often the rarest of its words stands outside marks. */
  outside: number;
}

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 45];
const ENDS: readonly [RegExp, number][] = [
  [/[?!？！]/, 6],
  [/[.。]/, 5],
  [/…/, 4],
  [/[—–-]/, 3],
  [/[,、，]/, 2],
];

const tenths = (part: number, whole: number): number => (whole > 0 ? Math.round((10 * part) / whole) : 0);
const upTo = (n: number, most: number): number => Math.min(n, most);

function endOf(text: string, start: number, end: number): number {
  // The comma and the stop of an English quote stand inside its marks; others behind them.
  const last = text.slice(Math.max(start, end - 3), end).trimEnd();
  if (/\.\.\.$/.test(last)) return 4;
  return ENDS.find(([sign]) => sign.test(last.slice(-1)))?.[1] ?? 1;
}

export function readWordFeatures(model: ArticleModel, span: number): WordFeatures {
  const { lexicon, text } = model;
  const { start = 0, end = 0 } = model.spans[span] ?? {};
  const inner = text.slice(start, Math.min(end, start + 400));
  const words = wordsOf(model, span);
  const lower = words.map((word) => word.toLowerCase().replaceAll('’', "'"));
  const classes = lower.map((word) => lexicon.classOf(word));
  const { repeats, outside, common } = habitsOf(model);
  const letter = inner.match(/[\p{L}\p{N}]/u)?.[0] ?? '';
  const capital = (word: string): boolean => /^\p{Lu}/u.test(word);
  const count = (bits: number): number => classes.filter((own) => (own & bits) !== 0).length;
  const head = classes[0] ?? 0;
  return {
    size: STEPS.filter((step) => words.length >= step).length,
    capitals: tenths(words.slice(1).filter(capital).length, words.length - 1),
    first: capital(letter) ? 2 : /\p{Ll}/u.test(letter) ? 1 : 3,
    ends: endOf(text, start, end),
    sentences: upTo(inner.match(/[.!?…。！？](?:["”»“]?\s|(?<=[。！？]).)/gu)?.length ?? 0, 4),
    commas: upTo(inner.match(/[,、，;:]/g)?.length ?? 0, 5),
    closed: tenths(count(CLOSED), words.length),
    common: tenths(lower.filter((word) => common.has(word)).length, words.length),
    verb: upTo(count(AUX | CUE | PHRASE | VERB), 3),
    person: upTo(lower.filter((word) => lexicon.firstPerson.has(word.replace(/'.*/, ''))).length, 2),
    opens: (head & PREP) !== 0 ? 3 : (head & CLOSED) !== 0 ? 2 : 1,
    digits: /\d/.test(inner) ? 1 : 0,
    address: /\p{L}\.\p{L}{2,3}$|@|#|\/\//u.test(inner.trim()) ? 1 : 0,
    longest: upTo(
      lower.reduce((most, word) => Math.max(most, word.length), 0),
      20,
    ),
    repeats: upTo(repeats.get(keyOf(words)) ?? 1, 4),
    outside: upTo(
      lower.reduce((least, word) => Math.min(least, outside.get(word) ?? 0), 5),
      5,
    ),
  };
}
