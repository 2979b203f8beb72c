/** Runs inside a page of the extension while the browser is going to be killed. */
import { setArticleNote } from '../../utils/library/articles/article-note.ts';
import { queryImages, readQuotes } from '../../utils/library/articles/article-parts.ts';
import { changeTags, setArchived } from '../../utils/library/articles/change-articles.ts';
import { deleteArticles } from '../../utils/library/articles/delete-articles.ts';
import { saveArticle, saveArticles } from '../../utils/library/articles/save-article.ts';
import { library } from '../../utils/library/db.ts';
import { startImport } from '../../utils/library/imports/import-jobs.ts';
import { renameTag } from '../../utils/library/lists/manage-tags.ts';
import { MAX_LOG_WAIT_MS } from '../../utils/library/log/record-writes.ts';
import { readRestoreProgress } from '../../utils/library/log/restore-progress.ts';
import { CREATED_AT_KEY } from '../../utils/library/search/index-format.ts';
import { ensureSearchIndex } from '../../utils/library/search/rebuild-index.ts';
import { compactSearchIndex } from '../../utils/library/search/search-index.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { detectFormat } from '../../utils/transfer/import/detect-format.ts';
import { makeArticle } from './library-texts.ts';

const QUOTES = makeArticle(0).quotes.length;
const PICTURES = 2;

const TAG = 'saved with it';
const LIST_ID = 'kills';
const TITLE = 'Title of the user';
const NOTE = 'Note of the user';

/** Creates the list of all saves. Each window writes it, so that it is logged before the window's first save. */
export async function createSaveList(): Promise<void> {
  await library.lists.put({ id: LIST_ID, name: 'Kills', parentId: null, position: 0, createdAt: 0 });
}

/**
 * Saves an article with two images to fetch, and with a tag, a list and a title by the user.
 *
 * @returns its id when the save is confirmed
 */
export async function saveOne(index: number): Promise<string> {
  const images = Array.from({ length: PICTURES }, (_, i) => `https://img.invalid/${index}-${i}.png`);
  const input = makeArticle(index);
  const { siteName, byline, publishedAt, lang } = input.article;
  const details = { title: TITLE, siteName, byline, publishedAt, lang };
  const userState = { listIds: [LIST_ID] };
  return (await saveArticle({ ...input, images, tags: [TAG], userState, details })).articleId;
}

/** What was confirmed, and whether the change log has it for sure: nobody is kept waiting for that forever. */
export interface Confirmed<T> {
  answer: T;
  isLogged: boolean;
}

async function timed<T>(write: () => Promise<T>): Promise<Confirmed<T>> {
  const start = performance.now();
  const answer = await write();
  return { answer, isLogged: performance.now() - start < MAX_LOG_WAIT_MS };
}

export const saveTimed = (index: number): Promise<Confirmed<string>> => timed(() => saveOne(index));

/** Adds the user's note to an article. */
export const noteTimed = (articleId: string): Promise<Confirmed<void>> =>
  timed(() => setArticleNote(articleId, NOTE));

/** Keeps on changing the library in every other way, until the end comes. */
export async function stir(): Promise<void> {
  for (let round = 0; ; round += 1) {
    const ids = await library.articles.toCollection().limit(200).primaryKeys();
    const some = ids.filter((_, i) => (i + round) % 3 === 0);
    await changeTags(some, { tagsToAdd: [`tag ${round % 5}`] });
    await setArchived(some, round % 2 === 0);
    await compactSearchIndex();
    if (round % 4 === 1) await renameTag(`tag ${round % 5}`, `tag ${(round + 1) % 5}`);
    // What is deleted was saved by nobody who waits for it.
    if (round % 6 === 5) await deleteArticles([await saveOne(1_000_000 + round)]);
  }
}

/** When this database was made: another one than before was put in its place by the browser. */
export async function madeAt(): Promise<unknown> {
  return (await library.meta.get(CREATED_AT_KEY))?.value ?? null;
}

interface Inspection {
  articles: number;
  problems: string[];
}

/**
 * What is wrong with the library: sentences, none where all holds.
 *
 * @param confirmed ids of articles that are there for sure
 * @param noted ids of articles whose note is there for sure, unless the article is lost
 */
export async function inspect(confirmed: readonly string[], noted: readonly string[]): Promise<Inspection> {
  await ensureSearchIndex();
  // Imports go on meanwhile: what is looked at is as it was at one moment.
  return library.transaction('r', library.tables, async () => inspectMoment(confirmed, noted));
}

