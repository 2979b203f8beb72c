import { runAtOnce, type Steps } from '../page/in-slices.ts';

const SPACED = /[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/g;
/** Characters a word has on average where no spaces part words (Japanese, Chinese, Thai, Khmer, Burmese). */
const UNSPACED_WORD = 2;
/** UTF-16 units from one step to the next. */
const PART = 50_000;
/** How far a space is looked for. */
const LONGEST_WORD = 200;

/** Counts words as a person would; scripts without spaces are counted by length. */
export function* countWordsInSteps(text: string): Steps<number> {
  let words = 0;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + PART;
    // A word is not cut in two where there is a space to cut at.
    const space = text.slice(end, end + LONGEST_WORD).indexOf(' ');
    end = space < 0 ? Math.min(end, text.length) : end + space;
    words += countPart(text.slice(start, end));
    if (end < text.length) yield;
  }
  return words;
}

function countPart(text: string): number {
  const dense = text.match(UNSPACED)?.length ?? 0;
  if (dense === 0) return text.match(SPACED)?.length ?? 0;
  const rest = text.replace(UNSPACED, ' ').match(SPACED)?.length ?? 0;
  return rest + Math.round(dense / UNSPACED_WORD);
}

/** All of it at once. */
export const countWords = (text: string): number => runAtOnce(countWordsInSteps(text));
