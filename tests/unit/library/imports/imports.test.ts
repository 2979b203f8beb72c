import { beforeEach, expect, it, vi } from 'vitest';
import { runPendingImports } from '../../../../entrypoints/shared/run-pending-imports.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import {
  clearRestoredSettings,
  findRestoredSettings,
} from '../../../../utils/library/backup/restored-settings.ts';
import { addLinks, finishedLinks, undoAddLinks } from '../../../../utils/library/imports/add-links.ts';
import {
  type FileAnswer,
  type FileTask,
  type FileWorkerMessage,
  runInFileWorker,
} from '../../../../utils/library/imports/file-worker.ts';
import { handleFileTask, type WorkerScope } from '../../../../utils/library/imports/handle-file-task.ts';
import { cancelImport, listImports, startImport } from '../../../../utils/library/imports/import-jobs.ts';
import { titleFromAddress } from '../../../../utils/library/imports/import-rows.ts';
import { previewLinks } from '../../../../utils/library/imports/preview-links.ts';
import { runImports } from '../../../../utils/library/imports/run-imports.ts';
import { claimTextJob, completeTextJob, failTextJob } from '../../../../utils/library/jobs/text-jobs.ts';
import { createList } from '../../../../utils/library/lists/lists.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { TransferError } from '../../../../utils/transfer/transfer-error.ts';
import { pocketRows } from '../../transfer/invented-exports.ts';
import { articleLines, makeBackup } from '../../transfer/make-backup.ts';
import { freshLibrary } from '../fresh-library.ts';
import { importTools } from '../import-file.ts';
import { makeSave } from '../make-article.ts';

let db: LibraryDb;
beforeEach(() => {
  db = freshLibrary();
});

const A = 'https://tides.example/a';
const B = 'https://skerry.example/b';

async function add(db: LibraryDb, text: string): Promise<{ id: string; take: () => Promise<number> }> {
  const { newLinks } = await previewLinks(text, db);
  const id = await addLinks(newLinks, 'Links you added', {}, db);
  return { id, take: () => undoAddLinks(id, newLinks, db) };
}

const saved = async (db: LibraryDb): Promise<string[]> =>
  (await db.articles.toArray()).filter(({ deletedAt }) => deletedAt === null).map(({ url }) => url);

it('before anything is written says what is new, what is here under whatever address, what comes twice and what is none', async () => {
  await saveArticle(makeSave({ url: A, canonicalUrl: A, title: 'Ice holds the strait' }), db);
  const found = await previewLinks(`${A}?utm_source=letter\n${B}\n${B}#end\nno address`, db);
  expect(found.newLinks).toEqual([{ url: B, title: '' }]);
  expect(found.existing.map(({ title }) => title)).toEqual(['Ice holds the strait']);
  expect(found.duplicates).toBe(1);
  expect(found.failures).toMatchObject([{ at: '4', why: 'noAddress', title: 'no address' }]);
  expect(await listImports(db)).toEqual([]);
});

it('before anything is written takes what was deleted for new', async () => {
  const { articleId } = await saveArticle(makeSave({ url: A, canonicalUrl: A }), db);
  await deleteArticles([articleId], db);
  expect((await previewLinks(A, db)).newLinks).toHaveLength(1);
});

it('adding brings the addresses in at once and has their texts fetched', async () => {
  const { id } = await add(db, `${A} | Ice holds the strait\n${B}`);
  await runImports(importTools(db));
  expect((await saved(db)).sort()).toEqual([B, A]);
  expect((await db.articles.where('identity').equals('tides.example/a').first())?.title).toBe(
    'Ice holds the strait',
  );
  expect(await db.textJobs.count()).toBe(2);
  expect(await finishedLinks([id], db)).toEqual([]);
});

it('adding says how it ended, and why the first text is not here', async () => {
  const { id } = await add(db, `${A}\n${B}`);
  await runImports(importTools(db));
  const job = await claimTextJob(new Set(), Date.now(), db);
  const other = await claimTextJob(new Set(), Date.now(), db);
  if (job === null || other === null) throw new Error('no texts to fetch');
  await failTextJob(job, 'needsLogin', false, null, db);
  const { article } = makeSave({ url: other.url, canonicalUrl: other.url });
  await completeTextJob(other, { article, quotes: [], images: [] }, db);
  expect(await finishedLinks([id], db)).toEqual([
    { importId: id, textsFailed: 1, why: 'needsLogin', stopped: null },
  ]);
});

