/** Runs inside a page of the extension: does to an article what users do, with a word of theirs in all of it. */
import { changeTags, setInList } from '../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { saveArticles } from '../../../utils/library/articles/save-article.ts';
import { library } from '../../../utils/library/db.ts';
import { createList, removeList } from '../../../utils/library/lists/lists.ts';
import { createSmartList, removeSmartList } from '../../../utils/library/lists/smart-lists.ts';
import { renamePerson } from '../../../utils/library/people/decide-people.ts';
import { makeArticle } from '../../bench/library-texts.ts';

/** Tags, lists, searches, highlights and notes of the first article whose title has the word. */
export async function leaveWords(word: string): Promise<void> {
  const article = (await library.articles.toArray()).find(({ title }) => title.toLowerCase().includes(word));
  if (article === undefined) throw new Error(`no article on ${word}`);
  await changeTags([article.id], { tagsToAdd: [`on the ${word}`] });
  await addHighlight(article.id, { start: 0, end: 60 }, { note: `My ${word} note`, colour: 'blue' });
  const speaker = article.speakerKeys.find((key) => key.includes(word));
  if (speaker !== undefined) await renamePerson(speaker, `Doctor ${word}`);
  // What the user named is the user's: it goes when the user removes it.
  const list = await createList(`All about the ${word}`);
  await setInList([article.id], list.id, true);
  await removeList(list.id);
  const search = await createSmartList(`Every ${word}`, word, { by: 'saved', reversed: false });
  await removeSmartList(search.id);
}

/** Others beside it: their rows share segments of the index and of the change log. */
export async function saveOthers(count: number): Promise<number> {
  await saveArticles(Array.from({ length: count }, (_, i) => makeArticle(i)));
  return library.articles.count();
}

export async function countArticles(): Promise<number> {
  return library.articles.count();
}
