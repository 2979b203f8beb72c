import { ADVERB, CLOSED, CUE, DET, PHRASE, POSSESSIVE, PREP, PRONOUN, TIME } from './lexicon.ts';
import type { Token } from './token.ts';

const COUNT = /^(?:two|three|four|five|both|many|some|most|several|few)$/;

/** Past forms, which are never nouns. */
const PAST =
  /(?:ed|said|told|wrote|thought|felt|began|went|gave|made|spoke|found|saw|sought|meant|cried|sang|knew|read)$/;

/** Takes verb readings from words that are nouns here ("the report", "his claims"). */
export function cleanClasses(tokens: readonly Token[], english: boolean, nounCapitals = false): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const previous = tokens[i - 1];
    if (token?.kind !== 'word') continue;
    const opensSentence = !previous || previous.sentence !== token.sentence;
    if (
      token.capital &&
      !opensSentence &&
      previous.kind !== 'quote' &&
      !/^[–—-]$/.test(previous.text) &&
      (token.classes & (PRONOUN | TIME)) === 0
    ) {
      // A capital inside the sentence: a name, whatever the word means elsewhere.
      token.classes &= ~CLOSED;
    }
    // "Specifically, …": no name.
    if (
      opensSentence &&
      token.classes === 0 &&
      english &&
      /.{3}ly$/.test(token.lower) &&
      !/lly$/.test(token.lower)
    )
      token.classes = ADVERB;
    if ((token.classes & (CUE | PHRASE)) === 0 || !previous || opensSentence) continue;
    // Only forms that can be nouns lose their verb reading; "that" is rarely an article in front of one.
    if (PAST.test(token.lower) || previous.lower === 'that') continue;
    // "Das sagt Reed": where nouns have capitals, a finite verb in small letters is none.
    if (nounCapitals && !token.capital && token.tag?.form === 'fin') continue;
    const ing = token.lower.endsWith('ing');
    // "the two write": behind a count a noun would stand in the plural.
    if (COUNT.test(previous.lower) && !token.lower.endsWith('s')) continue;
    const determined = (previous.classes & (DET | POSSESSIVE)) !== 0 || previous.possessive;
    if ((determined && !ing) || ((previous.classes & PREP) !== 0 && !ing)) token.classes &= ~(CUE | PHRASE);
  }
}
