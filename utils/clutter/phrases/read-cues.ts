import { compilePhrases, foldText, matchPhrases, type PhraseIndex } from './match-phrases.ts';
import { ATTACHED_CUES, CUES, cueBits, type PhraseBook } from './phrase-book.ts';
import { mayContainPhrase } from './phrase-sieve.ts';

/** A sentence, or a part of one that ends at a colon, bracket or dash. */
export interface Clause {
  /** Its cues (`cueBits`). */
  cues: number;
  /** The cues at its beginning. Requests begin with a cue, reports with a subject. */
  openingCues: number;
  /** Whether it is in the first person: "our newsletter". */
  isFirstPerson: boolean;
  /** Length of the normalised text, in characters. */
  length: number;
}

/*
 * A line of an article can report about subscriptions, newsletters or donations. A line of the site itself makes a request:
 * it begins with an imperative or says "our newsletter", and says little else.
 */

const REQUEST_CUES = cueBits('ask', 'subscribe', 'donate', 'app', 'push');
/** Maximum share of characters in clauses without cues: for lines with "our" or a link, and for others. */
const MAX_REPORT_SHARE_OWN = 0.5;
const MAX_REPORT_SHARE = 0.34;
/** Maximum length of a request without a link or "our", in characters. */
const MAX_SHORT_LENGTH = 90;

const QUOTED_PASSAGE = /["“„«][^"“”„«»]*["”“»]|(?<!\p{L})[‘‚‹][^‘‚‹›]*?[’‘›](?!\p{L})|「[^」]*」/gu;

/** Replaces quoted passages by `x`, because quoted requests are reports. */
export function unquote(text: string): string {
  return /["“„«‘‚‹「]/.test(text) ? text.replace(QUOTED_PASSAGE, ' x ') : text;
}

const SENTENCE = /[^.!?…]+/g;
/** Matches a sentence whose last part, after a comma or dash, has at least two words; ignores what follows a colon. */
const PART_AFTER_COMMA = /^(.*)[,–—]\s*(\p{L}+\s+\p{L}[^,–—:]*)(?::.*)?$/su;

/** Reads the cues of texts with the phrases of one or more languages. Creating one for all languages takes about 60 ms. */
export class CueReader {
  readonly #index: PhraseIndex;
  readonly #ownWords: PhraseIndex;
  readonly #wallWords: PhraseIndex;

  /** @param books the phrase books of the languages */
  constructor(books: readonly PhraseBook[]) {
    this.#index = compilePhrases(CUES, books);
    this.#ownWords = compilePhrases(['own'], books);
    this.#wallWords = compilePhrases(['wall'], books);
  }

  /** Returns the cues of a text, as bits (`cueBits`). */
  readCues(text: string): number {
    return mayContainPhrase(text, this.#index.sieve) ? matchPhrases(foldText(text), this.#index) : 0;
  }

  /** Whether a text has the cue `wall`. Faster than `readCues`, because the prefilter rejects more texts. */
  mentionsWall(text: string): boolean {
    return (
      mayContainPhrase(text, this.#wallWords.sieve) && matchPhrases(foldText(text), this.#wallWords) !== 0
    );
  }

  /** Whether a text is in the first person: "our newsletter". */
  isFirstPerson(text: string): boolean {
    return mayContainPhrase(text, this.#ownWords.sieve) && matchPhrases(foldText(text), this.#ownWords) !== 0;
  }

  /** Splits a text into clauses and reads their cues. */
  readClauses(text: string): Clause[] {
    return foldText(text)
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        const folded = `| ${part} |`;
        const second = folded.indexOf(' ', 2) + 1;
        return {
          cues: matchPhrases(folded, this.#index),
          openingCues: matchPhrases(folded, this.#index, second + 1),
          isFirstPerson: matchPhrases(folded, this.#ownWords) !== 0,
          length: part.length,
        };
      });
  }

  /**
   * Whether a line makes a request instead of reporting one.
   *
   * @param hasTarget whether the line has a link or button
   */
  makesRequest(text: string, hasTarget: boolean): boolean {
    if (!hasTarget && this.#isReportedRequest(text)) return false;
    let totalLength = 0;
    let reportLength = 0;
    let hasOwn = false;
    let beginsWithRequest = false;
    for (const clause of this.readClauses(unquote(text))) {
      totalLength += clause.length;
      if ((clause.cues & ATTACHED_CUES) === 0 && !clause.isFirstPerson) reportLength += clause.length;
      if ((clause.cues & REQUEST_CUES) === 0) continue;
      hasOwn ||= clause.isFirstPerson;
      beginsWithRequest ||= (clause.openingCues & REQUEST_CUES) !== 0;
    }
    if (reportLength > totalLength * (hasOwn || hasTarget ? MAX_REPORT_SHARE_OWN : MAX_REPORT_SHARE))
      return false;
    return hasOwn || (beginsWithRequest && (hasTarget || totalLength <= MAX_SHORT_LENGTH));
  }

  /**
   * Whether a request is attributed to someone in the story: "Join our union, the drivers chanted." Lines of the site itself
   * end with the request or continue with an offer.
   */
  #isReportedRequest(text: string): boolean {
    for (const [sentence] of text.matchAll(SENTENCE)) {
      const [, request = '', attribution = ''] = PART_AFTER_COMMA.exec(sentence.trim()) ?? [];
      if (attribution === '' || (this.readCues(request) & REQUEST_CUES) === 0) continue;
      if ((this.readCues(attribution) & ATTACHED_CUES) === 0 && !this.isFirstPerson(attribution)) return true;
    }
    return false;
  }
}
