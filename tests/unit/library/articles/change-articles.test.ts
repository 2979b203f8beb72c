import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { shownDetails, statedDetails } from '../../../../utils/library/articles/article-details.ts';
import {
  getArticleNote,
  mergeArticleNote,
  setArticleNote,
  undoArticleNote,
} from '../../../../utils/library/articles/article-note.ts';
import { readQuotes } from '../../../../utils/library/articles/article-parts.ts';
import { getArticles, listArticleIds } from '../../../../utils/library/articles/articles.ts';
import { changeDetails } from '../../../../utils/library/articles/change-details.ts';
import { addHighlight } from '../../../../utils/library/articles/change-highlights.ts';
import { compareTexts } from '../../../../utils/library/articles/compare-texts.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { writeBackup } from '../../../../utils/library/backup/backup-write.ts';
import type { ExportFormat } from '../../../../utils/library/backup/export-formats.ts';
import { writeExport } from '../../../../utils/library/backup/write-export.ts';
import { listSortedIds } from '../../../../utils/library/lists/sort-articles.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { hashText } from '../../../../utils/library/search/fold-text.ts';
import type { ArticleDetails, ArticleRow } from '../../../../utils/library/types.ts';
import type { DiffBlock } from '../../../../utils/library/view-types.ts';
import type { FilePart } from '../../../../utils/transfer/zip/zip-writer.ts';
import { itLong } from '../../../long.ts';
import { expectWithin } from '../../growth.ts';
import { completeness } from '../completeness-of.ts';
import { search } from '../find-articles.ts';
import { fillDiskAt, freshDisk, freshLibrary } from '../fresh-library.ts';
import { importFile } from '../import-file.ts';
import { makeQuote, makeSave } from '../make-article.ts';

let db: LibraryDb;
beforeEach(() => {
  db = freshLibrary();
});

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

it('shows, searches and sorts by edited details', async () => {
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
  expect((await readQuotes(db, id))[0]?.saidAt).toBe(Date.UTC(2025, 10, 2));
});

it('keeps edits when the page is saved again, and recognises the article by what the page states', async () => {
  const id = await edited(db);
  const newer = makeSave({ text: `${TEXT}\n\nThe crane is new.`, byline: 'Ina Holm and others' });
  expect(await saveArticle(newer, db)).toMatchObject({
    articleId: id,
    updated: true,
    // The former title, by which the texts are compared.
    replaced: { title: 'Harbour opens again' },
  });
  const row = await db.articles.get(id);
  expect(row).toMatchObject(EDITED);
  expect(row && statedDetails(row)).toMatchObject({
    title: 'Harbour opens again',
    byline: 'Ina Holm and others',
  });
  expect(await found(db, 'title:storm crane')).toBe(1);
});

it('saves details that were edited before the save together with the article', async () => {
  const { articleId: id } = await saveArticle({ ...SAVE, details: EDITED }, db);
  const row = await db.articles.get(id);
  expect(row).toMatchObject(EDITED);
  expect(row && statedDetails(row)).toMatchObject({ title: 'Harbour opens again', byline: 'Ina Holm' });
  expect(await found(db, 'title:storm author:maren')).toBe(1);
  expect(await found(db, 'title:again')).toBe(0);
  expect((await readQuotes(db, id))[0]?.saidAt).toBe(Date.UTC(2025, 10, 2));
});

it('saves edited details even if the saved text is more complete than that of the page', async () => {
  const { articleId: id } = await saveArticle(SAVE, db);
  const preview = makeSave({ text: 'The harbour opens again in May.', isPreview: true });
  for (const isDeleted of [false, true]) {
    if (isDeleted) await deleteArticles([id], db);
    const details = { ...EDITED, title: isDeleted ? 'Quay again' : 'Quay' };
    expect((await saveArticle({ ...preview, details }, db)).articleId).toBe(id);
    expect(await db.articles.get(id)).toMatchObject({ ...details, textHash: hashText(TEXT) });
    expect(await found(db, 'title:quay waited')).toBe(1);
    expect(await found(db, 'title:harbour')).toBe(0);
  }
});

it('if the disk is full, an article is saved with the edited details or not at all', async () => {
  for (let n = 0; ; n += 1) {
    const { open } = freshDisk();
    await open().open();
    const full = open();
    const disk = fillDiskAt(full, n);
    const isSaved = await saveArticle({ ...SAVE, details: EDITED }, full).then(
      () => true,
      () => false,
    );
    const titles = (await full.articles.toArray()).map(({ title }) => title);
    expect([n, titles]).toEqual([n, isSaved ? [EDITED.title] : []]);
    if (disk.writes() <= n) return;
  }
});

