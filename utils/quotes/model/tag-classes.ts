import { ADVERB, AUX, CONJ, DET, GIVEN, PREP, VERB } from './lexicon.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Below this probability of being a noun, a name or a pronoun the tagger is believed about a word no list has. */
const SURE = 0.1;

/**
 * Gives words that no list has the class that the tagger sees: no list holds every adverb and verb. Words with a
 * capital inside a sentence stay as they are.
 */
export function classifyByTag(tokens: readonly Token[], lexicon: Lexicon): void {
  if (!lexicon.tagger) return;
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || !token.tag || token.classes !== 0 || token.nominal >= SURE) continue;
    const opens = tokens[i - 1]?.sentence !== token.sentence;
    if (token.capital && !opens) continue;
    if ((lexicon.givenOf(token.lower) & GIVEN) !== 0 && token.capital) continue;
    const { pos, form } = token.tag;
    if (pos === 'VERB' && form !== 'part') token.classes = VERB;
    else if (pos === 'AUX') token.classes = AUX;
    else if (pos === 'ADV' || pos === 'PART' || pos === 'INTJ') token.classes = ADVERB;
    else if (pos === 'ADP') token.classes = PREP;
    else if (pos === 'DET') token.classes = DET;
    else if (pos === 'CCONJ' || pos === 'SCONJ') token.classes = CONJ;
  }
}
