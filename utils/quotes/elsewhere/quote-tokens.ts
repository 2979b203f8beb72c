/** A quote as it is compared with quotes of other articles: its words alone, with the places where it was shortened. */

/** Scripts written without spaces: each character is a token there. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Soft hyphen, zero-width characters, tatweel: inside words, and no part of them. */
const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\u0640';
const LETTER = `[[\\p{L}\\p{N}\\p{M}${INVISIBLE}]--[${UNSPACED}]]`;

/**
 * In this order: a word, also where an editor put some of its letters in square brackets ("[t]he", "want[ed]"); what is
 * in square brackets; an ellipsis; a character of an unspaced script.
 */
const PARTS = new RegExp(
  `((?:\\[\\p{L}{1,3}\\](?=\\p{L}))?${LETTER}+(?:['’ʼ]${LETTER}+|\\[\\p{L}{1,4}\\](?![\\p{L}]{5}))*)` +
    '|(\\[[^\\[\\]]{0,300}\\])' +
    '|(…|\\.{3,}|\\.(?:\\s\\.){2,})' +
    `|([${UNSPACED}])`,
  'gv',
);
const HAS_LETTERS = /[\p{L}\p{N}]/u;
const NO_PART = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff\u0640'’ʼ[\]]/gu;
const PLAIN = /^[a-z0-9]+$/;

/** A word counts this much, a character of an unspaced script half: two of them make a word there, as a rule. */
export const WORD = 2;

/** Tokens of one quote that are compared: the beginning of a speech is enough to know it by. */
const MOST = 800;

export interface QuoteTokens {
  /** Folded: without case, diacritics, apostrophes. */
  words: string[];
  /** `WORD`, or half of it. */
  units: number[];
  /** UTF-16 offsets in the quote. */
  starts: number[];
  ends: number[];
  /** Whether an ellipsis stands before the token; one entry more than tokens. */
  cuts: boolean[];
  /** Sum of `units`. */
  size: number;
}

function fold(word: string): string {
  const small = word.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize('NFKD').replace(NO_PART, '').toLowerCase();
}

/**
 * Reads a quote. Quotation marks and all other punctuation, case and diacritics are left out, and so is what an editor
 * put in square brackets, which the speaker did not say.
 */
export function readTokens(text: string): QuoteTokens {
  const tokens: QuoteTokens = { words: [], units: [], starts: [], ends: [], cuts: [false], size: 0 };
  for (const match of text.matchAll(PARTS)) {
    const [part, word, bracket, ellipsis, character] = match;
    const isCut = ellipsis !== undefined || (bracket !== undefined && !HAS_LETTERS.test(bracket));
    if (isCut) tokens.cuts[tokens.words.length] = true;
    const folded = fold(word ?? character ?? '');
    if (folded === '') continue;
    const units = word === undefined ? WORD / 2 : WORD;
    tokens.words.push(folded);
    tokens.units.push(units);
    tokens.starts.push(match.index);
    tokens.ends.push(match.index + part.length);
    tokens.cuts.push(false);
    tokens.size += units;
    if (tokens.words.length === MOST) break;
  }
  return tokens;
}
