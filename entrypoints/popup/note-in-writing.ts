/** A note being written, and the part that the library does not have yet. */
export class NoteInWriting {
  readonly #write: (note: string) => Promise<void>;
  /** A new object per state, so that identical texts are distinguishable. */
  #waiting: { note: string } | null = null;

  /** @param write stores the note; rejects on failure */
  constructor(write: (note: string) => Promise<void>) {
    this.#write = write;
  }

  /** Sets the current text. */
  take(note: string): void {
    this.#waiting = { note };
  }

  /** Stores unsaved text. @throws the error of `write`; the text stays in `left` then */
  async keep(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting === null) return;
    await this.#write(waiting.note);
    // A popup that closes must pass it on until it is stored.
    if (this.#waiting === waiting) this.#waiting = null;
  }

  /** Text that may not be stored yet, even if storing is in progress; null if all is stored. */
  get left(): string | null {
    return this.#waiting?.note ?? null;
  }
}
