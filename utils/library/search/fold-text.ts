/** Letters that Unicode does not decompose, but that users type without their stroke or ligature. */
// biome-ignore format: a table
const UNDECOMPOSED: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ς: 'σ',
};

/** Only ASCII: only the case needs to be normalised. */
const ASCII = /^[\0-\x7f]*$/;

/**
 * Marks that don't distinguish words: combining diacritics of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel
 * signs and the tatweel, soft hyphens and zero-width characters. Vowel signs of Indic scripts and Japanese voicing
 * marks are kept, because they do.
 */
const IGNORED_MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * Normalises a text for search and for comparing names: lower case, no diacritics, and plain letters instead of
 * full-width letters and ligatures.
 *
 * @param text any text; the length of the result may differ
 */
export function normaliseText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(IGNORED_MARKS, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋς]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFC');
}

/** Normalised name of a speaker, independent of its spelling in a newspaper. @returns `''` for null (unclear) */
export function normaliseName(name: string | null): string {
  if (name === null) return '';
  return normaliseText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A hash of a text (53 bits, after the public-domain cyrb53 mix). Not for security. */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
