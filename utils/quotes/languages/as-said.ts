import { hasClass } from '../model/has-class.ts';
import { CUE } from '../model/lexicon.ts';
import type { ArticleModel } from '../model/types.ts';

/** Tokens between the clause and the quote it covers. */
const REACH = 25;

/**
 * "Jak podkreślił Wolski, rybacy „poczekają …”": the speaker is named by a clause of comparison that opens the quote's
 * sentence, whoever its main clause is about. An index into the mentions, or -1.
 */
export function asSomebodySaid(model: ArticleModel, at: number): number {
  const { tokens, mentions, mentionFrom, lexicon } = model;
  const { comparatives } = lexicon.data;
  const sentence = tokens[at]?.sentence;
  if (comparatives === undefined || sentence === undefined) return -1;
  let first = at;
  while (first > 0 && at - first < REACH && tokens[first - 1]?.sentence === sentence) first--;
  const [opener, cue] = [tokens[first], tokens[first + 1]];
  if (!opener || !comparatives.includes(opener.lower)) return -1;
  if (!hasClass(cue, CUE)) return -1;
  const index = mentionFrom[first + 2] ?? 0;
  const mention = mentions[index];
  return mention?.first === first + 2 && tokens[mention.last + 1]?.text === ',' ? index : -1;
}
