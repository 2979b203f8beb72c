const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that put no spaces between words: Japanese, Chinese, Thai, Lao, Burmese, Khmer. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
/** Shorter words are mostly grammar, in any language that parts words by spaces. */
const SHORTEST = 4;
/** Letters of a word that count, so that most of its inflected forms are one term. */
const STEM = 6;

/**
 * What a text is about, in units that can be counted in any language: beginnings of longer words, and pairs of characters
 * where nothing parts words.
 */
export function* readTerms(text: string): Generator<string, void, undefined> {
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (UNSPACED.test(word)) for (let i = 0; i + 1 < word.length; i++) yield word.slice(i, i + 2);
    else if (word.length >= SHORTEST) yield word.slice(0, STEM);
  }
}

/** Ends of sentences and paragraphs, near enough for counting. */
const SENTENCE_END = /(?<=[.!?。！？])\s*|\n+/u;

export const splitRoughly = (text: string): string[] =>
  text.split(SENTENCE_END).filter((part) => part.length > 1);

/** How much a term tells, 0–1: about 0 where most sentences of the article have it, 1 where hardly one does. */
export type Rarity = (term: string) => number;

/** Reads rarity (inverse frequency among sentences) off the article itself, which needs no list of common words. */
export function readRarity(text: string): Rarity {
  const sentences = splitRoughly(text);
  const having = new Map<string, number>();
  for (const sentence of sentences) {
    for (const term of new Set(readTerms(sentence))) {
      having.set(term, (having.get(term) ?? 0) + 1);
    }
  }
  const most = Math.log(2 * sentences.length + 2);
  return (term) => Math.max(0, Math.log((sentences.length + 1) / ((having.get(term) ?? 0) + 0.5)) / most);
}
