import { hasClass } from '../model/has-class.ts';
import { CUE } from '../model/lexicon.ts';
import { PAUSE } from '../model/subject-link.ts';
import type { ArticleModel } from '../model/types.ts';

/** Tokens of a clause that leads to a quote. */
const REACH = 16;

/** "Man hörte: „…“", "«…», чути було з натовпу": the clause at the quote says that it was heard, but from nobody. */
export function nobodySpeaks(model: ArticleModel, span: number): boolean {
  const { tokens, mentions, mentionFrom, lexicon } = model;
  const at = model.quoteTokens[span] ?? -1;
  const sentence = tokens[at]?.sentence;
  const lengthAt = (k: number): number =>
    lexicon.impersonals.find((phrase) => phrase.every((word, i) => tokens[k + i]?.lower === word))?.length ??
    0;
  let next = at + 1;
  while (next < at + 3 && PAUSE.test(tokens[next]?.text ?? '')) next++;
  if (tokens[next]?.sentence === sentence && lengthAt(next) > 0) return true;
  if (tokens[at - 1]?.text !== ':') return false;
  for (let k = at - 2; k > at - REACH && tokens[k]?.sentence === sentence; k--) {
    // "One could hear the mayor say: “…”": somebody spoke after all.
    if (hasClass(tokens[k], CUE) && lengthAt(k) === 0 && lengthAt(k - 1) < 2) return false;
    const length = lengthAt(k);
    if (length === 0) continue;
    const named = mentions[mentionFrom[k + length] ?? 0];
    return lexicon.nounCapitals || named?.kind !== 'name' || named.first > at || named.first > k + length + 1;
  }
  return false;
}
