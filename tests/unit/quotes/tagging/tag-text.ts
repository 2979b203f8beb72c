import '../learn-all.ts';
import { lexiconFor } from '../../../../utils/quotes/model/lexicon.ts';
import type { Token } from '../../../../utils/quotes/model/token.ts';
import { readTokens } from '../../../../utils/quotes/model/tokens.ts';
import { taggerFor } from '../../../../utils/quotes/tagging/known-taggers.ts';

/** The tokens of a text with what the language's tagger says of them; quotations are read as words. */
export function tagText(text: string, language: string): Token[] {
  const tagger = taggerFor(language);
  const lexicon = lexiconFor(language);
  // Languages without words of their own are tagged all the same.
  return readTokens(text, [], Object.create(lexicon, { tagger: { value: tagger } }));
}
