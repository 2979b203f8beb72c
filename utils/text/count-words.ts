import { runAtOnce, type Steps } from '../page/in-slices.ts';

const WORD_CHAR = /[\p{L}\p{N}]/u;
/** Characters that may be inside a word. */
const JOINING_CHAR = /['’\-.]/;
const UNSPACED_CHAR = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const SURROGATE = /[\ud800-\udfff]/;
/** Average word length in scripts without spaces (Japanese, Chinese, Thai, Khmer, Burmese). */
const CHARS_PER_UNSPACED_WORD = 2;
/** UTF-16 units counted per step. */
const UNITS_PER_STEP = 50_000;
/** Maximum distance, in UTF-16 units, to the space at which a part is cut. */
const MAX_SPACE_DISTANCE = 200;

/** Counts words in steps. In scripts without spaces, the number is estimated from the number of characters. */
export function* countWordsInSteps(text: string): Steps<number> {
  let words = 0;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + UNITS_PER_STEP;
    // Parts are cut at a space, if possible, so that no word is counted twice.
    const space = text.slice(end, end + MAX_SPACE_DISTANCE).indexOf(' ');
    end = space < 0 ? Math.min(end, text.length) : end + space;
    words += countWordsInPart(text.slice(start, end));
    if (end < text.length) yield;
  }
  return words;
}

/** Kinds of UTF-16 units. */
const [UNKNOWN, OTHER, JOINER, PART_OF_WORD, UNSPACED, SURROGATE_HALF] = [0, 1, 2, 3, 4, 5];
/** The kind of each UTF-16 unit, filled on demand, because a text uses few different units. */
const CHAR_KINDS = new Uint8Array(0x10000);

function classifyChar(text: string, index: number): number {
  const char = text.charAt(index);
  if (UNSPACED_CHAR.test(char)) return UNSPACED;
  if (JOINING_CHAR.test(char)) return JOINER;
  if (WORD_CHAR.test(char)) return PART_OF_WORD;
  return SURROGATE.test(char) ? SURROGATE_HALF : OTHER;
}

function countWordsInPart(text: string): number {
  let words = 0;
  let unspacedChars = 0;
  // The kinds of the last two characters.
  let previous = OTHER;
  let beforePrevious = OTHER;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    let kind = CHAR_KINDS[unit] ?? OTHER;
    if (kind === UNKNOWN) {
      kind = classifyChar(text, index);
      CHAR_KINDS[unit] = kind;
    }
    if (kind === SURROGATE_HALF) {
      // A surrogate pair is one character; these kinds are not cached.
      const pair = String.fromCodePoint(text.codePointAt(index) ?? 0);
      index += pair.length - 1;
      kind = WORD_CHAR.test(pair) ? PART_OF_WORD : OTHER;
    }
    if (kind === PART_OF_WORD && previous !== PART_OF_WORD) {
      if (previous !== JOINER || beforePrevious !== PART_OF_WORD) words++;
    } else if (kind === UNSPACED) unspacedChars++;
    beforePrevious = previous;
    previous = kind;
  }
  return words + Math.round(unspacedChars / CHARS_PER_UNSPACED_WORD);
}

/** Counts words; see `countWordsInSteps`. */
export const countWords = (text: string): number => runAtOnce(countWordsInSteps(text));

/** Scripts in which a character carries about as much information as two characters of other scripts. */
const CJK_CHAR = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
/** UTF-16 units of a long text that are counted; the result is extrapolated. */
const CJK_SAMPLE_UNITS = 20_000;

/** Counts the Chinese, Japanese and Korean characters of a text; an estimate for long texts. */
export function countCjkChars(text: string): number {
  const found = text.slice(0, CJK_SAMPLE_UNITS).match(CJK_CHAR)?.length ?? 0;
  return text.length > CJK_SAMPLE_UNITS ? Math.round((found * text.length) / CJK_SAMPLE_UNITS) : found;
}
