import { beforeEach, expect, it } from 'vitest';
import { readQuotes } from '../../../../utils/library/articles/article-parts.ts';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { fillFingerprints } from '../../../../utils/library/elsewhere/fill-fingerprints.ts';
import { findElsewhere } from '../../../../utils/library/elsewhere/find-elsewhere.ts';
import { quotesChanged } from '../../../../utils/library/elsewhere/quotes-changed.ts';
import { updateLog } from '../../../../utils/library/log/maintain-log.ts';
import { restoreLostLogs } from '../../../../utils/library/log/restore-lost.ts';
import { correctSpeaker } from '../../../../utils/library/people/correct-speaker.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { itLong } from '../../../long.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuoting } from '../make-article.ts';
import { MemoryPlace } from '../memory-place.ts';

const WALL = 'We have waited eleven years for this wall, and nobody will wait another winter.';
const FERRY = 'The ferry is late because the tide is late, and nobody can hurry the tide.';

let db: LibraryDb;

const save = async (...of: Parameters<typeof makeQuoting>): Promise<string> =>
  (await saveArticle(makeQuoting(...of), db)).articleId;

/** The papers that have the same words as each of an article's quotes, in order. */
async function papers(id: string): Promise<(string[] | undefined)[]> {
  const quotes = await readQuotes(db, id);
  const found = await findElsewhere(id, quotes, db);
  return quotes.map((_, index) => found.get(index)?.map(({ article }) => article.siteName ?? ''));
}

/** Articles in the index. */
const indexed = async (): Promise<string[]> =>
  (await db.fingerprints.toArray()).map(({ articleId }) => articleId);

const noRest = async (): Promise<void> => undefined;

beforeEach(() => {
  db = freshLibrary();
});

it('the same words in other articles are found, the earliest first, once an article, and from either side', async () => {
  const late = await save('Late', [[WALL, 'Ada Holm']], 5);
  const own = await save(
    'Own',
    [
      [FERRY, 'Bo Li'],
      ['Not yet.', null],
      [`“${WALL}”`, null],
    ],
    3,
  );
  const short = await save(
    'Early',
    [
      ['We have waited eleven years … nobody will wait another winter', 'A. Holm'],
      [WALL, 'Ada Holm'],
    ],
    2,
  );
  await save('Other', [['We have waited eleven years for a bus.', 'Ada Holm']], 1);
  expect(await papers(own)).toEqual([undefined, undefined, ['Early', 'Late']]);
  expect(await papers(late)).toEqual([['Early', 'Own']]);
  expect(await papers(short)).toEqual([
    ['Own', 'Late'],
    ['Own', 'Late'],
  ]);
  const [place] = (await findElsewhere(own, await readQuotes(db, own), db)).get(2) ?? [];
  // Of two quotes there the one that is more alike.
  expect(place?.quote).toMatchObject({ text: WALL, resolvedSpeaker: 'Ada Holm', index: 1 });
});

it('the same words in other articles follow what becomes of the articles', async () => {
  const own = await save('Own', [[WALL, 'Ada Holm']]);
  const other = await save('Other', [
    [FERRY, 'Bo Li'],
    [WALL, 'Ada Holm'],
  ]);
  await correctSpeaker(other, { indices: [1], speaker: 'Cy Marsh' }, db);
  const [place] = (await findElsewhere(own, await readQuotes(db, own), db)).get(0) ?? [];
  expect(place?.quote.resolvedSpeaker).toBe('Cy Marsh');
  await save('Other', [[FERRY, 'Bo Li']]);
  expect(await papers(own)).toEqual([undefined]);
  await save('Other', [[WALL, 'Bo Li']]);
  expect(await papers(own)).toEqual([['Other']]);
  await deleteArticles([other], db);
  expect(await papers(own)).toEqual([undefined]);
  await restoreArticles([other], db);
  expect(await papers(own)).toEqual([['Other']]);
  await deleteArticles([other], db);
  await purgeArticles([other], db);
  expect(await papers(own)).toEqual([undefined]);
  expect(await indexed()).toEqual([own]);
  await save('Own', []);
  expect(await indexed()).toEqual([]);
});

it('the same words in other articles follow quotes that were read anew', async () => {
  const own = await save('Own', [[WALL, 'Ada Holm']]);
  const other = await save('Other', [[FERRY, 'Bo Li']]);
  await db.transaction('rw', db.quoteSets, db.fingerprints, async () => {
    const set = await db.quoteSets.get(other);
    if (set === undefined) throw new Error('no quotes');
    for (const quote of set.quotes) quote.text = WALL;
    await db.quoteSets.put(set);
    await quotesChanged(db, other, set.quotes);
  });
  expect(await papers(own)).toEqual([['Other']]);
});

itLong('an index that is missing is made in steps, and goes on where it was stopped', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 45; at += 1) ids.push(await save(`p${at}`, [[WALL, 'Ada Holm']]));
  await db.fingerprints.clear();
  await db.meta.delete('fingerprints');
  let steps = 0;
  const stopped = fillFingerprints(async () => {
    steps += 1;
    if (steps === 4) throw new Error('stopped');
  }, db);
  await expect(stopped).rejects.toThrow('stopped');
  expect(await fillFingerprints(noRest, db)).toBe(5);
  expect(await fillFingerprints(noRest, db)).toBe(0);
  expect((await indexed()).toSorted()).toEqual(ids.toSorted());
  expect((await papers(ids[0] ?? ''))[0]).toHaveLength(44);
});

it('an index that is missing is made anew where fingerprints of another kind are in it', async () => {
  const own = await save('Own', [[WALL, 'Ada Holm']]);
  await save('Other', [[WALL, 'Ada Holm']]);
  await fillFingerprints(noRest, db);
  await db.fingerprints.toCollection().modify({ prints: [1] });
  await db.meta.put({ key: 'fingerprints', value: -77 });
  expect(await fillFingerprints(noRest, db)).toBe(2);
  expect(await papers(own)).toEqual([['Other']]);
});

it('an index that is missing is made for what is restored from the change log', async () => {
  const place = new MemoryPlace();
  db = freshLibrary(place);
  const own = await save('Own', [[WALL, 'Ada Holm']]);
  await save('Other', [[WALL, 'Ada Holm']]);
  await updateLog(db, place);
  db = freshLibrary();
  // Nothing is missing yet, and that is noted.
  await fillFingerprints(noRest, db);
  await restoreLostLogs(db, place);
  await fillFingerprints(noRest, db);
  expect(await papers(own)).toEqual([['Other']]);
});