it('reverts single fields to what the page states, and undoes an edit as a whole', async () => {
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

it('rejects an empty title and an invalid date; removing the date makes the article undated', async () => {
  const id = await edited(db, { title: '  ', publishedAt: 'soon', siteName: ' \u202eThe\n Paper ' });
  const row = await db.articles.get(id);
  expect(row).toMatchObject({ title: 'Harbour opens again', publishedAt: null, siteName: 'The Paper' });
  expect(row?.publishedTime).toBe(row?.savedAt);
  expect(await listArticleIds('undated', db)).toEqual([id]);
});

it('is included in every export', async () => {
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

it('is restored from a backup, even to an unedited article that exists', async () => {
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
    expect((await readQuotes(db, row.id))[0]?.saidAt).toBe(Date.UTC(2025, 10, 2));
  },
);

it('locates an existing highlight when a backup restores the text', async () => {
  const [from, db] = [freshLibrary(), freshLibrary()];
  await saveArticle(SAVE, from);
  const { articleId } = await saveArticle(SAVE, db);
  await setArticleNote(articleId, 'Ask about the crane.', db);
  await deleteArticles([articleId], db);
  await restored(from, db);
  expect(await found(db, 'note:crane')).toBe(1);
});

it('an article has one note besides its highlights, which can be searched and deleted', async () => {
  const { articleId } = await saveArticle(makeSave(), db);
  await addHighlight(articleId, { start: 0, end: 5 }, { note: 'of a passage' }, db);
  await setArticleNote(articleId, 'compare with the budget', db);
  await setArticleNote(articleId, 'compare with the ledger', db);
  expect(await getArticleNote(articleId, db)).toBe('compare with the ledger');
  const [row] = await getArticles([articleId], db);
  expect(row).toMatchObject({ highlightCount: 1, noteCount: 2 });
  expect((await search('ledger', {}, db)).total).toBe(1);
  await setArticleNote(articleId, '', db);
  expect(await getArticleNote(articleId, db)).toBe('');
  expect((await search('ledger', {}, db)).total).toBe(0);
});

it.each<[string, { stored: string; base: string; written: string; becomes: string }]>([
  ['takes the place of what it was made of', { stored: 'A', base: 'A', written: 'B', becomes: 'B' }],
  ['takes that away where it was emptied', { stored: 'A', base: 'A', written: '', becomes: '' }],
  ['goes below a newer one', { stored: 'New', base: 'A', written: 'A b', becomes: 'New\n\nA b' }],
  ['takes away no newer one', { stored: 'New', base: 'A', written: '', becomes: 'New' }],
  [
    'is left out where it was written on',
    { stored: 'Ask him', base: '', written: 'Ask', becomes: 'Ask him' },
  ],
  ['wins where it has the other', { stored: 'Ask', base: '', written: 'Ask him', becomes: 'Ask him' }],
  ['goes below it once', { stored: 'New\n\nA b', base: 'A', written: 'A b', becomes: 'New\n\nA b' }],
  ['is written on there', { stored: 'New\n\nA b', base: 'A b', written: 'A c', becomes: 'New\n\nA c' }],
  ['is emptied there', { stored: 'New\n\nA b', base: 'A b', written: '', becomes: 'New' }],
])('a note whose article was changed in the meantime: %s', async (_, { stored, base, written, becomes }) => {
  const { articleId } = await saveArticle(makeSave(), db);
  await setArticleNote(articleId, stored, db);
  expect(await mergeArticleNote(articleId, written, base, db)).toBe(true);
  expect(await getArticleNote(articleId, db)).toBe(becomes);
});

it.each<[string, { before: string; here: string; note: string; becomes: string }]>([
  ['is taken back', { before: 'A', here: 'A', note: 'A b', becomes: 'A' }],
  ['is taken back alone', { before: '', here: 'New', note: 'A', becomes: 'New' }],
])('a note whose article was changed in the meantime: %s', async (_, { before, here, note, becomes }) => {
  const { articleId } = await saveArticle(makeSave(), db);
  await setArticleNote(articleId, here, db);
  await mergeArticleNote(articleId, note, before, db);
  expect(await undoArticleNote(articleId, note, before, db)).toBe(true);
  expect(await getArticleNote(articleId, db)).toBe(becomes);
  await setArticleNote(articleId, 'Newest', db);
  expect(await undoArticleNote(articleId, note, before, db)).toBe(false);
  expect(await getArticleNote(articleId, db)).toBe('Newest');
});

it('a note on an article that no longer exists is discarded', async () =>
  expect(await mergeArticleNote('gone', 'Ask', '', freshLibrary())).toBe(false));

function compare(before: string, after: string) {
  return compareTexts({ title: 'x', text: before, quotes: [] }, { title: 'x', text: after, quotes: [] });
}

/** One of the two texts again, from what the comparison says. */
const side = (blocks: readonly DiffBlock[], dropped: 'added' | 'removed'): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'changed') {
        return [block.pieces.flatMap(({ kind, text }) => (kind === dropped ? [] : [text])).join('')];
      }
      return block.kind === dropped ? [] : [block.text];
    })
    .join('\n\n');

it('comparing two texts finds changed, added and removed paragraphs', () => {
  const before = 'The lock stays shut until Friday, the council said.\n\nNobody was asked.\n\nMore follows.';
  const after =
    'The lock stays shut until Sunday, the council said.\n\nMore follows.\n\nCorrection: a day was wrong.';
  const { blocks, changes } = compare(before, after);
  expect(changes).toBe(3);
  expect(blocks.map(({ kind }) => kind)).toEqual(['changed', 'removed', 'same', 'added']);
  expect(blocks[0]).toMatchObject({
    pieces: [
      { kind: 'same', text: 'The lock stays shut until ' },
      { kind: 'removed', text: 'Friday, ' },
      { kind: 'added', text: 'Sunday, ' },
      { kind: 'same', text: 'the council said.' },
    ],
  });
});

it('comparing two texts compares headlines and quotes', () => {
  const quote = { text: 'We were not asked', start: 0, end: 17, resolvedSpeaker: 'Ada Holm', role: null };
  const comparison = compareTexts(
    { title: 'Lock shut', text: 'a', quotes: [quote] },
    { title: 'Lock open', text: 'a', quotes: [] },
  );
  expect(comparison.title).toEqual([
    { kind: 'same', text: 'Lock ' },
    { kind: 'removed', text: 'shut' },
    { kind: 'added', text: 'open' },
  ]);
  expect(comparison.quotesRemoved).toEqual([quote]);
  expect(comparison.changes).toBe(0);
});

it('a comparison contains both texts completely, whatever they are', () => {
  const text = fc
    .array(fc.array(fc.constantFrom('ice', 'tug', 'ferry', '港', 'a b'), { maxLength: 8 }), {
      maxLength: 8,
    })
    .map((paragraphs) =>
      paragraphs
        .map((words) => words.join(' '))
        .filter(Boolean)
        .join('\n\n'),
    );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { blocks } = compare(before, after);
      expect(side(blocks, 'added').replace(/^\n\n|\n\n$/g, '')).toBe(before);
      expect(side(blocks, 'removed').replace(/^\n\n|\n\n$/g, '')).toBe(after);
    }),
  );
});

