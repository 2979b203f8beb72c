import { learnBoilerplate } from '../../utils/article/body/boilerplate-phrases.ts';
import { sampleProse } from '../../utils/article/judge/sample-prose.ts';
import { learnPhrases } from '../../utils/clutter/phrases/read-cues.ts';
import { LANGUAGE_CODES, type LanguageCode } from '../../utils/languages/language-code.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { guessLanguage } from '../../utils/text/guess-language.ts';

/**
 * Learns what sites print and beg with in the page's language, by its text and not by what the page says of itself,
 * and in English, which papers in other languages use too. In a language nobody can name, all are learnt. Asks for
 * what did not come with the assistant.
 */
export async function learnLanguage(document_: Document): Promise<void> {
  const lang = guessLanguage(sampleProse(document_));
  const wanted: readonly LanguageCode[] = lang === null ? LANGUAGE_CODES : ['en', lang];
  const missing = wanted.filter((language) => tabWorld().siteWords?.[language] === undefined);
  try {
    if (missing.length > 0) await askBackground('page/loadPhrases', { languages: missing });
  } catch (error) {
    // The page is then read and cleared by everything that needs no words, and by the words that are there.
    console.warn('offprint: not all phrases', error);
  }
  const words = wanted.flatMap((language) => tabWorld().siteWords?.[language] ?? []);
  learnPhrases(words.map(({ begging }) => begging));
  learnBoilerplate(words.flatMap(({ boilerplate }) => boilerplate));
}