it('taking it back works before it has begun, and while texts are waited for', async () => {
  for (const isRun of [false, true]) {
    const db = freshLibrary();
    const { take } = await add(db, `${A}\n${B}`);
    if (isRun) await runImports(importTools(db));
    expect(await take()).toBe(isRun ? 2 : 0);
    await runImports(importTools(db));
    expect(await saved(db)).toEqual([]);
    expect(await db.textJobs.count()).toBe(0);
    expect(await listImports(db)).toEqual([]);
  }
});

it('taking it back leaves what the user has saved from its page since, and what was here before', async () => {
  await saveArticle(makeSave({ url: B, canonicalUrl: B }), db);
  const { take } = await add(db, `${A}\n${B}`);
  await runImports(importTools(db));
  await saveArticle({ ...makeSave({ url: A, canonicalUrl: A }), savedFrom: 'page' }, db);
  expect(await take()).toBe(0);
  expect((await saved(db)).sort()).toEqual([B, A]);
});

it('go to the list or with the tag that the user looks at, and to no list that is gone by then', async () => {
  const list = await createList('Ferries', null, db);
  const links = [{ url: A, title: '' }];
  await addLinks(links, 'Links you added', { listId: list.id }, db);
  await addLinks([{ url: B, title: '' }], 'Links you added', { tag: 'Sea' }, db);
  await addLinks([{ url: `${B}/2`, title: '' }], 'Links you added', { listId: 'gone' }, db);
  await runImports(importTools(db));
  const rows = await db.articles.orderBy('identity').toArray();
  const filed = Object.fromEntries(rows.map(({ url, listIds, tags }) => [url, [...listIds, ...tags]]));
  expect(filed).toEqual({ [A]: [list.id], [B]: ['Sea'], [`${B}/2`]: [] });
});

/** What a worker's script does with what it is told. */
type Script = (told: FileTask | FileAnswer, tell: (news: FileWorkerMessage) => void) => void;

/** A worker that runs here, so that a test can say what it does and see that it is ended. */
class FakeWorker extends EventTarget {
  isEnded = false;
  readonly #script: Script;

  constructor(script: Script) {
    super();
    this.#script = script;
  }

