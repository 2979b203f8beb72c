/** Characters that may be looked through in vain before anything was read. */
const AT_FIRST = 1_000_000;

/** … and for each character that was read. */
const FOR_EACH = 8;

/**
 * How far a parser may still look ahead.
 *
 * Forgiving parsers look for the end of what may never have been closed, and begin again right after where it began
 * when there is none: on a file that is nothing but beginnings, that takes quadratic time. Here each look that found
 * nothing is paid for, and what was read earns new ones: all looks together are at most nine times as long as the
 * file, whatever is in it.
 */
export class LookAhead {
  #left = AT_FIRST;

  /** Characters that may be looked through now; 0 or less where none. */
  get reach(): number {
    return this.#left;
  }

  /** After a look over so many characters that found nothing. */
  spend(characters: number): void {
    this.#left -= characters;
  }

  /** After so many characters were read. */
  earn(characters: number): void {
    this.#left = Math.min(AT_FIRST, this.#left + characters * FOR_EACH);
  }
}
