/** Initial number of characters that may be scanned without result. */
const INITIAL_BUDGET = 1_000_000;

/** Additional characters that may be scanned without result for each parsed one. */
const BUDGET_PER_CHARACTER = 8;

/**
 * A budget that limits the look-ahead of a fault-tolerant parser. Such parsers search for the end of an element that
 * may be unclosed and, without success, continue right after its beginning. On a file with nothing but beginnings, this
 * takes quadratic time. With this budget, each failed search is charged, and parsed text adds to the budget, so all
 * searches together are at most nine times as long as the file.
 */
export class LookAheadBudget {
  #remaining = INITIAL_BUDGET;

  /** The number of characters that may be scanned now; none if 0 or less. */
  get remaining(): number {
    return this.#remaining;
  }

  /** Records a failed search over this many characters. */
  charge(count: number): void {
    this.#remaining -= count;
  }

  /** Records that this many characters were parsed. */
  refill(count: number): void {
    this.#remaining = Math.min(INITIAL_BUDGET, this.#remaining + count * BUDGET_PER_CHARACTER);
  }
}

/**
 * A buffer for text that arrives in chunks and may end in an incomplete element.
 *
 * An incomplete element is parsed again only when the buffer has doubled. With a new attempt for each chunk, a row as
 * long as the file would take quadratic time.
 */
export class PendingText {
  #chunks: string[] = [];
  #length = 0;
  #retryLength = 0;

  /**
   * Adds a chunk.
   *
   * @returns all unparsed text, or null if it is too early for another attempt
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
