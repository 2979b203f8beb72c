import { expect, it } from 'vitest';
import { shownDetails, statedDetails } from '../../../../utils/library/articles/article-details.ts';
import { setArticleNote } from '../../../../utils/library/articles/article-note.ts';
import { quotesOf } from '../../../../utils/library/articles/article-parts.ts';
import { listArticleIds } from '../../../../utils/library/articles/articles.ts';
import { changeDetails } from '../../../../utils/library/articles/change-details.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { findReplaced } from '../../../../utils/library/articles/would-replace.ts';
import { writeBackup } from '../../../../utils/library/backup/backup-write.ts';
import type { ExportFormat } from '../../../../utils/library/backup/export-formats.ts';
import { writeExport } from '../../../../utils/library/backup/write-export.ts';
import { listSortedIds } from '../../../../utils/library/lists/sort-articles.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { search } from '../../../../utils/library/search/search.ts';
import type { ArticleDetails, ArticleRow } from '../../../../utils/library/types.ts';
import type { FilePart } from '../../../../utils/transfer/zip/zip-writer.ts';
import { freshLibrary } from '../fresh-library.ts';
import { importFile } from '../import-file.ts';
import { makeQuote, makeSave } from '../make-article.ts';

const EDITED: ArticleDetails = {
  title: 'Quay reopens after the storm',
  siteName: 'Coast Courier',
  byline: 'Maren Oddny',
  publishedAt: '2025-11-02',
  lang: 'nb',
};

const TEXT = 'The harbour opens again in May.\n\n“We waited long enough,” the pilot said.';
const SAVE = makeSave(
  { text: TEXT },
  { quotes: [makeQuote('We waited long enough,', 'Ina Holm', TEXT.indexOf('We'))] },
);

async function edited(db: LibraryDb, details: Partial<ArticleDetails> = EDITED): Promise<string> {
  const { articleId } = await saveArticle(SAVE, db);
  const { title, siteName, byline, publishedAt, lang } = SAVE.article;
  await changeDetails(articleId, { title, siteName, byline, publishedAt, lang, ...details }, db);
  return articleId;
}

const found = async (db: LibraryDb, query: string): Promise<number> => (await search(query, {}, db)).total;

async function exported(db: LibraryDb, format: ExportFormat): Promise<string> {
  const parts: FilePart[] = [];
  await writeExport({ format, scope: { view: 'all' }, name: '' }, (part) => void parts.push(part), db);
  return new Blob(parts).text();
}

it('shows, searches and sorts by what the user put there', async () => {
  const db = freshLibrary();
  const id = await edited(db);
  const later = makeSave({ url: 'https://paper.example/mill', title: 'Mill', publishedAt: '2025-12-24' });
  const { articleId: mill } = await saveArticle(later, db);
  expect(await db.articles.get(id)).toMatchObject(EDITED);
  expect(await found(db, 'title:storm')).toBe(1);
  expect(await found(db, 'author:maren')).toBe(1);
  expect(await found(db, 'courier')).toBe(1);
  expect(await found(db, 'lang:nb')).toBe(1);
  expect(await found(db, 'title:again')).toBe(0);
  expect(await listSortedIds('all', { by: 'published', reversed: false }, db)).toEqual([mill, id]);
  expect((await quotesOf(db, id))[0]?.saidAt).toBe(Date.UTC(2025, 10, 2));
});

it('keeps the edit when the page is saved again, and knows the article by what the page states', async () => {
  const db = freshLibrary();
  const id = await edited(db);
  const newer = makeSave({ text: `${TEXT}\n\nThe crane is new.`, byline: 'Ina Holm and others' });
  expect(await findReplaced(newer, db)).toMatchObject({ articleId: id, changes: { title: false } });
  expect(await saveArticle(newer, db)).toMatchObject({ articleId: id, updated: true });
  const row = await db.articles.get(id);
  expect(row).toMatchObject(EDITED);
  expect(row && statedDetails(row)).toMatchObject({
    title: 'Harbour opens again',
    byline: 'Ina Holm and others',
  });
  expect(await found(db, 'title:storm crane')).toBe(1);
});

