import { houses, roles, saying, sayingOn, stops, works } from '../../languages/ar/uncased.ts';

const [ROLES, HOUSES, SAYING, SAYING_ON, STOPS, WORKS] = [roles, houses, saying, sayingOn, stops, works].map(
  (words) => new Set(words),
) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>, Set<string>];

/** A word of a text: as printed, and in the one spelling that the lists have. */
export interface ArabicWord {
  start: number;
  end: number;
  norm: string;
  /** A pause stands behind it. */
  isLast: boolean;
}

/** One spelling for what is written in several: no signs of vowels, one Alif, one Ya. */
export function foldArabic(word: string): string {
  // "On" and the name Ali differ in this letter alone.
  if (word === 'على') return word;
  return word
    .replace(/[\u064B-\u0652\u0670\u0640\u200F\u200E]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

/** The words of some text. Marks at their ends are left off. */
export function arabicWords(text: string): ArabicWord[] {
  const found: ArabicWord[] = [];
  for (const match of text.matchAll(/[^\s،؛:.,!؟?()[\]«»"“”-]+|[،؛:.,!؟?()[\]«»"“”\n-]/g)) {
    if (/^[\p{L}\p{M}\p{N}\uFFFC]/u.test(match[0])) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        norm: foldArabic(match[0]),
        isLast: false,
      });
    } else {
      const last = found.at(-1);
      if (last) last.isLast = true;
    }
  }
  return found;
}

/** Without the و or ف that joins it to what stands before. */
const unjoined = (norm: string): string => (/^[وف]/.test(norm) && norm.length > 3 ? norm.slice(1) : norm);

/** Two or more say it: the verb has their ending. */
export const isSaidByMore = ({ norm }: ArabicWord): boolean =>
  /[^و]وا$|[^او]ا$/.test(norm) && SAYING.has(unjoined(norm).replace(/(?:وا|ا)$/, ''));
export const isSayingVerb = (word: ArabicWord): boolean =>
  SAYING.has(word.norm) || SAYING.has(unjoined(word.norm)) || isSaidByMore(word);
/** Says something of somebody else, who stands right behind its subject. */
export const isTransitive = ({ norm }: ArabicWord): boolean =>
  /^[وف]?(?:وصفت?|اتهمت?|انتقدت?|دعت?ا?|طالبت?|ادانت?)$/.test(norm);
export const isSayingOn = ({ norm }: ArabicWord): boolean =>
  SAYING_ON.has(norm) || SAYING_ON.has(unjoined(norm));
export const isStop = ({ norm }: ArabicWord): boolean =>
  norm === 'على' || (norm !== 'علي' && STOPS.has(norm)) || norm.includes('\uFFFC') || /^\d/.test(norm);
export const isWork = ({ norm }: ArabicWord): boolean =>
  WORKS.has(norm.replace(/^(?:و|ب|ل)?(?:ال)?/, '')) || WORKS.has(norm);

/** The noun inside the article and the small words that are written to it. */
export function nounOf(norm: string): string {
  const isKnown = (noun: string) => ROLES.has(noun) || HOUSES.has(noun);
  if (isKnown(norm)) return norm;
  const noun = norm.replace(/^(?:[وفبك]?ال|لل)/, '');
  return !isKnown(noun) && /^[ولب]/.test(noun) && isKnown(noun.slice(1)) ? noun.slice(1) : noun;
}

export const isRole = ({ norm }: ArabicWord): boolean => ROLES.has(norm) || ROLES.has(nounOf(norm));
export const isHouse = ({ norm }: ArabicWord): boolean => HOUSES.has(norm) || HOUSES.has(nounOf(norm));
/** Has the article, so that it ends a phrase of two nouns. */
export const isDefinite = ({ norm }: ArabicWord): boolean => /^(?:[وبفك]?ال|لل)/.test(norm);
