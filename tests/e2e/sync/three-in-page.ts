/** Runs inside a page of the extension: what three users do, and what they see. */
import { changeTags, setArchived } from '../../../utils/library/articles/change-articles.ts';
import { addHighlight, changeHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import { listArticleHighlights } from '../../../utils/library/articles/highlights.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { library } from '../../../utils/library/db.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import { makeArticle } from '../../bench/library-texts.ts';
import { seeLibrary } from '../../unit/sync/see-library.ts';

async function idOf(title: string): Promise<string> {
  const row = (await library.articles.toArray()).find((article) => article.title === title);
  if (row === undefined) throw new Error(`no article “${title}”`);
  return row.id;
}

/** @param index of a generated article, whose text is its own */
export async function save(title: string, index: number): Promise<void> {
  const made = makeArticle(index);
  await saveArticle({ ...made, article: { ...made.article, title } });
}

export async function tag(title: string, name: string): Promise<void> {
  await changeTags([await idOf(title)], { tagsToAdd: [name] });
}

export async function highlight(title: string, start: number, note: string): Promise<void> {
  await addHighlight(await idOf(title), { start, end: start + 40 }, { note });
}

/** Writes another note on the first highlight. */
export async function rewrite(title: string, note: string): Promise<void> {
  const [first] = await listArticleHighlights(await idOf(title));
  if (first === undefined) throw new Error('no highlight');
  await changeHighlight(first.id, { note });
}

export async function archive(title: string): Promise<void> {
  await setArchived([await idOf(title)], true);
}

export async function remove(title: string): Promise<void> {
  await deleteArticles([await idOf(title)]);
}

export async function addList(name: string): Promise<void> {
  await createList(name);
}

export async function see(): Promise<string> {
  return JSON.stringify(await seeLibrary(library), null, 1);
}
