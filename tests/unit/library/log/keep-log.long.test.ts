import { expect, it } from 'vitest';
import { saveArticles } from '../../../../utils/library/articles/save-article.ts';
import { bringLogUpToDate } from '../../../../utils/library/log/keep-log.ts';
import { restoreLost } from '../../../../utils/library/log/restore-lost.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { deleteVersions } from '../../../../utils/library/schema/storage-use.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';
import { MemoryPlace } from '../memory-place.ts';
import { keepsakes, saveQuay } from '../random-users.ts';

async function restored(place: MemoryPlace): Promise<LibraryDb> {
  const db = freshLibrary();
  await restoreLost(db, place);
  return db;
}

it('stays small however often the same is changed, and few files hold it', async () => {
  const db = freshLibrary();
  const place = new MemoryPlace();
  for (let round = 0; round < 90; round += 1) {
    await saveQuay(db, round % 3, round);
    await deleteVersions(db);
    await bringLogUpToDate(db, place);
  }
  expect(place.files.size).toBeLessThan(40);
  expect(await keepsakes(await restored(place))).toEqual(await keepsakes(db));
});

it('has a text with each article it has, however early the writing of it ends', async () => {
  const db = freshLibrary();
  await saveArticles(
    Array.from({ length: 230 }, (_, i) =>
      makeSave({ url: `https://old.example/${i}`, text: 'Quays. '.repeat(5000) }),
    ),
    db,
  );
  const place = new MemoryPlace();
  // The second segment is not written any more.
  await bringLogUpToDate(db, place.stoppingAfter(1)).catch(() => undefined);
  const again = await restored(place);
  const rows = await again.articles.toArray();
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.length).toBeLessThan(230);
  expect(rows.filter(({ hasText }) => !hasText)).toEqual([]);
});
