import type { BoilerplateBook } from '../../languages/boilerplate-book.ts';

/** The phrases of some languages as regular expressions. Each is tested against the text of one block. */
interface Patterns {
  end: RegExp;
  promoHeading: RegExp;
  line: RegExp;
  pointer: RegExp;
  wall: RegExp;
  credit: RegExp;
  offer: RegExp;
  notice: RegExp;
}

/** A pattern that never matches. */
const NEVER_MATCHES = '(?!)';

function compile(books: readonly BoilerplateBook[]): Patterns {
  const joinPhrases = (part: keyof BoilerplateBook): string =>
    books.flatMap((book) => book[part] ?? []).join('|') || NEVER_MATCHES;
  const compileWhole = (part: keyof BoilerplateBook): RegExp => new RegExp(`^(?:${joinPhrases(part)})$`, 'u');
  return {
    end: compileWhole('endHeadings'),
    promoHeading: compileWhole('askingHeadings'),
    line: compileWhole('lines'),
    pointer: new RegExp(
      `^[\\s([{*>→»•|-]*(?:${joinPhrases('pointers')})\\s*${POINTER_CHARACTER.source}`,
      'iu',
    ),
    wall: new RegExp(`\\b(?:${joinPhrases('walls')})`, 'i'),
    credit: new RegExp(joinPhrases('credits'), 'iu'),
    offer: new RegExp(joinPhrases('offers'), 'iu'),
    notice: new RegExp(`^[^\\p{L}\\p{N}]*(?:${joinPhrases('notices')})`, 'iu'),
  };
}

/** Matches characters that pointers to other articles contain. A quick check, since few other paragraphs have them. */
const POINTER_CHARACTER = /[:：>»|–—]/;

/** Maximum length of a site's notice, in UTF-16 code units. */
const MAX_NOTICE_LENGTH = 600;

/** Matches the control bar of a player: two times and hardly any words. */
const PLAYER_CONTROLS = /^[^.!?]{0,30}\b\d{1,2}:\d\d[^.!?]{1,30}\d{1,2}:\d\d$/;
const MAX_PLAYER_LENGTH = 80;
const ZERO_TIME = /(?:^|\D)0?0:00(?:\D|$)/;

/** Recognises boilerplate with the phrases of one or more languages. A `folded` text is normalised, a `text` the original. */
export class Boilerplate {
  readonly #patterns: Patterns;

  /** @param books the general phrases, and those of the languages */
  constructor(books: readonly BoilerplateBook[]) {
    this.#patterns = compile(books);
  }

  isEndHeading(folded: string): boolean {
    return folded.length < 70 && this.#patterns.end.test(folded);
  }

  isPromoHeading(folded: string): boolean {
    return folded.length < 70 && this.#patterns.promoHeading.test(folded);
  }

  isBoilerplateLine(folded: string): boolean {
    return folded.length < 240 && this.#patterns.line.test(folded);
  }

  isNotice(text: string): boolean {
    return (
      (text.length < MAX_NOTICE_LENGTH && this.#patterns.notice.test(text)) ||
      (text.length < MAX_PLAYER_LENGTH && PLAYER_CONTROLS.test(text) && ZERO_TIME.test(text))
    );
  }

  isPointerElsewhere(text: string): boolean {
    return POINTER_CHARACTER.test(text) && this.#patterns.pointer.test(text);
  }

  hasWallPhrase(text: string): boolean {
    return this.#patterns.wall.test(text);
  }

  isCreditLine(text: string): boolean {
    return this.#patterns.credit.test(text);
  }

  isOfferLine(text: string): boolean {
    return this.#patterns.offer.test(text);
  }
}
