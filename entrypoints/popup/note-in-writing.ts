/** A note that is being written: what of it the library does not have yet. */
export class NoteInWriting {
  readonly #write: (note: string) => Promise<void>;
  /** An object for each state: the same words written twice are two. */
  #waiting: { note: string } | null = null;

  /** @param write puts the note into the library; rejects where that failed */
  constructor(write: (note: string) => Promise<void>) {
    this.#write = write;
  }

  /** The note as it is now. */
  take(note: string): void {
    this.#waiting = { note };
  }

  /** Writes what is not written. @throws what writing throws: the words are still `left` then */
  async keep(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting === null) return;
    await this.#write(waiting.note);
    // Until it is written, a popup that closes has to hand it on.
    if (this.#waiting === waiting) this.#waiting = null;
  }

  /** What the library is not known to have, also while it is being written; null where it has all. */
  get left(): string | null {
    return this.#waiting?.note ?? null;
  }
}
