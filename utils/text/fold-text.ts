/** Letters that need no folding but for case, and the usual punctuation: most English text, folded in half the time. */
const PLAIN = /^[\0-~\u2010-\u2027]*$/;
/** All but the one space between two words, of which there are too many. */
const OTHER = / ?[^a-z\d ][^a-z\d]*| {2,}[^a-z\d]*/g;

/** Folds case, width, accents of punctuation and spacing away, for comparing what a person would call the same words. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(OTHER, ' ').trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
