import { hasClass } from './has-class.ts';
import { CUE, OBJECT_PRONOUN, PERSON, TITLE } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

/**
 * "uno de los vecinos", "uma das moradoras": one phrase, which speaks of somebody new. "…”, apuntó otra.": a word that
 * stands for its noun behind a verb of speech. Only where a language says which prepositions lead to a complement.
 */
export function joinOneOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  const { complements } = lexicon.data;
  if (!complements) return [...mentions];
  const starts = new Set(mentions.map(({ first }) => first));
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const one = tokens[mention.first - 2];
    const of = tokens[mention.first - 1];
    const isOne =
      mention.kind === 'noun' &&
      one?.sentence === mention.sentence &&
      one.kind === 'word' &&
      !lexicon.isDefinite(one.lower) &&
      complements.includes(of?.lower ?? '') &&
      hasClass(tokens[mention.head], PERSON | TITLE);
    if (!isOne) {
      joined.push(mention);
      continue;
    }
    const last = joined.at(-1);
    if (last?.first === mention.first - 2) joined.pop();
    joined.push({ ...mention, first: mention.first - 2 });
  }
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.capital || lexicon.isDefinite(token.lower) || starts.has(i)) continue;
    const next = tokens[i + 1];
    const ends = next?.sentence !== token.sentence || next.kind === 'mark';
    const verb = hasClass(tokens[i - 1], OBJECT_PRONOUN) ? tokens[i - 2] : tokens[i - 1];
    if (!ends || verb?.sentence !== token.sentence || !hasClass(verb, CUE)) continue;
    joined.push({
      first: i,
      last: i,
      head: i,
      nameFirst: i,
      kind: 'noun',
      possessive: false,
      sentence: token.sentence,
    });
  }
  return joined.sort((a, b) => a.first - b.first);
}
