import { guessLanguage } from '../../utils/article/guess-language.ts';
import { sampleProse } from '../../utils/article/sample-prose.ts';
import { learnPhrases } from '../../utils/clutter/phrases/read-cues.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';

/**
 * Learns what sites beg with in the page's language, by its text and not by what the page says of itself. English
 * is there already; in a language nobody can name, all are learnt.
 */
export async function learnLanguage(document_: Document): Promise<void> {
  const lang = guessLanguage(sampleProse(document_));
  if (lang === 'en') return;
  const world = tabWorld();
  try {
    if (world.phraseBooks === undefined) await askBackground('page/loadPhrases', null);
  } catch (error) {
    // The page is then cleared by everything that needs no words, and by English ones.
    console.warn('offprint: no phrases but English', error);
  }
  const books = world.phraseBooks;
  if (books === undefined) return;
  learnPhrases(lang === null ? Object.values(books) : [books[lang]]);
}