async function whatIsWrongWith(row: ArticleRow, docs: ReadonlyMap<number, string>): Promise<string | null> {
  const content = await library.contents.get(row.id);
  const quotes = row.hasText ? (await readQuotes(library, row.id)).length : 0;
  const images = row.hasText ? await queryImages(library, row.id).count() : 0;
  const isIndexed = row.deletedAt !== null || docs.get(row.searchDoc) === row.id;
  // A mere address has no row for a text.
  const isWhole = row.hasText
    ? content !== undefined && content.text.length >= 500 && quotes === QUOTES && images === PICTURES
    : content === undefined;
  const isFiled =
    !row.hasText || (row.title === TITLE && row.tags.includes(TAG) && row.listIds.includes(LIST_ID));
  if (!isFiled)
    return `${row.id} lacks what the user saved with it: “${row.title}”, tags ${row.tags}, lists ${row.listIds}`;
  if (isWhole && isIndexed) return null;
  return `${row.id} is half there: ${content?.text.length} characters, ${quotes} quotes, ${images} pictures, indexed ${isIndexed}`;
}

async function inspectMoment(confirmed: readonly string[], noted: readonly string[]): Promise<Inspection> {
  const problems: string[] = [];
  const rows = await library.articles.toArray();
  const known = new Set(rows.map(({ id }) => id));
  const lost = confirmed.filter((id) => !known.has(id));
  if (lost.length > 0) problems.push(`${lost.length} confirmed saves are lost`);
  const notes = new Map((await library.highlights.toArray()).map(({ articleId, note }) => [articleId, note]));
  const withoutNote = noted.filter((id) => known.has(id) && notes.get(id) !== NOTE);
  if (withoutNote.length > 0) problems.push(`${withoutNote.length} confirmed notes are lost`);
  const docs = new Map<number, string>();
  for (const segment of await library.segments.toArray()) {
    for (const [i, doc] of segment.docs.entries()) docs.set(doc, segment.articleIds[i] ?? '');
  }
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const [view] of row.views) counts.set(view, (counts.get(view) ?? 0) + 1);
    const wrong = await whatIsWrongWith(row, docs);
    if (wrong !== null) problems.push(wrong);
  }
  const texts = rows.filter(({ hasText }) => hasText).length;
  const strays = (await library.contents.count()) + (await library.quoteSets.count()) - 2 * texts;
  if (strays !== 0) problems.push(`${strays} texts or quotes belong to no article`);
  for (const { view, count } of await library.counts.toArray()) {
    if (view !== '' && counts.get(view) !== count)
      problems.push(`${view} counts ${count}, holds ${counts.get(view)}`);
    counts.delete(view);
  }
  for (const view of counts.keys()) if (view !== '') problems.push(`${view} is not counted`);
  return { articles: rows.length, problems };
}

/** Begins an import of so many addresses, and tells the background. */
export async function beginImport(name: string, rows: number): Promise<Confirmed<string>> {
  const lines = Array.from(
    { length: rows },
    (_, i) => `Address ${i},https://${name}.invalid/${i},${1_600_000_000 + i},import|${name},unread`,
  );
  const file = new Blob([`title,url,time_added,tags,status\n${lines.join('\n')}\n`]);
  const options = { fetchTexts: false, takeSettings: false };
  const format = await detectFormat(file);
  const begun = await timed(() =>
    startImport({ file, fileName: `${name}.csv`, format, total: rows, options }),
  );
  const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): unknown } } })
    .chrome;
  await runtime.sendMessage({ offprint: 'background', type: 'transfer/wake', data: null });
  return begun;
}

/** Imports that were begun, and how far they are. */
export async function importsNow(): Promise<{ name: string; state: string; here: number }[]> {
  return Promise.all(
    (await library.imports.toArray()).map(async ({ fileName, state }) => {
      const name = fileName.replace('.csv', '');
      const here = await library.articles.where('identity').startsWith(`${name}.invalid/`).count();
      return { name, state, here };
    }),
  );
}

/** Has all that the browser had deleted come back? False while that is being done. */
export async function isRestored(): Promise<boolean> {
  return (await readRestoreProgress(library))?.isFinished === true;
}

const confirmedIds: string[] = [];

/** Articles of one transaction, as in an import. */
const TOGETHER = 20;

/** Saves some articles together; see `confirmed`. Then writes something that nobody misses. */
export async function saveMany(from: number): Promise<void> {
  const articles = Array.from({ length: TOGETHER }, (_, i) => makeArticle(from + i));
  confirmedIds.push(...(await saveArticles(articles)).map(({ articleId }) => articleId));
  for (let value = 0; ; value += 1) await library.meta.put({ key: 'scribble', value });
}

/** What `saveMany` was told is saved. */
export function confirmed(): string[] {
  return confirmedIds;
}

/** Which of these articles are in the library. */
export async function here(ids: readonly string[]): Promise<string[]> {
  const rows = await library.articles.bulkGet([...ids]);
  return rows.flatMap((row) => row?.id ?? []);
}
