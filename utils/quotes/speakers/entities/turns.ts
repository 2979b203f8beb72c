/** Who has spoken so far, by the keys of entities. It is told of one quote after the other. */
export class Turns {
  /** Whoever spoke the last quote, and whoever spoke before them; the empty string where nobody has. */
  last = '';
  before = '';
  /** Token of the last quote, or -1. */
  at = -1;
  #total = 0;
  readonly #spoken = new Map<string, number>();
  readonly #nouns = new Map<string, number>();

  /**
   * @param key of the entity that spoke; the empty string for nobody
   * @param noun the mention that stands for somebody without a name, or null
   */
  take(key: string, noun: number | null, at: number): void {
    if (key === '') return;
    this.#spoken.set(key, this.spokenBy(key) + 1);
    if (noun !== null) this.#nouns.set(key, noun);
    if (key !== this.last) this.before = this.last;
    this.last = key;
    this.at = at;
    this.#total++;
  }

  /** Quotes that an entity has spoken. */
  spokenBy(key: string): number {
    return this.#spoken.get(key) ?? 0;
  }

  /** Its share of all quotes so far, 0–1. */
  shareOf(key: string): number {
    return this.spokenBy(key) / Math.max(1, this.#total);
  }

  /** Mentions of the nouns without a name that spoke last, and before that. */
  lastNouns(): number[] {
    return [this.last, this.before].flatMap((key) => this.#nouns.get(key) ?? []);
  }
}
