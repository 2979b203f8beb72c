import type { ArticleModel } from '../model/types.ts';

/** What the whole article tells of its quotation marks. */
export interface ArticleHabits {
  /** How often each string stands in marks. */
  repeats: ReadonlyMap<string, number>;
  /** How often each word stands outside marks. */
  outside: ReadonlyMap<string, number>;
  /** The article's commonest words, which say nothing of what it is about. */
  common: ReadonlySet<string>;
  /** Paragraphs with a span that is at least a short sentence. */
  longParagraphs: ReadonlySet<number>;
  /** The paragraph of the headline. */
  headline: number;
}

/** Words of a short sentence, and letters of one in a script without spaces. */
const SENTENCE = 6;
/** Commonest words of an article that count as such. */
const COMMON = 40;
/** Letters of such a word at most. */
const SHORT_WORD = 5;
/** Longest stretch of a span whose words are looked at. */
const LOOK = 400;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a span; scripts without spaces have one for every two letters. */
export function wordsOf(model: ArticleModel, span: number): string[] {
  const { start = 0, end = 0 } = model.spans[span] ?? {};
  const inner = model.text.slice(start, Math.min(end, start + LOOK));
  const unspaced = inner.match(UNSPACED) ?? [];
  if (unspaced.length > 2)
    return Array.from({ length: Math.ceil(unspaced.length / 2) }, () => unspaced[0] ?? '');
  return inner.match(WORD) ?? [];
}

/** What tells the same string in marks from another one. */
export const keyOf = (words: readonly string[]): string => words.join(' ').toLowerCase();

const habits = new WeakMap<ArticleModel, ArticleHabits>();

function read(model: ArticleModel): ArticleHabits {
  const repeats = new Map<string, number>();
  const outside = new Map<string, number>();
  const longParagraphs = new Set<number>();
  for (const [span, at] of model.quoteTokens.entries()) {
    const words = wordsOf(model, span);
    const key = keyOf(words);
    repeats.set(key, (repeats.get(key) ?? 0) + 1);
    if (words.length < SENTENCE) continue;
    longParagraphs.add(model.tokens[at]?.paragraph ?? -1);
  }
  for (const { kind, lower } of model.tokens)
    if (kind === 'word') outside.set(lower, (outside.get(lower) ?? 0) + 1);
  const common = [...outside]
    .filter(([word, count]) => count > 1 && word.length <= SHORT_WORD)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, COMMON);
  return {
    repeats,
    outside,
    common: new Set(common.map(([word]) => word)),
    longParagraphs,
    headline: model.tokens[0]?.paragraph ?? 0,
  };
}

/** Read once for each article. */
export function habitsOf(model: ArticleModel): ArticleHabits {
  let known = habits.get(model);
  if (!known) {
    known = read(model);
    habits.set(model, known);
  }
  return known;
}
