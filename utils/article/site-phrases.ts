import { allCues } from '../clutter/phrases/all-cues.ts';
import { CueReader } from '../clutter/phrases/read-cues.ts';
import { everywhere } from '../languages/everywhere.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../languages/language-code.ts';
import { SITES } from '../languages/sites.ts';
import { guessLanguage } from '../text/guess-language.ts';
import { Boilerplate } from './body/boilerplate-phrases.ts';
import { sampleProse } from './judge/sample-prose.ts';

/** The phrases by which text of the site is told from text of the article, in one or more languages. */
export interface SitePhrases {
  cues: CueReader;
  boilerplate: Boilerplate;
}

const compileBoilerplate = (languages: readonly LanguageCode[]): Boilerplate =>
  new Boilerplate([everywhere, ...languages.map((language) => SITES[language].boilerplate)]);

let all: SitePhrases | undefined;

/** Returns the phrases of all languages, for pages whose language is unknown. Compiled at their first use. */
export function allPhrases(): SitePhrases {
  all ??= { cues: allCues(), boilerplate: compileBoilerplate(LANGUAGE_CODES) };
  return all;
}

/**
 * Returns the phrases of the page's language, which is detected from the text, and of English, which is also used on sites in
 * other languages. If the language is unknown, returns all phrases.
 */
export function detectPhrases(document_: Document): SitePhrases {
  const lang = guessLanguage(sampleProse(document_));
  if (lang === null) return allPhrases();
  const languages = [...new Set<LanguageCode>(['en', lang])];
  return {
    cues: new CueReader(languages.map((language) => SITES[language].begging)),
    boilerplate: compileBoilerplate(languages),
  };
}
