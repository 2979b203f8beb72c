import { runAtOnce, type Steps } from '../page/in-slices.ts';

const WORD_CHAR = /[\p{L}\p{N}]/u;
/** Joins the parts of one word. */
const JOINING_CHAR = /['’\-.]/;
const DENSE_CHAR = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const SURROGATE = /[\ud800-\udfff]/;
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

/** What a UTF-16 unit is; units are looked up once, since a text has few different ones. */
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
  /** What the character before is, and the one before that. */
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
      // Two units are one character; what they are is not looked up.
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

/** All of it at once. */
export const countWords = (text: string): number => runAtOnce(countWordsInSteps(text));
