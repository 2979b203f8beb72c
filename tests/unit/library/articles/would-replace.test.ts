import { expect, it } from 'vitest';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { findReplaced, findShown } from '../../../../utils/library/articles/would-replace.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const FIRST = 'The ferry to the outer islands will run every day from the first of May, the council said.';
const SECOND = 'Tickets go on sale at the harbour office next week, and cost what they did a year ago.';
const THIRD = 'The council had stopped the ferry in autumn because the old engine could not be repaired.';
const textOf = (...paragraphs: string[]): string => paragraphs.join('\n\n');

it('says what a save would replace, and how the text differs', async () => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({ text: textOf(FIRST, SECOND) }), db);
  const corrected = SECOND.replace('next week', 'on Monday');
  const newer = makeSave({ title: 'Harbour opens again in May', text: textOf(FIRST, corrected, THIRD) });
  expect(await findReplaced(newer, db)).toMatchObject({
    articleId,
    changes: { title: true, added: 1, removed: 0, changed: 1 },
  });
  expect(await findReplaced(makeSave({ text: textOf(FIRST, SECOND) }), db)).toBeNull();
});

it('says nothing where nothing is lost from sight: a new article, a deleted one, the whole of a preview', async () => {
  const db = freshLibrary();
  const whole = makeSave({ text: textOf(FIRST, SECOND, THIRD), wordCount: 50 });
  expect(await findReplaced(whole, db)).toBeNull();
  const { articleId } = await saveArticle(makeSave({ text: FIRST, isPreview: true, wordCount: 17 }), db);
  expect(await findReplaced(whole, db)).toBeNull();
  await saveArticle(makeSave({ text: textOf(FIRST, SECOND) }), db);
  expect(await findReplaced(whole, db)).not.toBeNull();
  await deleteArticles([articleId], db);
  expect(await findReplaced(whole, db)).toBeNull();
  // What comes back from the trash is new to the user.
  expect((await saveArticle(whole, db)).updated).toBe(false);
});

it('what is saved at an address is not the page’s where another story stands there now', async () => {
  const db = freshLibrary();
  const url = 'https://paper.example/briefing';
  const morning = makeSave({ url, title: 'Ferry starts in May', text: textOf(FIRST, SECOND, THIRD) });
  const { articleId } = await saveArticle(morning, db);
  const evening = makeSave({
    url,
    title: 'Bees return to the old orchard',
    text: textOf(
      'Eleven hives were carried up to the orchard on Tuesday, for the first time since the frost took the trees.',
      'The beekeeper expects to sell the first honey of this slope at the autumn market behind the town hall.',
    ),
  });
  expect(await findShown(url, morning, db)).toMatchObject({ id: articleId });
  expect(await findShown(url, makeSave({ text: textOf(FIRST, SECOND) }), db)).toMatchObject({
    id: articleId,
  });
  expect(await findShown(url, evening, db)).toBeNull();
  const second = await saveArticle(evening, db);
  expect(await findShown(url, evening, db)).toMatchObject({ id: second.articleId });
  expect(await findShown(url, morning, db)).toMatchObject({ id: articleId });
});
