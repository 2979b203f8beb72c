import { PERSON, POSSESSIVE, TITLE } from '../lexicon.ts';
import type { Mention } from '../mention.ts';
import type { Token } from '../token.ts';

/** Whoever owns what a phrase names, as a mention of its own: "Reed" in "Reed's claim that", "her" in "her promise to". */
export function readOwner(tokens: readonly Token[], phrase: Mention): Mention | null {
  for (let i = phrase.last - 1; i >= phrase.first; i--) {
    const token = tokens[i];
    if (!token) continue;
    const pronoun = (token.classes & POSSESSIVE) !== 0;
    if (!pronoun && !token.possessive) continue;
    const { sentence } = phrase;
    const first = pronoun ? i : phrase.first;
    return {
      first,
      last: i,
      head: i,
      kind: pronoun ? 'pronoun' : token.capital ? 'name' : 'noun',
      possessive: true,
      nameFirst: pronoun || !token.capital ? i : ownerName(tokens, first, i),
      sentence,
    };
  }
  return null;
}

/** Where the name that ends at `last` begins. */
function ownerName(tokens: readonly Token[], first: number, last: number): number {
  let from = last;
  while (from > first) {
    const token = tokens[from - 1];
    if (!token?.capital || (token.classes & (TITLE | PERSON)) !== 0) break;
    from--;
  }
  return from;
}