  postMessage(told: FileTask | FileAnswer): void {
    const tell = (data: FileWorkerMessage): void => {
      if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data }));
    };
    queueMicrotask(() => this.#script(told, tell));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const start = (worker: FakeWorker) => (): Worker => worker as unknown as Worker;
const work: FileTask = { kind: 'survey', file: new Blob(['x']) };

it('a worker that is stuck is ended, and said to be', async () => {
  const worker = new FakeWorker(() => undefined);
  await expect(runInFileWorker(start(worker), work, { timeoutMs: 20 })).rejects.toMatchObject({
    code: 'tooSlow',
  });
  expect(worker.isEnded).toBe(true);
});

it('one that says that it is alive is waited for', async () => {
  const worker = new FakeWorker((_, tell) => {
    let signs = 0;
    const timer = setInterval(() => {
      signs += 1;
      tell(signs < 6 ? { news: 'alive' } : { news: 'done', value: signs });
      if (signs === 6) clearInterval(timer);
    }, 50);
  });
  expect(await runInFileWorker(start(worker), work, { timeoutMs: 150 })).toBe(6);
  expect(worker.isEnded).toBe(true);
});

it('one that is cancelled is ended at once, whatever it is in', async () => {
  const worker = new FakeWorker(() => undefined);
  const life = new AbortController();
  const doing = runInFileWorker(start(worker), work, { signal: life.signal });
  life.abort(new Error('cancelled'));
  await expect(doing).rejects.toThrow('cancelled');
  expect(worker.isEnded).toBe(true);
});

it('what goes wrong in it comes out as what it was', async () => {
  const fails = (news: FileWorkerMessage) => new FakeWorker((_, tell) => tell(news));
  const bomb = runInFileWorker(start(fails({ news: 'failed', code: 'bomb', detail: 'x' })), work);
  await expect(bomb).rejects.toSatisfy((error) => error instanceof TransferError && error.code === 'bomb');
  const other = runInFileWorker(start(fails({ news: 'failed', code: null, detail: 'torn' })), work);
  await expect(other).rejects.toThrow('torn');
});

it('what needs a DOM is done by whoever started it', async () => {
  const worker = new FakeWorker((told, tell) => {
    if ('kind' in told) tell({ news: 'asks', id: 7, task: 'a' });
    else tell({ news: 'done', value: told });
  });
  expect(await runInFileWorker(start(worker), work, { runDomTask: async (task) => `${task}!` })).toEqual({
    id: 7,
    value: 'a!',
  });
});

it.each([
  { what: 'has finished its import, before it has told the pages so', isCancelled: false },
  { what: 'is stuck in an import that the user has stopped', isCancelled: true },
])('a worker that $what: ended: $isCancelled', async ({ isCancelled }) => {
  const { id } = await add(db, A);
  const begun = Promise.withResolvers<() => void>();
  const worker = new FakeWorker((_, tell) => begun.resolve(() => tell({ news: 'done', value: undefined })));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const running = runPendingImports(() => undefined, start(worker), db);
  const finish = await begun.promise;
  if (isCancelled) await cancelImport(id, db);
  else await db.imports.update(id, { state: 'done' });
  vi.advanceTimersByTime(1000);
  // Requests are answered in order: what was asked at that moment has been, too.
  await listImports(db);
  expect(worker.isEnded).toBe(isCancelled);
  finish();
  await running;
  vi.useRealTimers();
});

it('the script does an import, and leaves a backup’s settings for the background', async () => {
  const file = await makeBackup(articleLines('a', 'https://paper.example/a'));
  const options = { fetchTexts: false, takeSettings: true };
  const importId = await startImport({ file, fileName: 'a', format: 'backup', total: null, options }, db);
  const scope: WorkerScope = { onmessage: null, postMessage: () => undefined };
  const worker = new FakeWorker((told, tell) => {
    scope.postMessage = tell;
    scope.onmessage?.(new MessageEvent('message', { data: told }));
  });
  vi.useFakeTimers({ toFake: ['setInterval'] });
  handleFileTask(scope, db);
  await runInFileWorker(start(worker), { kind: 'import', importId });
  vi.useRealTimers();
  expect(await db.imports.get(importId)).toMatchObject({ state: 'done', added: 1 });
  expect(await findRestoredSettings(db)).toBe(null);
  await clearRestoredSettings(db);
  expect(await findRestoredSettings(db)).toBe(undefined);
});

it('the script that is sent a file says what an import of it would do, and why there can be none', async () => {
  const ask = (file: Blob): Promise<unknown> => {
    const scope: WorkerScope = { onmessage: null, postMessage: () => undefined };
    const worker = new FakeWorker((told, tell) => {
      scope.postMessage = tell;
      scope.onmessage?.(new MessageEvent('message', { data: told }));
    });
    handleFileTask(scope, freshLibrary());
    return runInFileWorker(start(worker), { kind: 'survey', file });
  };
  vi.useFakeTimers({ toFake: ['setInterval'] });
  expect(await ask(new Blob([pocketRows(0, 5)]))).toMatchObject({ format: 'pocketCsv', total: 5 });
  await expect(ask(new Blob(['?']))).rejects.toMatchObject({ code: 'unknown' });
  vi.useRealTimers();
});

it.each([
  ['https://www.paper.example/2024/05/harbour-vote-passes-48211.html', 'Harbour vote passes'],
  ['https://paper.example/news/the_pilot_stayed/amp', 'The pilot stayed'],
  [
    'https://paper.example/%D0%B3%D0%B0%D0%B2%D0%B0%D0%BD%D1%8C-%D0%B7%D0%B0%D0%BA%D1%80%D1%8B%D1%82%D0%B0',
    'Гавань закрыта',
  ],
  ['https://paper.example/a/quay-closed/index.php?id=3', 'Quay closed'],
  ['https://paper.example/58201938', 'paper.example'],
  ['https://paper.example/%E0%A4%A', 'paper.example'],
  ['https://paper.example/', 'paper.example'],
])('%s is called %s', (address, title) => expect(titleFromAddress(address)).toBe(title));
