import { learnPhrases } from '../clutter/phrases/read-cues.ts';
import { everywhere } from '../languages/everywhere.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../languages/language-code.ts';
import { SITE_WORDS } from '../languages/site-words.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { learnBoilerplate } from './body/boilerplate-phrases.ts';
import { sampleProse } from './judge/sample-prose.ts';

/**
 * Learns what sites print and beg with in the page's language, by its text and not by what the page says of itself,
 * and in English, which papers in other languages use too. In a language nobody can name, all are learnt.
 */
export function learnLanguage(document_: Document): void {
  const lang = guessLanguage(sampleProse(document_));
  const wanted: readonly LanguageCode[] =
    lang === null ? LANGUAGE_CODES : [...new Set<LanguageCode>(['en', lang])];
  learnPhrases(wanted.map((language) => SITE_WORDS[language].begging));
  learnBoilerplate([everywhere, ...wanted.map((language) => SITE_WORDS[language].boilerplate)]);
}
