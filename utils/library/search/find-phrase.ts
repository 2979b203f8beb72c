import { splitWords } from './split-words.ts';

/**
 * Finds a phrase: adjacent words in a text. Case, diacritics and punctuation between words are ignored; the last word
 * may be a prefix, while the user is typing.
 *
 * @param phrase terms of the phrase, from `phraseTerms`
 * @returns ranges in UTF-16 units of the original text
 */
export function findPhrase(text: string, phrase: readonly string[], limit = 200): [number, number][] {
  const found: [number, number][] = [];
  const { length } = phrase;
  if (length === 0) return found;
  const terms: string[] = [];
  const starts: number[] = [];
  splitWords(text, (term, start, end) => {
    if (found.length >= limit) return;
    terms.push(term);
    starts.push(start);
    const first = terms.length - length;
    if (first < 0) return;
    for (let i = length - 1; i >= 0; i -= 1) {
      const wanted = phrase[i] ?? '';
      const actual = terms[first + i] ?? '';
      if (i === length - 1 ? !actual.startsWith(wanted) : actual !== wanted) return;
    }
    found.push([starts[first] ?? 0, end]);
  });
  return found;
}

/** The terms of a phrase, in order and with repetitions. */
export function phraseTerms(phrase: string): string[] {
  const terms: string[] = [];
  let runEnd = -1;
  splitWords(phrase, (term, _start, end) => {
    // The single last character of a run in an unspaced script adds nothing to the pair before it; see `splitQuery`.
    if (runEnd === -1 || end > runEnd) terms.push(term);
    runEnd = end;
  });
  return terms;
}
