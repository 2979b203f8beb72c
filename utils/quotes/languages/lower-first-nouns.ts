import { GIVEN } from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';

/**
 * Removes the capital of a noun at the start of a sentence ("Kobieta chodzi do pracy", "Подія сталася вчора") unless
 * the article also capitalises it elsewhere. Linear in the text.
 */
export function lowerFirstNouns(tokens: readonly Token[], lexicon: Lexicon): void {
  // In other languages, nouns rarely begin a sentence without an article.
  if (lexicon.nounCapitals || !lexicon.tagger || !lexicon.data.foldName) return;
  const opens = (i: number): boolean => {
    const before = tokens[i - 1];
    return before?.sentence !== tokens[i]?.sentence || (i > 0 && /^[–—-]$/.test(before?.text ?? ''));
  };
  const names = new Set<string>();
  for (const [i, token] of tokens.entries())
    if (token.kind === 'word' && token.capital && !opens(i)) names.add(lexicon.fold(token.lower));
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || !token.capital || token.tag?.pos !== 'NOUN' || !opens(i)) continue;
    if (names.has(lexicon.fold(token.lower))) continue;
    if ((lexicon.givenOf(token.lower) & GIVEN) !== 0) continue;
    token.capital = false;
  }
}
