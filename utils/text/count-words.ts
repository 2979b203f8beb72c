import { runAtOnce, type Steps } from '../page/in-slices.ts';

const WORD_CHAR = /[\p{L}\p{N}]/u;
/** Characters that join the parts of one word. */
const JOINING_CHAR = /['’\-.]/;
const DENSE_CHAR = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const SURROGATE = /[\ud800-\udfff]/;
/** Average word length in scripts without spaces (Japanese, Chinese, Thai, Khmer, Burmese). */
const UNSPACED_WORD = 2;
/** UTF-16 units counted per step. */
const PART = 50_000;
/** Maximum distance, in UTF-16 units, to the space at which a part is cut. */
const MAX_WORD = 200;

/** Counts words in steps; words of scripts without spaces are estimated from their length. */
export function* countWordsInSteps(text: string): Steps<number> {
  let words = 0;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + PART;
    // Parts are cut at a space, if possible, so that no word is counted twice.
    const space = text.slice(end, end + MAX_WORD).indexOf(' ');
    end = space < 0 ? Math.min(end, text.length) : end + space;
    words += countPart(text.slice(start, end));
    if (end < text.length) yield;
  }
  return words;
}

/** The kind of each UTF-16 unit, cached because a text uses few different ones. */
const [UNKNOWN, OTHER, JOINER, PART_OF_WORD, DENSE, HALF] = [0, 1, 2, 3, 4, 5];
const KINDS = new Uint8Array(0x10000);

function kindOf(text: string, at: number): number {
  const char = text.charAt(at);
  if (DENSE_CHAR.test(char)) return DENSE;
  if (JOINING_CHAR.test(char)) return JOINER;
  if (WORD_CHAR.test(char)) return PART_OF_WORD;
  return SURROGATE.test(char) ? HALF : OTHER;
}

function countPart(text: string): number {
  let words = 0;
  let dense = 0;
  /** The kinds of the previous character and of the one before that. */
  let last = OTHER;
  let earlier = OTHER;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let kind = KINDS[unit] ?? OTHER;
    if (kind === UNKNOWN) {
      kind = kindOf(text, at);
      KINDS[unit] = kind;
    }
    if (kind === HALF) {
      // A surrogate pair is one character; these kinds are not cached.
      const pair = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += pair.length - 1;
      kind = WORD_CHAR.test(pair) ? PART_OF_WORD : OTHER;
    }
    if (kind === PART_OF_WORD && last !== PART_OF_WORD) {
      if (last !== JOINER || earlier !== PART_OF_WORD) words++;
    } else if (kind === DENSE) dense++;
    earlier = last;
    last = kind;
  }
  return words + Math.round(dense / UNSPACED_WORD);
}

/** Counts words in one go. */
export const countWords = (text: string): number => runAtOnce(countWordsInSteps(text));

/** Scripts written without spaces; one of their characters says about as much as two of another script. */
const DENSE_SCRIPT = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
/** Only this many UTF-16 units of a long text are counted; the result is extrapolated. */
const DENSE_SAMPLE = 20_000;

/** Counts the characters of a text that belong to dense scripts (Chinese, Japanese, Korean). */
export function countDense(text: string): number {
  const found = text.slice(0, DENSE_SAMPLE).match(DENSE_SCRIPT)?.length ?? 0;
  return text.length > DENSE_SAMPLE ? Math.round((found * text.length) / DENSE_SAMPLE) : found;
}
