import * as v from 'valibot';
import { expect, it } from 'vitest';
import { setArticleNote } from '../../../../utils/library/articles/article-note.ts';
import { getArticles } from '../../../../utils/library/articles/articles.ts';
import {
  addHighlight,
  addHighlightFromPage,
  changeHighlight,
  deleteHighlight,
  restoreHighlight,
} from '../../../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { listArticleHighlights } from '../../../../utils/library/articles/highlights.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { exportHighlights } from '../../../../utils/library/highlights/export-highlights.ts';
import { listHighlights } from '../../../../utils/library/highlights/list-highlights.ts';
import {
  DEFAULT_HIGHLIGHT_FILTER,
  type HighlightFilter,
} from '../../../../utils/library/lists/library-location.ts';
import { HIGHLIGHT_SCHEMA } from '../../../../utils/library/restore/article-schemas.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { CsvParser } from '../../../../utils/transfer/import/parsing/csv-parser.ts';
import { search } from '../find-articles.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const DAY = 86_400_000;
const PIER =
  'The pier at Brannvik was shut in March.\n\nIts planks, said the warden, were older than he was.';
const KILN = 'Two kilns were lit on the island for the first time since the war.';

/** Two articles: the pier with two highlights and a note, the kiln with one highlight made between them. */
async function filled() {
  const db = freshLibrary();
  const save = (name: string, title: string, text: string, tags: string[]) => {
    const url = `https://a.example/${name}`;
    return saveArticle(makeSave({ url, canonicalUrl: url, title, text }, { tags }), db);
  };
  const pier = await save('pier', 'Pier shut', PIER, ['Harbours']);
  const kiln = await save('kiln', 'Kilns lit', KILN, []);
  const mark = async (articleId: string, text: string, words: string, day: number, more = {}) => {
    const start = text.indexOf(words);
    const row = await addHighlight(articleId, { start, end: start + words.length }, more, db);
    if (row === null) throw new Error('not kept');
    await db.highlights.update(row.id, { createdAt: Date.now() - day * DAY });
    return row.id;
  };
  const planks = await mark(pier.articleId, PIER, 'planks', 10, { colour: 'green' });
  const kilns = await mark(kiln.articleId, KILN, 'Two kilns', 5, { note: 'Ask for the year.' });
  const shut = await mark(pier.articleId, PIER, 'shut in March', 1);
  return { db, pier: pier.articleId, kiln: kiln.articleId, planks, kilns, shut };
}

const textsOf = async (db: LibraryDb, filter: Partial<HighlightFilter> = {}): Promise<string[]> =>
  (await listHighlights({ ...DEFAULT_HIGHLIGHT_FILTER, ...filter }, 100, Date.now(), db)).items.map(
    ({ highlight: { text, note } }) => text || note,
  );

it('lists passages newest first, or those of an article together in the order of its text', async () => {
  const { db, pier } = await filled();
  expect(await textsOf(db, { grouped: false })).toEqual(['shut in March', 'Two kilns', 'planks']);
  expect(await textsOf(db)).toEqual(['shut in March', 'planks', 'Two kilns']);
  await setArticleNote(pier, 'For the book.', db);
  expect((await textsOf(db))[0]).toBe('For the book.');
});

it('filters by colour, note, tag, time and words, and leaves deleted articles out', async () => {
  const { db, pier } = await filled();
  expect(await textsOf(db, { colour: 'green' })).toEqual(['planks']);
  expect(await textsOf(db, { hasNote: true })).toEqual(['Two kilns']);
  expect(await textsOf(db, { tag: 'Harbours' })).toEqual(['shut in March', 'planks']);
  expect(await textsOf(db, { days: 7 })).toEqual(['shut in March', 'Two kilns']);
  expect(await textsOf(db, { words: 'year ask' })).toEqual(['Two kilns']);
  expect(await textsOf(db, { words: 'pier' })).toEqual(['shut in March', 'planks']);
  await deleteArticles([pier], db);
  expect(await textsOf(db)).toEqual(['Two kilns']);
});

