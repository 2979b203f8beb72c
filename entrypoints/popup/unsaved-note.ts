/** The text of a note that is being edited and has not been stored in the library yet. */
export class UnsavedNote {
  readonly #write: (note: string) => Promise<void>;
  /** A new object for each change, so that changes to the same text can be distinguished. */
  #unsaved: { note: string } | null = null;

  /** @param write stores the note; rejects on failure */
  constructor(write: (note: string) => Promise<void>) {
    this.#write = write;
  }

  /** Sets the current text. */
  set(note: string): void {
    this.#unsaved = { note };
  }

  /** Stores the unsaved text. @throws the error of `write`; the text then remains unsaved */
  async store(): Promise<void> {
    const unsaved = this.#unsaved;
    if (unsaved === null) return;
    await this.#write(unsaved.note);
    // Cleared only after it was stored, because a popup that closes passes on the unsaved text.
    if (this.#unsaved === unsaved) this.#unsaved = null;
  }

  /** The text that is not or not yet completely stored; null if there is none. */
  get text(): string | null {
    return this.#unsaved?.note ?? null;
  }
}
