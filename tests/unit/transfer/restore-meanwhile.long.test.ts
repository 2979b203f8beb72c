import { expect, it, vi } from 'vitest';
import { saveArticle, saveArticles } from '../../../utils/library/articles/save-article.ts';
import { Backup } from '../../../utils/library/backup/backup-read.ts';
import { writeBackup } from '../../../utils/library/backup/backup-write.ts';
import type { FilePart } from '../../../utils/transfer/zip/zip-writer.ts';
import { search } from '../library/find-articles.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { importFile } from '../library/import-file.ts';
import { makeSave } from '../library/make-article.ts';

/** Five groups of articles, of which four are written together. */
const ARTICLES = 420;

async function makeBackup(): Promise<{ file: Blob; identities: string[] }> {
  const db = freshLibrary();
  const saves = Array.from({ length: ARTICLES }, (_, i) =>
    makeSave({
      url: `https://paper${i % 3}.example/quay-${i}`,
      title: `Quay ${i}`,
      text: `The harbour closed quay${i} on day ${i % 30}.`,
    }),
  );
  for (let from = 0; from < ARTICLES; from += 60) await saveArticles(saves.slice(from, from + 60), db);
  const parts: FilePart[] = [];
  await writeBackup((part) => void parts.push(part), { settings: null, now: 0 }, db);
  const rows = await db.articles.toArray();
  return { file: new Blob(parts), identities: rows.map(({ identity }) => identity) };
}

it.each([
  ['some of the same articles', true],
  ['others', false],
])('merges a backup with what the user saves during the restore: %s', async (_, savesSame) => {
  const { file, identities } = await makeBackup();
  const db = freshLibrary();
  const saved = Promise.withResolvers<void>();
  const read = Backup.prototype.readGroups;
  // The second chunk comes only when the user has saved.
  using _reading = vi.spyOn(Backup.prototype, 'readGroups').mockImplementation(async function (
    this: Backup,
    from,
    count,
  ) {
    if (from > 1) await saved.promise;
    return read.call(this, from, count);
  });
  const running = importFile(db, file);
  while ((await db.articles.count()) === 0) await new Promise((resolve) => setTimeout(resolve));

  const rows = await db.articles.toArray();
  const restored = new Set(rows.map(({ identity }) => identity));
  const coming = identities.filter((identity) => savesSame && !restored.has(identity));
  expect(restored.size).toBeLessThan(ARTICLES - 10);
  for (const identity of coming) {
    await saveArticle(makeSave({ url: `https://${identity}`, text: 'Mine.' }), db);
  }
  await saveArticle(makeSave({ url: 'https://own.example/mine', text: 'The zeppelin.' }), db);
  saved.resolve();
  expect(await running).toMatchObject({ state: 'done', error: null });
  expect(await db.articles.count()).toBe(ARTICLES + 1);
  expect((await search('zeppelin', {}, db)).total).toBe(1);
  expect((await search('closed', {}, db)).total).toBe(ARTICLES - coming.length);
  expect((await search('mine', {}, db)).total).toBe(coming.length);
  const all = await db.articles.toArray();
  expect(new Set(all.map(({ searchDoc }) => searchDoc)).size).toBe(all.length);
  expect(await db.counts.get('all')).toMatchObject({ count: all.length });
});
