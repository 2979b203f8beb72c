import { beforeAll, describe, expect, it } from 'vitest';
import { answerBackupWork, type BackupTask } from '../../../utils/library/backup-work.ts';
import { checkBackup } from '../../../utils/library/backup-workers.ts';
import { writeBackup } from '../../../utils/library/backup-write.ts';
import type { LibraryDb } from '../../../utils/library/db.ts';
import { deleteArticles } from '../../../utils/library/delete-articles.ts';
import { startImport } from '../../../utils/library/import-jobs.ts';
import { runImports } from '../../../utils/library/run-imports.ts';
import { saveArticle, saveArticles } from '../../../utils/library/save-article.ts';
import { search } from '../../../utils/library/search.ts';
import { TransferError } from '../../../utils/transfer/transfer-error.ts';
import { portTo, WorkLine } from '../../../utils/transfer/work-line.ts';
import { ZipArchive } from '../../../utils/transfer/zip-reader.ts';
import type { FilePart } from '../../../utils/transfer/zip-writer.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { makeSave } from '../library/make-article.ts';
import { InventedWorker } from './invented-worker.ts';

/** Enough for five groups of articles, of which four are written together. */
const ARTICLES = 420;

type Kind = 'good' | 'broken' | number;

function startLines(kinds: readonly Kind[]): WorkLine<BackupTask>[] {
  return kinds.map(
    (kind) => new WorkLine(portTo(new InventedWorker(answerBackupWork, kind) as unknown as Worker)),
  );
}

async function restore(db: LibraryDb, file: Blob, kind: Kind | null): Promise<void> {
  const options = { fetchTexts: false, takeSettings: false };
  await startImport({ file, fileName: 'a.zip', format: 'backup', total: null, options }, db);
  await runImports({
    digest: async () => null,
    takeSettings: async () => undefined,
    startWorker: () => (kind === null ? null : (startLines([kind])[0] ?? null)),
    db,
  });
}

/** What a reader finds for some words, and the pieces of the index as they are stored. */
async function found(db: LibraryDb): Promise<unknown> {
  const totals = await Promise.all(
    ['harbour', 'quay17', 'quay', 'zeppelin'].map(async (query) => [
      query,
      (await search(query, {}, db)).total,
    ]),
  );
  return { totals, segments: await db.segments.toArray() };
}

