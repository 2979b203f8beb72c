import { GIVEN_NAME } from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';

/**
 * Removes the capital of a noun at the start of a sentence ("Kobieta chodzi do pracy", "Подія сталася вчора") unless
 * the article also capitalises it elsewhere. Linear in the text.
 */
export function lowercaseInitialNouns(tokens: readonly Token[], lexicon: Lexicon): void {
  // In other languages, nouns rarely begin a sentence without an article.
  if (lexicon.capitalisesNouns || !lexicon.tagger || !lexicon.data.stemName) return;
  const opensSentence = (i: number): boolean => {
    const before = tokens[i - 1];
    return before?.sentence !== tokens[i]?.sentence || (i > 0 && /^[–—-]$/.test(before?.text ?? ''));
  };
  const names = new Set<string>();
  for (const [i, token] of tokens.entries())
    if (token.kind === 'word' && token.isCapitalised && !opensSentence(i))
      names.add(lexicon.stem(token.lower));
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || !token.isCapitalised || token.tag?.pos !== 'NOUN' || !opensSentence(i))
      continue;
    if (names.has(lexicon.stem(token.lower))) continue;
    if ((lexicon.givenNameClasses(token.lower) & GIVEN_NAME) !== 0) continue;
    token.isCapitalised = false;
  }
}
