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
export class LookAhead {
  #left = INITIAL_BUDGET;

  /** The number of characters that may be scanned now; none if 0 or less. */
  get reach(): number {
    return this.#left;
  }

  /** Records a failed search over this many characters. */
  spend(characters: number): void {
    this.#left -= characters;
  }

  /** Records that this many characters were parsed. */
  earn(characters: number): void {
    this.#left = Math.min(INITIAL_BUDGET, this.#left + characters * BUDGET_PER_CHARACTER);
  }
}

/**
 * A buffer for text that arrives in chunks and may end in an incomplete element.
 *
 * An incomplete element is parsed again only when the buffer has doubled. With a new attempt for each chunk, a row as
 * long as the file would take quadratic time.
 */
export class PendingText {
  #pieces: string[] = [];
  #length = 0;
  #enough = 0;

  /**
   * Adds a chunk.
   *
   * @returns all unparsed text, or null if it is too early for another attempt
   */
  add(piece: string): string | null {
    this.#pieces.push(piece);
    this.#length += piece.length;
    return this.#length < this.#enough ? null : this.rest();
  }

  /** All unparsed text. */
  rest(): string {
    return this.#pieces.join('');
  }

  /** @param rest the text that could not be parsed yet */
  keep(rest: string): void {
    this.#pieces = [rest];
    this.#length = rest.length;
    this.#enough = 2 * rest.length;
  }
}
