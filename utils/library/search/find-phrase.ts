import { splitWords } from './split-words.ts';

/**
 * Where the words of a phrase stand side by side in a text. Case, diacritics and punctuation between the words do
 * not count; the last word may go on, as a user types it.
 *
 * @param phrase terms of the phrase, from `phraseTerms`
 * @returns ranges in UTF-16 units of the text as given
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
    // The lone last character of an unspaced run says nothing that its pair does not; see `splitQuery`.
    if (runEnd === -1 || end > runEnd) terms.push(term);
    runEnd = end;
  });
  return terms;
}
