/** Initial and maximum budget: the number of characters that can be scanned in failed searches. */
const INITIAL_BUDGET = 1_000_000;

/** Characters added to the budget for each parsed character. */
const BUDGET_PER_CHARACTER = 8;

/**
 * A budget that limits the look-ahead of a fault-tolerant parser. Such a parser searches for the end of an element and,
 * if the element is unclosed, continues right after its beginning. A file that consists only of beginnings would take
 * quadratic time. Therefore failed searches are charged to this budget, and parsed text refills it, so that searching
 * takes linear time in total.
 */
export class LookAheadBudget {
  #remaining = INITIAL_BUDGET;

  /** The number of characters that can be scanned now; none if it is 0 or negative. */
  get remaining(): number {
    return this.#remaining;
  }

  /** Records a failed search over `count` characters. */
  charge(count: number): void {
    this.#remaining -= count;
  }

  /** Records that `count` characters were parsed. */
  refill(count: number): void {
    this.#remaining = Math.min(INITIAL_BUDGET, this.#remaining + count * BUDGET_PER_CHARACTER);
  }
}

/**
 * A buffer for text that arrives in chunks and may end in an incomplete element.
 *
 * An incomplete element is parsed again only when the buffer has doubled. Retrying with each chunk would take quadratic
 * time for a row as long as the file.
 */
export class PendingText {
  #chunks: string[] = [];
  #length = 0;
  #retryLength = 0;

  /**
   * Adds a chunk.
   *
   * @returns all unparsed text, or null if it is too early to retry
   */
  add(chunk: string): string | null {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    return this.#length < this.#retryLength ? null : this.unparsed();
  }

  /** All unparsed text. */
  unparsed(): string {
    return this.#chunks.join('');
  }

  /** @param unparsed the text that could not be parsed yet */
  setUnparsed(unparsed: string): void {
    this.#chunks = [unparsed];
    this.#length = unparsed.length;
    this.#retryLength = 2 * unparsed.length;
  }
}
