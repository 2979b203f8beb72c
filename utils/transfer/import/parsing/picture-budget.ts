/** Takes pictures out of a page, piece by piece, that are more than there is room for: better without them than no text. */

/** Before a picture that is written into a page. */
const BEGIN = 'src="data:';

export class PictureBudget {
  #room: number;
  /** What was held back: the picture that goes on in the next piece, or what may be the beginning of one. */
  #held = '';
  #inPicture = false;
  #isDropped = false;
  #dropped = 0;

  /** @param room characters of all pictures together; a picture beyond them leaves an empty address */
  constructor(room: number) {
    this.#room = room;
  }

  /** How many there was no room for. */
  get dropped(): number {
    return this.#dropped;
  }

  /** @returns what can be told of the page by now */
  push(piece: string): string {
    const kept: string[] = [];
    let text = this.#inPicture ? piece : this.#held + piece;
    if (!this.#inPicture) this.#held = '';
    while (text !== '') {
      if (this.#inPicture) {
        const end = text.indexOf('"');
        this.#hold(end === -1 ? text : text.slice(0, end));
        if (end === -1) break;
        kept.push(this.end());
        text = text.slice(end);
      }
      const begin = text.indexOf(BEGIN);
      if (begin === -1) {
        // The beginning of a picture may be cut in two.
        const whole = Math.max(0, text.length - BEGIN.length + 1);
        kept.push(text.slice(0, whole));
        this.#held = text.slice(whole);
        break;
      }
      const from = begin + 'src="'.length;
      kept.push(text.slice(0, from));
      text = text.slice(from);
      this.#inPicture = true;
    }
    return kept.join('');
  }

  #hold(part: string): void {
    this.#isDropped ||= this.#held.length + part.length > this.#room;
    this.#held = this.#isDropped ? '' : this.#held + part;
  }

  /** @returns what was held back of the page's last piece */
  end(): string {
    const held = this.#held;
    if (this.#inPicture) this.#room -= held.length;
    if (this.#isDropped) this.#dropped += 1;
    this.#held = '';
    this.#inPicture = false;
    this.#isDropped = false;
    return held;
  }
}
