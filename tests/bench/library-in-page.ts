/** Runs inside a page of the extension, on its real database. Times are milliseconds of the library's own work. */
import type { Table } from 'dexie';
import { createArticleRow, createSpeakerRows } from '../../utils/library/articles/article-rows.ts';
import { ArticleWrites } from '../../utils/library/articles/article-writes.ts';
import { countArticles, listArticleIds } from '../../utils/library/articles/articles.ts';
import { changeTags } from '../../utils/library/articles/change-articles.ts';
import { saveArticle, saveArticles } from '../../utils/library/articles/save-article.ts';
import { Backup } from '../../utils/library/backup/backup-read.ts';
import { prepareGroup, restoreGroup } from '../../utils/library/backup/backup-restore.ts';
import { writeBackup } from '../../utils/library/backup/backup-write.ts';
import { library } from '../../utils/library/db.ts';
import { startImport } from '../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../utils/library/imports/run-imports.ts';
import { LibraryDb } from '../../utils/library/schema/library-db.ts';
import { packQuotes } from '../../utils/library/schema/quote-sets.ts';
import { searchList } from '../../utils/library/search/search.ts';
import { compactSearchIndex } from '../../utils/library/search/search-index.ts';
import { readStory } from '../../utils/library/stories/read-story.ts';
import { storiesChanged } from '../../utils/library/stories/stories-changed.ts';
import type { SpeakerRow } from '../../utils/library/user-types.ts';
import { startCompressionWorkers } from '../../utils/transfer/zip/pack-workers.ts';
import type { FilePart } from '../../utils/transfer/zip/zip-writer.ts';
import { makeArticle, makeQueries } from './library-texts.ts';

const BATCH = 50;

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Saves the articles `from` to `to - 1`, untimed. */
export async function fill(from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += BATCH) {
    const size = Math.min(BATCH, to - at);
    await saveArticles(Array.from({ length: size }, (_, i) => makeArticle(at + i)));
    await compactSearchIndex();
  }
}

/** Puts the articles `from` to `to - 1` in as a restored backup would, untimed: many are there in a fifth of the time. */
export async function fillAtOnce(from: number, to: number): Promise<void> {
  const rows: Record<'articles' | 'contents' | 'quoteSets', object[]> = {
    articles: [],
    contents: [],
    quoteSets: [],
  };
  const speakers: SpeakerRow[] = [];
  for (let at = from; at < to; at += 1) {
    const input = makeArticle(at);
    const article = createArticleRow(input, undefined, Date.now());
    const set = packQuotes(article.id, input.quotes, article.publishedTime);
    rows.articles.push(article);
    rows.contents.push({ articleId: article.id, html: input.article.html, text: input.article.text });
    rows.quoteSets.push(set);
    speakers.push(...createSpeakerRows(set));
  }
  const group = prepareGroup(new Map(Object.entries(rows)));
  await library.transaction('rw', library.tables, async () => {
    const writes = new ArticleWrites(library);
    await restoreGroup(library, group, writes, { canKeepDocNumbers: false, knownKeys: null }, Date.now());
    await writes.finish();
    await library.speakers.bulkPut(speakers);
  });
  await compactSearchIndex();
}

/** Times saving one article after the other; the index is tidied between them, as the background does. */
export async function timeSaves(from: number, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const input = makeArticle(from + i);
    times.push(await time(() => saveArticle(input)));
    await compactSearchIndex();
  }
  return times;
}

/** Times one query typed letter by letter, from the second letter on: every keystroke is one search. */
export async function timeSearch(index: number): Promise<{ times: number[]; found: number }> {
  const times: number[] = [];
  const query = makeQueries(index + 1)[index] ?? '';
  for (let length = 2; length <= query.length; length += 1) {
    times.push(await time(() => searchList(query.slice(0, length), {}, 20)));
  }
  return { times, found: (await searchList(query, {}, 20)).total };
}

/** Times one search in a page that has not searched yet. */
export function timeFirstSearch(): Promise<number> {
  return time(() => searchList(makeQueries(2)[1] ?? '', {}, 20));
}

