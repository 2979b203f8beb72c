import { BODY, GIVEN, GROUP } from '../model/lexicon.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';

/** Only letters that are not all capitals: "ЗСУ" is a name wherever it stands. */
const ACRONYM = /^\p{Lu}{2,}$/u;

/**
 * "Kobieta chodzi do pracy", "Подія сталася вчора": the capital of a sentence's first word makes no name of a noun, unless
 * the article writes it so within a sentence, too. Takes the capital from such words. Linear.
 */
export function lowerFirstNouns(tokens: readonly Token[], lexicon: Lexicon): void {
  // Elsewhere an article in front keeps nouns from the head of a sentence.
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
    if (ACRONYM.test(token.text) || names.has(lexicon.fold(token.lower))) continue;
    // "Ministerstwo Zdrowia": a name goes on behind it.
    const goesOn = tokens[i + 1]?.capital === true && tokens[i + 1]?.sentence === token.sentence;
    if (goesOn && (token.classes & (BODY | GROUP)) !== 0) continue;
    if ((lexicon.givenOf(token.lower) & GIVEN) !== 0) continue;
    token.capital = false;
  }
}
