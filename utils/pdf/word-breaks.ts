/** Joins words that were hyphenated at the end of a line. */

const ENDS_WITH_HYPHEN = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u;
const STARTS_WITH_WORD = /^[\p{L}\p{M}]+/u;
const WORDS = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;
/** Characters of scripts without spaces between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}、。「」『』！？]/u;

export class WordBreaks {
  readonly #known = new Set<string>();

  /** @param lines of the whole document; their words show whether a word is spelled with a hyphen */
  constructor(lines: readonly string[]) {
    for (const line of lines)
      for (const [word] of line.matchAll(WORDS))
        this.#known.add(word.toLowerCase().replaceAll('\u2010', '-'));
  }

  /** Joins two lines, without the hyphen of a word that was divided between them. */
  join(before: string, after: string): string {
    const broken = ENDS_WITH_HYPHEN.exec(before);
    const rest = STARTS_WITH_WORD.exec(after)?.[0];
    if (broken !== null && rest !== undefined) {
      const [, begin = '', hyphen = ''] = broken;
      const withoutHyphen = before.slice(0, -hyphen.length);
      return this.#keepsHyphen(begin, rest, hyphen) ? `${withoutHyphen}-${after}` : withoutHyphen + after;
    }
    const isUnspaced = UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1));
    return isUnspaced ? before + after : `${before} ${after}`;
  }

  #keepsHyphen(begin: string, rest: string, hyphen: string): boolean {
    if (hyphen === '\u00ad') return false;
    const joined = `${begin}${rest}`.toLowerCase();
    const hyphened = `${begin}-${rest}`.toLowerCase();
    if (this.#known.has(hyphened)) return !this.#known.has(joined);
    // "Anglo-Saxon", "Nord-Süd": a capital letter follows the hyphen of a compound.
    return /^\p{Lu}/u.test(rest);
  }
}
