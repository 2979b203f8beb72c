import { setPhraseBooks } from '../clutter/phrases/read-cues.ts';
import { everywhere } from '../languages/everywhere.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../languages/language-code.ts';
import { SITES } from '../languages/sites.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { setBoilerplate } from './body/boilerplate-phrases.ts';
import { sampleProse } from './judge/sample-prose.ts';

/**
 * Loads the phrases of the page's language, detected from its text instead of its markup, and those of English, which
 * papers in other languages use too. If the language is unknown, all are loaded.
 */
export function loadPhrasesFor(document_: Document): void {
  const lang = guessLanguage(sampleProse(document_));
  const wanted: readonly LanguageCode[] =
    lang === null ? LANGUAGE_CODES : [...new Set<LanguageCode>(['en', lang])];
  setPhraseBooks(wanted.map((language) => SITES[language].begging));
  setBoilerplate([everywhere, ...wanted.map((language) => SITES[language].boilerplate)]);
}
