/**
 * A text that comes in pieces, and of which the end may not make sense yet.
 *
 * What could not be read is tried again only when twice as much is there: tried with each piece, a row as long as the
 * file would take quadratic time.
 */
export class PendingText {
  #pieces: string[] = [];
  #length = 0;
  #enough = 0;

  /** @returns all that is not read yet, or null where it is not worth trying */
  add(piece: string): string | null {
    this.#pieces.push(piece);
    this.#length += piece.length;
    return this.#length < this.#enough ? null : this.rest();
  }

  /** All that is not read yet. */
  rest(): string {
    return this.#pieces.join('');
  }

  /** @param rest what could not be read without more */
  keep(rest: string): void {
    this.#pieces = [rest];
    this.#length = rest.length;
    this.#enough = 2 * rest.length;
  }
}