describe('a backup read by workers', () => {
  let file: Blob;
  let identities: string[];

  beforeAll(async () => {
    const db = freshLibrary();
    const saves = Array.from({ length: ARTICLES }, (_, i) =>
      makeSave({
        url: `https://paper${i % 3}.example/quay-${i}`,
        title: `Quay ${i}`,
        text: `The harbour closed quay${i} on day ${i % 30}.`,
      }),
    );
    for (let from = 0; from < ARTICLES; from += 60) await saveArticles(saves.slice(from, from + 60), db);
    identities = (await db.articles.toArray()).map(({ identity }) => identity).sort();
    const gone = await db.articles.where('identity').equals('paper0.example/quay-9').primaryKeys();
    await deleteArticles(gone, db);
    const parts: FilePart[] = [];
    await writeBackup((part) => void parts.push(part), { settings: null, now: 0 }, db);
    file = new Blob(parts);
  });

  it.each<[string, Kind[]]>([
    ['none', []],
    ['one', ['good']],
    ['two', ['good', 'good']],
    ['three, one of which never begins', ['good', 'broken', 'good']],
    ['two, one of which falls over at work', ['good', 1]],
    ['only broken ones', ['broken', 'broken']],
  ])('is looked through whole, each article once: %s', async (_, kinds) => {
    const seen: string[] = [];
    let last = 0;
    const backup = await checkBackup(file, startLines(kinds), (done, total, more) => {
      seen.push(...more);
      expect(total).toBe(ARTICLES);
      last = done;
    });
    expect(seen.sort()).toEqual(identities);
    expect(last).toBe(ARTICLES);
    expect(backup.manifest.counts.articles).toBe(ARTICLES);
  });

  it('is refused for damage in any share, with the same words as without workers', async () => {
    const archive = await ZipArchive.open(file);
    for (const group of ['000001', '000002', '000005']) {
      const entry = archive.find(`articles/${group}/contents.jsonl`);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const at = (entry?.offset ?? 0) + 120;
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      const damaged = new Blob([bytes]);
      const alone = await checkBackup(damaged).catch((error: unknown) => error);
      expect(alone).toMatchObject({ message: expect.stringContaining(`articles/${group}`) });
      expect(alone).toBeInstanceOf(TransferError);
      const { code, message } = alone as TransferError;
      const lines = startLines(['good', 'good']);
      await expect(checkBackup(damaged, lines)).rejects.toMatchObject({ code, message });
    }
  });

  it.each<[string, Kind]>([
    ['is restored with its words weighed by a worker', 'good'],
    ['is restored where the worker never begins', 'broken'],
    ['is restored where the worker is lost between two pieces', 2],
  ])('%s: the same is found', async (_, kind) => {
    const alone = freshLibrary();
    await restore(alone, file, null);
    const helped = freshLibrary();
    await restore(helped, file, kind);
    expect(await found(helped)).toEqual(await found(alone));
    expect(await found(alone)).toMatchObject({
      totals: [
        ['harbour', ARTICLES - 1],
        // Its own, and quay170 to quay179: the beginning of a word is enough.
        ['quay17', 11],
        ['quay', ARTICLES - 1],
        ['zeppelin', 0],
      ],
    });
  });

  it.each([
    ['some of the same articles', true],
    ['others', false],
  ])('joins what the reader saves while it is restored: %s', async (_, savesSame) => {
    const db = freshLibrary();
    const saved = Promise.withResolvers<void>();
    const port = portTo(new InventedWorker(answerBackupWork) as unknown as Worker);
    const late = {
      ...port,
      // The second piece comes only when the reader has saved.
      send: (message: unknown) => {
        const { task } = message as { task: BackupTask };
        const waits = task.kind === 'index' && task.from > 1;
        void (waits ? saved.promise : Promise.resolve()).then(() => port.send(message));
      },
    };
    const options = { fetchTexts: false, takeSettings: false };
    await startImport({ file, fileName: 'a.zip', format: 'backup', total: null, options }, db);
    const running = runImports({
      digest: async () => null,
      takeSettings: async () => undefined,
      startWorker: () => new WorkLine(late),
      db,
    });
    while ((await db.articles.count()) === 0) await new Promise((resolve) => setTimeout(resolve));
    // Articles that are restored only after that, and one of the reader's own.
    const restored = new Set(
      await db.articles.toArray().then((rows) => rows.map(({ identity }) => identity)),
    );
    const coming = identities.filter((identity) => savesSame && !restored.has(identity));
    expect(restored.size).toBeLessThan(ARTICLES - 10);
    for (const identity of coming) {
      await saveArticle(makeSave({ url: `https://${identity}`, text: 'Mine.' }, { tags: ['Own'] }), db);
    }
    await saveArticle(makeSave({ url: 'https://own.example/mine', text: 'The zeppelin.' }), db);
    saved.resolve();
    await running;
    expect(await db.imports.toCollection().first()).toMatchObject({ state: 'done', error: null });
    expect(await db.articles.count()).toBe(ARTICLES + 1);
    expect((await search('zeppelin', {}, db)).total).toBe(1);
    const inTrash = (await db.counts.get('trash'))?.count ?? 0;
    expect((await search('closed', {}, db)).total).toBe(ARTICLES - coming.length - inTrash);
    expect((await search('mine', {}, db)).total).toBe(coming.length);
    const living = await db.articles.filter(({ deletedAt }) => deletedAt === null).toArray();
    expect(new Set(living.map(({ searchDoc }) => searchDoc)).size).toBe(living.length);
    expect(await db.counts.get('all')).toMatchObject({ count: living.length });
  });
});