it('exports what is filtered, each with its source', async () => {
  const { db } = await filled();
  const read = async (format: Parameters<typeof exportHighlights>[1], filter: Partial<HighlightFilter>) => {
    const { file, name } = await exportHighlights(
      { ...DEFAULT_HIGHLIGHT_FILTER, ...filter },
      format,
      'Highlights',
      db,
    );
    return { text: await file.text(), name };
  };
  const markdown = await read('highlightsMarkdown', { words: 'kilns' });
  expect(markdown.name).toMatch(/^Highlights .*\.md$/);
  expect(markdown.text).toContain('## [Kilns lit](https://a.example/kiln)');
  expect(markdown.text).toContain('> Two kilns\n\nAsk for the year.');
  expect(markdown.text).not.toContain('Pier');
  const csv = new CsvParser(',');
  const rows = [
    ...csv.push((await read('highlightsCsv', {})).text.replace('\ufeff', '')),
    ...csv.end(),
  ].slice(1);
  expect(rows.map(([words, , colour]) => [words, colour])).toEqual([
    ['shut in March', 'yellow'],
    ['planks', 'green'],
    ['Two kilns', 'yellow'],
  ]);
  expect(rows[1]?.[10]).toMatch(/^https:\/\/a\.example\/pier#:~:text=/);
  const json = JSON.parse((await read('highlightsJson', { tag: 'Harbours' })).text) as {
    title: string;
    highlights: { text: string }[];
  }[];
  expect(json.map(({ title, highlights }) => [title, highlights.map(({ text }) => text)])).toEqual([
    ['Pier shut', ['shut in March', 'planks']],
  ]);
});

it('keeps words of a page by themselves until the saved text has them, and the same words only once', async () => {
  const { db, pier } = await filled();
  const words = {
    text: 'a new pier by spring',
    prefix: 'there would be ',
    suffix: ', she said',
    start: 90,
    end: 110,
  };
  const made = await addHighlightFromPage(pier, words, {}, db);
  expect(made?.row).toMatchObject({ text: 'a new pier by spring', start: null, end: null });
  await addHighlightFromPage(pier, words, { colour: 'blue' }, db);
  const text = `${PIER} By then there would be a new pier by spring, she said.`;
  await saveArticle(
    makeSave({ url: 'https://a.example/pier', canonicalUrl: 'https://a.example/pier', text }),
    db,
  );
  const same = (await listArticleHighlights(pier, db)).filter(({ text: own }) => own === words.text);
  expect(same).toHaveLength(1);
  expect(same[0]).toMatchObject({ colour: 'blue', start: text.indexOf(words.text) });
  // One whose place is known is kept with the saved text's own surroundings.
  const known = await addHighlightFromPage(
    pier,
    { text: 'planks', prefix: 'Its ', suffix: '', start: 0, end: 6 },
    {},
    db,
  );
  expect(known?.row).toMatchObject({ start: PIER.indexOf('planks'), colour: 'yellow' });
});

it('ignores the review schedule that an older backup has', () => {
  const row = {
    ...{ id: 'a', articleId: 'b', text: 'words', prefix: '', suffix: '', start: 0, end: 5, note: '' },
    ...{ colour: 'green', createdAt: 1, updatedAt: 1 },
  };
  const review = { step: 1, dueAt: DAY, answeredAt: 1 };
  expect(v.parse(HIGHLIGHT_SCHEMA, { ...row, review })).toEqual(row);
});

const TEXT = 'The harbour opens again in May.\n\n“We waited long enough,” the pilot said.';

async function saved() {
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({ text: TEXT }), db);
  return { db, articleId };
}

it('keeps a highlight with its words and surroundings, and counts it', async () => {
  const { db, articleId } = await saved();
  const start = TEXT.indexOf('opens');
  const row = await addHighlight(articleId, { start, end: start + 11 }, { colour: 'green' }, db);
  expect(row).toMatchObject({ text: 'opens again', prefix: 'The harbour ', colour: 'green', note: '' });
  const [article] = await getArticles([articleId], db);
  expect(article).toMatchObject({ highlightCount: 1, noteCount: 0 });
  expect(await db.counts.get('highlighted')).toMatchObject({ count: 1 });
});

