import { setPhraseBooks } from '../clutter/phrases/read-cues.ts';
import { everywhere } from '../languages/everywhere.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../languages/language-code.ts';
import { SITES } from '../languages/sites.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { setBoilerplate } from './body/boilerplate-phrases.ts';
import { sampleProse } from './judge/sample-prose.ts';

/**
 * Loads the phrases of the page's language, which is detected from the text, and of English, which is also used on sites in
 * other languages. If the language is unknown, loads all phrases.
 */
export function loadPhrasesFor(document_: Document): void {
  const lang = guessLanguage(sampleProse(document_));
  const languages: readonly LanguageCode[] =
    lang === null ? LANGUAGE_CODES : [...new Set<LanguageCode>(['en', lang])];
  setPhraseBooks(languages.map((language) => SITES[language].begging));
  setBoilerplate([everywhere, ...languages.map((language) => SITES[language].boilerplate)]);
}
