import {
  ADVERB,
  AUX,
  CLOSED_CLASS,
  CONJ,
  CUE_VERB,
  DET,
  OTHER_VERB,
  PHRASE_VERB,
  POSSESSIVE,
  PREP,
  PRONOUN,
  TIME_NAME,
} from './lexicon.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Past forms, which are never nouns. */
const PAST_FORM =
  /(?:ed|said|told|wrote|thought|felt|began|went|gave|made|spoke|found|saw|sought|meant|cried|sang|knew|read)$/;

/** Removes verb classes from words that are nouns in context ("the report", "his claims"). */
export function disambiguateClasses(
  tokens: readonly Token[],
  isEnglish: boolean,
  capitalisesNouns = false,
): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const previous = tokens[i - 1];
    if (token?.kind !== 'word') continue;
    const opensSentence = !previous || previous.sentence !== token.sentence;
    if (
      token.isCapitalised &&
      !opensSentence &&
      previous.kind !== 'quote' &&
      !/^[–—-]$/.test(previous.text) &&
      (token.classes & (PRONOUN | TIME_NAME)) === 0
    ) {
      // Capitalised inside a sentence: a name, whatever its other meanings.
      token.classes &= ~CLOSED_CLASS;
    }
    // "Specifically, …": not a name.
    if (
      opensSentence &&
      token.classes === 0 &&
      isEnglish &&
      /.{3}ly$/.test(token.lower) &&
      !/lly$/.test(token.lower)
    )
      token.classes = ADVERB;
    if ((token.classes & (CUE_VERB | PHRASE_VERB)) === 0 || !previous || opensSentence) continue;
    // Only forms that can be nouns lose their verb class; "that" is rarely a determiner.
    if (PAST_FORM.test(token.lower) || previous.lower === 'that') continue;
    // "Das sagt Reed": in languages that capitalise nouns, a lower-case finite verb is not a noun.
    if (capitalisesNouns && !token.isCapitalised && token.tag?.form === 'fin') continue;
    const isIngForm = token.lower.endsWith('ing');
    const isDetermined = (previous.classes & (DET | POSSESSIVE)) !== 0 || previous.isPossessive;
    if ((isDetermined && !isIngForm) || ((previous.classes & PREP) !== 0 && !isIngForm))
      token.classes &= ~(CUE_VERB | PHRASE_VERB);
  }
}

/** Maximum probability of being nominal at which the tagger decides the class of an unlisted word. */
const MAX_NOMINAL_PROBABILITY = 0.1;

/**
 * Classifies unlisted words by their tags, because no list contains every adverb and verb. Words capitalised inside a
 * sentence are unchanged.
 */
export function classifyByTag(tokens: readonly Token[], lexicon: Lexicon): void {
  if (!lexicon.tagger) return;
  for (const [i, token] of tokens.entries()) {
    if (
      token.kind !== 'word' ||
      !token.tag ||
      token.classes !== 0 ||
      token.nominal >= MAX_NOMINAL_PROBABILITY
    )
      continue;
    const opensSentence = tokens[i - 1]?.sentence !== token.sentence;
    if (token.isCapitalised && !opensSentence) continue;
    const { pos, form } = token.tag;
    if (pos === 'VERB' && form !== 'part') token.classes = OTHER_VERB;
    else if (pos === 'AUX') token.classes = AUX;
    else if (pos === 'ADV' || pos === 'PART' || pos === 'INTJ') token.classes = ADVERB;
    else if (pos === 'ADP') token.classes = PREP;
    else if (pos === 'DET') token.classes = DET;
    else if (pos === 'CCONJ' || pos === 'SCONJ') token.classes = CONJ;
  }
}
