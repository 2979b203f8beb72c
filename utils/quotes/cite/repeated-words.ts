/** Which words stand in a text more than once: asked for every quote of an article, so looked up and not searched for. */

/** Words that are looked up together. */
const TOGETHER = 3;
/** Places that are compared; words that begin like so many others count as repeated. */
const MOST_COMPARED = 50;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that write no words apart. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words, or the characters of those that are none apart. */
function tokensOf(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.flatMap((word) => (UNSPACED.test(word) ? [...word] : [word]));
}

/** Some texts taken apart. */
class WordIndex {
  readonly texts: readonly string[];
  readonly #tokens: readonly string[];
  /** Where each one, two and three tokens stand, the first places of them; made when first asked for. */
  readonly #places = new Map<number, Map<string, number[]>>();

  constructor(texts: readonly string[]) {
    this.texts = texts;
    this.#tokens = tokensOf(texts.join('\n'));
  }

  #placesOf(size: number): Map<string, number[]> {
    const made = this.#places.get(size);
    if (made !== undefined) return made;
    const places = new Map<string, number[]>();
    for (let at = 0; at + size <= this.#tokens.length; at += 1) {
      const key = this.#tokens.slice(at, at + size).join(' ');
      const known = places.get(key);
      if (known === undefined) places.set(key, [at]);
      else if (known.length <= MOST_COMPARED) known.push(at);
    }
    this.#places.set(size, places);
    return places;
  }

  hasTwice(wanted: readonly string[]): boolean {
    const size = Math.min(TOGETHER, wanted.length);
    const found = this.#placesOf(size).get(wanted.slice(0, size).join(' ')) ?? [];
    if (found.length > MOST_COMPARED) return true;
    return found.filter((at) => wanted.every((word, i) => this.#tokens[at + i] === word)).length > 1;
  }
}

/** The texts that were asked about last: the quotes of an article come one after the other. */
let last: WordIndex | null = null;

/**
 * True where words stand in some texts at least twice, whatever their case and the marks between them, and where they
 * can't be told apart from others with little work.
 *
 * @param texts the same strings for every quote of an article, so that they are gone through once
 */
export function standOften(texts: readonly string[], words: string): boolean {
  const known = last?.texts.every((text, i) => text === texts[i]) ? last : new WordIndex(texts);
  last = known;
  return known.hasTwice(tokensOf(words));
}
