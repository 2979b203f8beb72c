import { expect, it } from 'vitest';
import { setArticleNote } from '../../../../utils/library/articles/article-note.ts';
import { addFromPage, addHighlight } from '../../../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { highlightsOfArticle } from '../../../../utils/library/articles/highlights.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { exportHighlights } from '../../../../utils/library/highlights/export-highlights.ts';
import {
  answerHighlight,
  highlightsForReview,
  listHighlights,
} from '../../../../utils/library/highlights/list-highlights.ts';
import { EVERY_HIGHLIGHT, type HighlightFilter } from '../../../../utils/library/lists/library-place.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { CsvParser } from '../../../../utils/transfer/import/parsing/csv-parser.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const DAY = 86_400_000;
const PIER =
  'The pier at Brannvik was shut in March.\n\nIts planks, said the warden, were older than he was.';
const KILN = 'Two kilns were lit on the island for the first time since the war.';

/** Two articles: the pier with two highlights and a note, the kiln with one highlight made between them. */
async function filled() {
  const db = freshLibrary();
  const pier = await saveArticle(
    makeSave(
      {
        url: 'https://a.example/pier',
        canonicalUrl: 'https://a.example/pier',
        title: 'Pier shut',
        text: PIER,
      },
      { tags: ['Harbours'] },
    ),
    db,
  );
  const kiln = await saveArticle(
    makeSave({
      url: 'https://a.example/kiln',
      canonicalUrl: 'https://a.example/kiln',
      title: 'Kilns lit',
      text: KILN,
    }),
    db,
  );
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
  (await listHighlights({ ...EVERY_HIGHLIGHT, ...filter }, 100, Date.now(), db)).items.map(
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
      { ...EVERY_HIGHLIGHT, ...filter },
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

it('brings old ones back, keeps what is said of them, and takes it back', async () => {
  const { db, planks } = await filled();
  const due = () => highlightsForReview(Date.now(), db);
  expect((await due()).map(({ highlight }) => highlight.id)).toEqual([planks]);
  const undo = await answerHighlight(planks, 'keep', Date.now(), db);
  expect(await due()).toEqual([]);
  expect((await db.highlights.get(planks))?.review?.step).toBe(1);
  await undo?.();
  expect((await due()).map(({ highlight }) => highlight.id)).toEqual([planks]);
  expect(await db.highlights.get(planks)).not.toHaveProperty('review');
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
  const made = await addFromPage(pier, words, {}, db);
  expect(made?.row).toMatchObject({ text: 'a new pier by spring', start: null, end: null });
  await addFromPage(pier, words, { colour: 'blue' }, db);
  const text = `${PIER} By then there would be a new pier by spring, she said.`;
  await saveArticle(
    makeSave({ url: 'https://a.example/pier', canonicalUrl: 'https://a.example/pier', text }),
    db,
  );
  const same = (await highlightsOfArticle(pier, db)).filter(({ text: own }) => own === words.text);
  expect(same).toHaveLength(1);
  expect(same[0]).toMatchObject({ colour: 'blue', start: text.indexOf(words.text) });
  // One whose place is known is kept with the saved text's own surroundings.
  const known = await addFromPage(
    pier,
    { text: 'planks', prefix: 'Its ', suffix: '', start: 0, end: 6 },
    {},
    db,
  );
  expect(known?.row).toMatchObject({ start: PIER.indexOf('planks'), colour: 'yellow' });
});