/** Times tagging the newest articles. */
export async function timeBulkTag(count: number): Promise<number> {
  const ids = (await listArticleIds('inbox')).slice(0, count);
  return time(() => changeTags(ids, { tagsToAdd: ['bench'] }));
}

/** Some article ids, spread over the library. */
export async function pickIds(count: number): Promise<string[]> {
  const ids = await listArticleIds('all');
  return Array.from({ length: count }, (_, i) => ids[Math.floor((i * ids.length) / count)] ?? '');
}

const STORY = 'bench';

/** Puts some articles, spread over the library, into one story. */
export async function makeStory(count: number): Promise<void> {
  const articles = await library.articles.bulkGet(await pickIds(count));
  const rows = articles.flatMap((article) =>
    article === undefined
      ? []
      : [{ articleId: article.id, storyId: STORY, publishedAt: article.publishedTime }],
  );
  await library.storyArticles.bulkPut(rows);
}

/** Times reading everything that the page of that story shows. */
export function timeStory(): Promise<number> {
  return time(() => readStory(STORY));
}

/** Times what stories add to a save: marking the article. */
export async function timeStoryMarks(count: number): Promise<number[]> {
  const times: number[] = [];
  const mark = (id: string): Promise<void> =>
    library.transaction('rw', library.storyQueue, () => storiesChanged(library, [id]));
  for (const id of await pickIds(count)) times.push(await time(() => mark(id)));
  return times;
}

/** How many articles there are. */
export function countStored(): Promise<number> {
  return countArticles('all');
}

/** How often the change log is looked at, in ms, and how often in a row it must be the same. */
const LOOK_MS = 500;
const SAME = 4;

/**
 * Waits until the background has put the change log in order and grouped the articles into stories, as it has in a library that was not filled a moment ago.
 *
 * @returns how long that took, in ms; at most `limit`
 */
export async function settle(limit: number): Promise<number> {
  const start = performance.now();
  let before = '';
  let same = 0;
  while (same < SAME && performance.now() - start < limit) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const ungrouped = await library.storyQueue.count();
    const now = `${await library.outbox.count()} ${ungrouped} ${await library.logSegments.count()}`;
    same = now === before && now.startsWith('0 0 ') ? same + 1 : 0;
    before = now;
  }
  return performance.now() - start;
}

/** Bytes the database takes, as the browser counts them. */
export async function usedBytes(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? 0;
}

/** Bytes of the articles themselves, as JSON: text, markup and quotes, without the search index and the change log. */
export async function articleBytes(): Promise<number> {
  let bytes = 0;
  for (const table of [library.articles, library.contents, library.quoteSets])
    await (table as Table<unknown>).each((row) => {
      bytes += new Blob([JSON.stringify(row)]).size;
    });
  return bytes;
}

let backup = new Blob();

/** Times writing a backup, to its last byte. */
export async function timeBackup(): Promise<number> {
  const parts: FilePart[] = [];
  const ms = await time(() => {
    const { compress: pack, stop } = startCompressionWorkers(() => new Worker('pack.js'));
    return writeBackup((part) => void parts.push(part), { settings: null, pack }).finally(stop);
  });
  backup = new Blob(parts);
  return ms;
}

/** Bytes of the backup written last. */
export function backupBytes(): number {
  return backup.size;
}

/**
 * Times restoring the backup written last into an empty library beside the real one: checked whole first, then
 * written, until all of it can be searched.
 */
export async function timeRestore(): Promise<number> {
  const other = new LibraryDb('offprint-bench-restore');
  try {
    const ms = await time(async () => {
      await (await Backup.open(backup)).check();
      const options = { fetchTexts: false, takeSettings: false };
      const job = { file: backup, fileName: 'bench', format: 'backup', total: null, options };
      await startImport(job, other);
      await runImports({
        processText: async () => null,
        cleanHtml: async () => '',
        storeSettings: async () => undefined,
        db: other,
      });
    });
    const [here, there] = [await countArticles('all'), await countArticles('all', other)];
    if (here !== there) throw new Error(`${there} of ${here} articles came back`);
    return ms;
  } finally {
    await other.delete();
  }
}
