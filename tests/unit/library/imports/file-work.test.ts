import { expect, it, vi } from 'vitest';
import {
  clearRestoredSettings,
  findRestoredSettings,
} from '../../../../utils/library/backup/restored-settings.ts';
import { handleFileWork, type WorkerScope } from '../../../../utils/library/imports/answer-file-work.ts';
import {
  doFileWork,
  type FileAnswer,
  type FileWork,
  type FileWorkerMessage,
} from '../../../../utils/library/imports/file-work.ts';
import { startImport } from '../../../../utils/library/imports/import-jobs.ts';
import { TransferError } from '../../../../utils/transfer/transfer-error.ts';
import { pocketRows } from '../../transfer/invented-exports.ts';
import { articleLines, makeBackup } from '../../transfer/make-backup.ts';
import { freshLibrary } from '../fresh-library.ts';

/** What a worker's script does with what it is told. */
type Script = (told: FileWork | FileAnswer, tell: (news: FileWorkerMessage) => void) => void;

/** A worker that runs here, so that a test can say what it does and see that it is ended. */
class FakeWorker extends EventTarget {
  isEnded = false;
  readonly #script: Script;

  constructor(script: Script) {
    super();
    this.#script = script;
  }

  postMessage(told: FileWork | FileAnswer): void {
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
const work: FileWork = { kind: 'survey', file: new Blob(['x']) };

it('a worker that is stuck is ended, and said to be', async () => {
  const worker = new FakeWorker(() => undefined);
  await expect(doFileWork(start(worker), work, { patience: 20 })).rejects.toMatchObject({ code: 'tooSlow' });
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
  expect(await doFileWork(start(worker), work, { patience: 150 })).toBe(6);
  expect(worker.isEnded).toBe(true);
});

it('one that is cancelled is ended at once, whatever it is in', async () => {
  const worker = new FakeWorker(() => undefined);
  const life = new AbortController();
  const doing = doFileWork(start(worker), work, { signal: life.signal });
  life.abort(new Error('cancelled'));
  await expect(doing).rejects.toThrow('cancelled');
  expect(worker.isEnded).toBe(true);
});

it('what goes wrong in it comes out as what it was', async () => {
  const fails = (news: FileWorkerMessage) => new FakeWorker((_, tell) => tell(news));
  const bomb = doFileWork(start(fails({ news: 'failed', code: 'bomb', detail: 'x' })), work);
  await expect(bomb).rejects.toSatisfy((error) => error instanceof TransferError && error.code === 'bomb');
  const other = doFileWork(start(fails({ news: 'failed', code: null, detail: 'torn' })), work);
  await expect(other).rejects.toThrow('torn');
});

it('what needs a DOM is done by whoever started it', async () => {
  const worker = new FakeWorker((told, tell) => {
    if ('kind' in told) tell({ news: 'asks', id: 7, task: 'a' });
    else tell({ news: 'done', value: told });
  });
  expect(await doFileWork(start(worker), work, { doWithDom: async (task) => `${task}!` })).toEqual({
    id: 7,
    value: 'a!',
  });
});

it('the script does an import, and leaves a backup’s settings for the background', async () => {
  const db = freshLibrary();
  const file = await makeBackup(articleLines('a', 'https://paper.example/a'));
  const options = { fetchTexts: false, takeSettings: true };
  const importId = await startImport({ file, fileName: 'a', format: 'backup', total: null, options }, db);
  const scope: WorkerScope = { onmessage: null, postMessage: () => undefined };
  const worker = new FakeWorker((told, tell) => {
    scope.postMessage = tell;
    scope.onmessage?.(new MessageEvent('message', { data: told }));
  });
  vi.useFakeTimers({ toFake: ['setInterval'] });
  handleFileWork(scope, db);
  await doFileWork(start(worker), { kind: 'import', importId });
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
    handleFileWork(scope, freshLibrary());
    return doFileWork(start(worker), { kind: 'survey', file });
  };
  vi.useFakeTimers({ toFake: ['setInterval'] });
  expect(await ask(new Blob([pocketRows(0, 5)]))).toMatchObject({ format: 'pocketCsv', total: 5 });
  await expect(ask(new Blob(['?']))).rejects.toMatchObject({ code: 'unknown' });
  vi.useRealTimers();
});
