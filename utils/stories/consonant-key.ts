/**
 * Names in different languages: "Johnson", "Джонсон" and "Johnsona" have the same consonants, but neither the same
 * vowels nor the same spelling of each sound.
 */

/** Spellings of a consonant in Latin script, and after transliteration, with a letter that stands for all of them. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/dzh|dsch|dj/g, 'j'],
  [/tsch|tch|sch|ch|ts|tz|cz|sh|sz|zh|ss|c(?=[ei])|[sz]/g, 's'],
  [/ph/g, 'v'],
  [/th/g, 't'],
  [/kh/g, 'h'],
  [/ck|ks|qu|[cgqx]/g, 'k'],
  [/[wf]/g, 'v'],
  [/p/g, 'b'],
];
const MAX_LENGTH = 5;

/**
 * @param name folded, in Latin script
 * @returns the first letter, and the next consonants, at most five letters; names are too different if this differs
 */
export function consonantKey(name: string): string {
  let spelled = name;
  for (const [spelling, letter] of SPELLINGS) spelled = spelled.replace(spelling, letter);
  const first = spelled.slice(0, 1);
  return `${first}${spelled.slice(1).replace(/[aeiouyhj]/g, '')}`
    .replace(/(.)\1+/g, '$1')
    .slice(0, MAX_LENGTH);
}
