import '../learn-all.ts';
import { getLexicon } from '../../../../utils/quotes/model/lexicon.ts';
import type { Token } from '../../../../utils/quotes/model/token.ts';
import { tokenise } from '../../../../utils/quotes/model/tokens.ts';
import { getTagger } from '../../../../utils/quotes/tagging/tagger-registry.ts';

/** The tokens of a text with what the language's tagger says of them; quotations are read as words. */
export function tagText(text: string, language: string): Token[] {
  const tagger = getTagger(language);
  const lexicon = getLexicon(language);
  // Languages without words of their own are tagged all the same.
  return tokenise(text, [], Object.create(lexicon, { tagger: { value: tagger } }));
}