it('puts back what the page states, field by field, and takes an edit back as a whole', async () => {
  const db = freshLibrary();
  const id = await edited(db);
  const before = await changeDetails(id, { ...EDITED, title: 'Harbour opens again' }, db);
  expect((await db.articles.get(id))?.stated).not.toHaveProperty('title');
  expect(before).toEqual(EDITED);
  await changeDetails(id, EDITED, db);
  await changeDetails(id, statedDetails((await db.articles.get(id)) ?? EDITED), db);
  expect(await db.articles.get(id)).not.toHaveProperty('stated');
  expect(await found(db, 'title:harbour')).toBe(1);
  expect(await changeDetails('nobody', EDITED, db)).toBeNull();
});

it('takes no empty title and no date that is none, and a date that is taken away leaves the article undated', async () => {
  const db = freshLibrary();
  const id = await edited(db, { title: '  ', publishedAt: 'soon', siteName: ' \u202eThe\n Paper ' });
  const row = await db.articles.get(id);
  expect(row).toMatchObject({ title: 'Harbour opens again', publishedAt: null, siteName: 'The Paper' });
  expect(row?.publishedTime).toBe(row?.savedAt);
  expect(await listArticleIds('undated', db)).toEqual([id]);
});

it('goes out in every export', async () => {
  const db = freshLibrary();
  await edited(db);
  const formats: ExportFormat[] = ['bibtex', 'ris', 'csl', 'bookmarks', 'articlesCsv', 'quotesCsv'];
  for (const format of formats) {
    const text = await exported(db, format);
    expect(text, format).toContain(EDITED.title);
    expect(text, format).not.toContain('Harbour opens again');
  }
  expect(await exported(db, 'ris')).toContain('Oddny');
});

/** Puts a backup of one library into another. @returns the row of the one article */
async function restored(from: LibraryDb, db: LibraryDb): Promise<ArticleRow> {
  const parts: FilePart[] = [];
  await writeBackup((part) => void parts.push(part), { settings: {}, now: 0 }, from);
  await importFile(db, new Blob(parts));
  const [row, ...more] = await db.articles.toArray();
  if (row === undefined || more.length > 0) throw new Error('not one article');
  return row;
}

it('comes back from a backup, also to an article that is here unedited', async () => {
  const [from, empty, full] = [freshLibrary(), freshLibrary(), freshLibrary()];
  await edited(from);
  await saveArticle(SAVE, full);
  for (const db of [empty, full]) {
    const row = await restored(from, db);
    expect(row).toMatchObject(EDITED);
    expect(statedDetails(row)).toMatchObject({ title: 'Harbour opens again', byline: 'Ina Holm' });
    expect(await found(db, 'title:storm')).toBe(1);
  }
});

it.each([
  ['where the text is here', false],
  ['where the article was deleted here', true],
])(
  'comes back field by field from a backup, %s: what is as the page states it is no edit',
  async (_, isDeleted) => {
    const [from, db] = [freshLibrary(), freshLibrary()];
    const other = { ...SAVE, article: { ...SAVE.article, siteName: 'The Paper online', lang: 'en-GB' } };
    const { articleId } = await saveArticle(other, from);
    const there = shownDetails(other.article);
    await changeDetails(articleId, { ...there, byline: 'Maren Oddny', title: 'Quay of old' }, from);
    const id = await edited(db, { title: 'Quay reopens', publishedAt: '2025-11-02' });
    if (isDeleted) await deleteArticles([id], db);
    const row = await restored(from, db);
    expect(row).toMatchObject({ title: 'Quay reopens', byline: 'Maren Oddny', publishedAt: '2025-11-02' });
    const { title, byline, publishedAt } = SAVE.article;
    expect(row.stated).toEqual({ title, byline, publishedAt });
    // What nobody edited is as the page states it that the text is of.
    expect(row.siteName).toBe(isDeleted ? 'The Paper online' : 'The Paper');
    expect(row.deletedAt).toBeNull();
    for (const query of ['title:reopens', 'author:maren', 'opens']) expect(await found(db, query)).toBe(1);
    for (const query of ['title:old', 'author:holm']) expect(await found(db, query)).toBe(0);
    expect((await quotesOf(db, row.id))[0]?.saidAt).toBe(Date.UTC(2025, 10, 2));
  },
);

it('finds a note that was made here when the text comes with a backup', async () => {
  const [from, db] = [freshLibrary(), freshLibrary()];
  await saveArticle(SAVE, from);
  const { articleId } = await saveArticle(SAVE, db);
  await setArticleNote(articleId, 'Ask about the crane.', db);
  await deleteArticles([articleId], db);
  await restored(from, db);
  expect(await found(db, 'note:crane')).toBe(1);
});