it('keeps words that nobody can be asked about only where the same others stand around them', async () => {
  const { db, articleId } = await saved();
  const start = TEXT.indexOf('opens');
  const words = {
    text: 'opens',
    prefix: 'The  harbour ',
    suffix: TEXT.slice(start + 5, start + 37),
    start,
    end: start + 5,
  };
  const keep = (suffix: string) =>
    addHighlightFromPage(articleId, { ...words, suffix }, { requiresMatch: true }, db).then(
      (made) => made?.row.text,
    );
  expect(await keep(' with a speech by the mayor tonight')).toBeUndefined();
  expect(await listArticleHighlights(articleId, db)).toEqual([]);
  expect(await keep(words.suffix)).toBe('opens');
});

it('finds an article by a note, and not any more once the note is deleted', async () => {
  const { db, articleId } = await saved();
  const row = await addHighlight(articleId, { start: 4, end: 11 }, { note: 'ask the lighthouse keeper' }, db);
  expect((await search('lighthouse', {}, db)).hits).toHaveLength(1);
  const gone = await deleteHighlight(row?.id ?? '', db);
  expect((await search('lighthouse', {}, db)).hits).toHaveLength(0);
  if (gone !== null) await restoreHighlight(gone, db);
  expect((await search('lighthouse', {}, db)).hits).toHaveLength(1);
  await changeHighlight(row?.id ?? '', { note: 'ask the ferryman' }, db);
  expect((await search('ferryman', {}, db)).hits).toHaveLength(1);
  expect((await search('lighthouse', {}, db)).hits).toHaveLength(0);
});

it('lists highlights in order of the text, and those whose words are gone last', async () => {
  const { db, articleId } = await saved();
  await addHighlight(articleId, { start: 12, end: 17 }, {}, db);
  await addHighlight(articleId, { start: 4, end: 11 }, {}, db);
  await saveArticle(makeSave({ text: 'The harbour is closed.' }), db);
  const rows = await listArticleHighlights(articleId, db);
  expect(rows.map(({ text, start }) => [text, start])).toEqual([
    ['harbour', 4],
    ['opens', null],
  ]);
});

it('keeps a highlight in its place when some of its words are corrected, with the words as they were', async () => {
  const words = 'nobody goes out on the pier before the planks are safe and all of the lamps are lit';
  const db = freshDisk().open();
  const { articleId } = await saveArticle(makeSave({ text: `The rule: ${words}.` }), db);
  await addHighlight(articleId, { start: 10, end: 10 + words.length }, {}, db);
  const corrected = words.replace('planks', 'boards').replace('before', 'until');
  await saveArticle(makeSave({ text: `Correction. The new rule: ${corrected}.` }), db);
  const [row] = await listArticleHighlights(articleId, db);
  expect(row).toMatchObject({ text: words, start: 26, end: 26 + corrected.length });
});

it('has nothing to mark in an article that is gone', async () => {
  const { db } = await saved();
  expect(await addHighlight('nowhere', { start: 0, end: 3 }, {}, db)).toBeNull();
  expect(await deleteHighlight('nowhere', db)).toBeNull();
});

it('words that are highlighted already keep their note, and can be given back as they were', async () => {
  const { db, articleId } = await saved();
  const words = { text: 'opens again', prefix: 'The harbour ', suffix: ' in May.', start: 12, end: 23 };
  const first = await addHighlightFromPage(articleId, words, { colour: 'green' }, db);
  expect(first?.before).toBeNull();
  await changeHighlight(first?.row.id ?? '', { note: 'ask the pilot' }, db);
  const again = await addHighlightFromPage(articleId, words, { colour: 'red' }, db);
  expect(again?.row).toMatchObject({ id: first?.row.id, colour: 'red', note: 'ask the pilot' });
  expect(again?.before).toMatchObject({ id: first?.row.id, colour: 'green', note: 'ask the pilot' });
});