it('comparing two texts finds what is unchanged in a paragraph of any length', () => {
  const long = Array.from({ length: 12_000 }, (_, i) => `word${i % 700}`);
  const after = long.map((word, i) => (i % 40 === 0 ? 'other' : word));
  const { blocks } = compare(long.join(' '), after.join(' '));
  expect(blocks).toMatchObject([{ kind: 'changed' }]);
  const pieces = blocks[0]?.kind === 'changed' ? blocks[0].pieces : [];
  expect(pieces.filter(({ kind }) => kind === 'removed')).toHaveLength(300);
  expect(side(blocks, 'removed')).toBe(after.join(' '));
});

itLong(
  'comparing two texts gives up in time on a paragraph that became another of the same words',
  async () => {
    const words = (step: number): string =>
      Array.from({ length: 20_000 }, (_, i) => `word${(i * step) % 997}`).join(' ');
    const [before, after] = [words(3), words(5)];
    await expectWithin(5000, () => expect(compare(before, after).changes).toBe(2));
  },
);

it('comparing long texts that have nothing in common does not hang', () => {
  const long = (word: string): string => Array.from({ length: 3000 }, (_, i) => `${word}${i}`).join('\n\n');
  expect(compare(long('a'), long('b')).changes).toBe(6000);
});

it('the completeness report distinguishes whole texts, previews and links, and says why images are missing', async () => {
  expect(await completeness('whole')).toMatchObject({ text: 'whole', imagesTotal: 2, imagesSaved: 1 });
  expect((await completeness('whole'))?.missing).toMatchObject([{ state: 'failed', error: 'gone' }]);
  expect((await completeness('whole'))?.lastWords).toMatch(/the pilot said\.$/);
  expect(await completeness('preview')).toMatchObject({ text: 'preview' });
  expect(await completeness('link')).toMatchObject({ text: 'none', paragraphs: 0, lastWords: '' });
});
