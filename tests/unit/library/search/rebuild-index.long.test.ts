import { beforeEach, describe, expect, it } from 'vitest';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle, saveArticles } from '../../../../utils/library/articles/save-article.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { ensureSearchIndex, markSearchIndexDamaged } from '../../../../utils/library/search/rebuild-index.ts';
import { compactSearchIndex } from '../../../../utils/library/search/search-index.ts';
import { search } from '../find-articles.ts';
import { freshDisk } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

/** Three pieces of a rebuilding, the last one short. */
const ARTICLES = 560;

const saveOf = (i: number, text = `The lock number${i} was opened.`) =>
  makeSave({ url: `https://paper.example/lock-${i}`, title: `Lock ${i}`, text });

/** Stops a rebuilding after its first piece, as a browser does that ends its workers when it likes. */
async function stopAfterOnePiece(db: LibraryDb): Promise<void> {
  const stopped = ensureSearchIndex(db).then(
    () => 'built',
    () => 'stopped',
  );
  while ((await db.segments.count()) === 0) await new Promise((resolve) => setTimeout(resolve));
  db.close();
  expect(await stopped).toBe('stopped');
}

const total = async (db: LibraryDb, query: string): Promise<number> => (await search(query, {}, db)).total;

describe('rebuilding the search index', () => {
  let disk: ReturnType<typeof freshDisk>;

  beforeEach(async () => {
    disk = freshDisk();
    const db = disk.open();
    const saves = Array.from({ length: ARTICLES }, (_, i) => saveOf(i));
    for (let from = 0; from < ARTICLES; from += 80) await saveArticles(saves.slice(from, from + 80), db);
    await markSearchIndexDamaged(db);
    await db.segments.clear();
  });

  it('goes on where it was stopped, and what was saved and deleted meanwhile is found once or not at all', async () => {
    await stopAfterOnePiece(disk.open());
    const db = disk.open();
    const [piece] = await db.segments.toArray();
    expect(piece?.docs.length).toBe(256);
    // More saves than are merged at once: they are no segments of their own any more when their turn comes.
    for (let i = 0; i < 40; i += 1) await saveArticle(saveOf(i, 'The weir was mended.'), db);
    await compactSearchIndex(db);
    const [gone] = await db.articles.where('identity').equals('paper.example/lock-300').primaryKeys();
    await deleteArticles([gone ?? ''], db);
    expect(await ensureSearchIndex(db)).toBe(true);
    expect(await db.segments.get(piece?.id ?? 0)).toMatchObject({ docs: piece?.docs });
    expect(await total(db, 'opened')).toBe(ARTICLES - 41);
    expect(await total(db, 'weir')).toBe(40);
    expect(await total(db, '"number300"')).toBe(0);
    const answer = await search('lock', { limit: 999 }, db);
    expect(answer).toMatchObject({ total: ARTICLES - 1, building: false });
    expect(new Set(answer.hits.map(({ article }) => article.id)).size).toBe(ARTICLES - 1);
    expect(await ensureSearchIndex(db)).toBe(false);
  });

  it('begins anew where the index is found damaged after that', async () => {
    await stopAfterOnePiece(disk.open());
    const db = disk.open();
    await markSearchIndexDamaged(db);
    expect(await ensureSearchIndex(db)).toBe(true);
    expect(await total(db, 'opened')).toBe(ARTICLES);
    const documents = (await db.segments.toArray()).flatMap(({ docs }) => [...docs]);
    expect(documents).toHaveLength(ARTICLES);
  });
});
