import { hasClass } from './has-class.ts';
import { ADVERB, AUX, CLOSED, COMPLEMENTISER, CUE, DET, PREP, PRONOUN } from './lexicon.ts';
import { PAUSE } from './subject-link.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

/**
 * "the Saudis state that …": behind a people, a family or a party in the plural, the plain form of a verb of speech is
 * no noun where a clause or the end of one follows. Changes the classes of such words; English.
 */
export function markVerbsOfPlurals(tokens: readonly Token[], lexicon: Lexicon): void {
  for (const [i, token] of tokens.entries()) {
    const name = tokens[i - 1];
    if (token.kind !== 'word' || token.capital || !name?.capital || name.possessive) continue;
    if (!/[^s]s$/.test(name.lower) || tokens[i - 2]?.lower !== 'the') continue;
    if (!lexicon.isCue(`${token.lower}s`) && !lexicon.isCue(token.lower)) continue;
    const next = tokens[i + 1];
    const goesOn =
      next?.sentence === token.sentence &&
      next.kind === 'word' &&
      !hasClass(next, COMPLEMENTISER | DET | PRONOUN | ADVERB);
    // “…,” the Saudis state in a paper: right behind a quote nothing else can be its verb.
    const clause = tokens[i - 3];
    const behind =
      clause?.kind === 'quote' || (PAUSE.test(clause?.text ?? '') && tokens[i - 4]?.kind === 'quote');
    if (goesOn && behind && hasClass(next, PREP)) token.classes = CUE | (token.classes & CLOSED);
    // "the Greens report said": the verb comes later.
    if (!goesOn && !hasClass(next, AUX | CUE)) token.classes = CUE | (token.classes & CLOSED);
  }
}
