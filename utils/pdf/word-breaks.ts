/** Words that were broken at the end of a line. */

const BROKEN = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u;
const GOES_ON = /^[\p{L}\p{M}]+/u;
const WORDS = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;
/** Writing without blanks between words. */
const NO_BLANKS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}、。「」『』！？]/u;

export class WordBreaks {
  readonly #known = new Set<string>();

  /** @param lines of the whole document: what is written in one of them tells how a broken word is written */
  constructor(lines: readonly string[]) {
    for (const line of lines)
      for (const [word] of line.matchAll(WORDS))
        this.#known.add(word.toLowerCase().replaceAll('\u2010', '-'));
  }

  /** @returns both lines as one, the word whole that was broken between them */
  join(before: string, after: string): string {
    const broken = BROKEN.exec(before);
    const rest = GOES_ON.exec(after)?.[0];
    if (broken !== null && rest !== undefined) {
      const [, begin = '', hyphen = ''] = broken;
      const bare = before.slice(0, -hyphen.length);
      return this.#keepsHyphen(begin, rest, hyphen) ? `${bare}-${after}` : bare + after;
    }
    const isDense = NO_BLANKS.test(before.slice(-1)) && NO_BLANKS.test(after.slice(0, 1));
    return isDense ? before + after : `${before} ${after}`;
  }

  #keepsHyphen(begin: string, rest: string, hyphen: string): boolean {
    if (hyphen === '\u00ad') return false;
    const joined = `${begin}${rest}`.toLowerCase();
    const hyphened = `${begin}-${rest}`.toLowerCase();
    if (this.#known.has(hyphened)) return !this.#known.has(joined);
    // "Anglo-Saxon", "Nord-Süd"; what goes on small was broken.
    return /^\p{Lu}/u.test(rest);
  }
}
