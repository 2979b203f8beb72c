/** The worker's side of `file-worker.ts`. */
import { TransferError } from '../../transfer/transfer-error.ts';
import type { PreparedContent } from '../articles/prepare-content.ts';
import type { PageTask, ProcessedPage } from '../articles/process-page.ts';
import { storeRestoredSettings } from '../backup/restored-settings.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { type FileAnswer, type FileTask, type FileWorkerMessage, HEARTBEAT_MS } from './file-worker.ts';
import {
  extractImportQuotes,
  type ImportedText,
  type PreparedImport,
  type ProcessedText,
} from './prepare-import.ts';
import { previewImport } from './preview-import.ts';
import { type ImportTools, runImport } from './run-imports.ts';

/** The part of a worker's global scope that `handleFileTask` uses. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent<FileTask | FileAnswer>) => void) | null;
  postMessage: (news: FileWorkerMessage) => void;
}

/** Sends tasks that need a DOM to the context that started the worker. */
class DomClient {
  readonly #scope: WorkerScope;
  readonly #waiting = new Map<number, (answer: FileAnswer) => void>();
  #count = 0;

  constructor(scope: WorkerScope) {
    this.#scope = scope;
  }

  runTask(task: PageTask): Promise<unknown> {
    const id = this.#count++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (answer) => {
        if ('error' in answer) reject(new Error(answer.error));
        else resolve(answer.value);
      });
      this.#scope.postMessage({ news: 'asks', id, task });
    });
  }

  handleAnswer(answer: FileAnswer): void {
    this.#waiting.get(answer.id)?.(answer);
    this.#waiting.delete(answer.id);
  }
}

/**
 * Processes an imported text.
 *
 * @param runDomTask runs a task in a context that has a DOM
 * @returns null if no text is left after sanitising
 */
export async function processText(
  runDomTask: (task: PageTask) => Promise<unknown>,
  text: ImportedText,
): Promise<ProcessedText | null> {
  if (text.isPage === true) {
    const page = (await runDomTask({ kind: 'page', html: text.html, url: text.url })) as ProcessedPage | null;
    if (page !== null) {
      const { article, images, quotes } = page;
      return {
        article,
        html: article.html,
        images,
        quotes,
        text: article.text,
        wordCount: article.wordCount,
      };
    }
    // No article was found, for example on a page of a few lines. The user has saved it, so the whole page is used.
  }
  const prepared = (await runDomTask({ kind: 'import', text })) as PreparedImport | null;
  // Quotes are extracted in the worker, because that is the slowest part and needs no DOM.
  return prepared === null ? null : extractImportQuotes(prepared, text);
}

function makeTools(domClient: DomClient, db: LibraryDb): ImportTools {
  return {
    db,
    processText: (text) => processText((task) => domClient.runTask(task), text),
    cleanHtml: async (html, url) =>
      ((await domClient.runTask({ kind: 'content', html, url })) as PreparedContent).html,
    storeSettings: (settings) => storeRestoredSettings(settings, db),
  };
}

/** Runs the tasks that are sent to a worker; see `entrypoints/read-file.ts`. */
export function handleFileTask(scope: WorkerScope, db: LibraryDb = library): void {
  const domClient = new DomClient(scope);
  const send = (news: FileWorkerMessage): void => scope.postMessage(news);
  const runTask = async (task: FileTask): Promise<unknown> => {
    if (task.kind === 'import') return runImport(task.importId, makeTools(domClient, db));
    const onProgress = (done: number, total: number | null): void => send({ news: 'progress', done, total });
    return previewImport(task.file, onProgress, db);
  };
  scope.onmessage = ({ data }) => {
    if (!('kind' in data)) {
      domClient.handleAnswer(data);
      return;
    }
    setInterval(() => send({ news: 'alive' }), HEARTBEAT_MS);
    runTask(data).then(
      (value) => send({ news: 'done', value }),
      (error: unknown) => {
        console.warn('offprint: file', error);
        const code = error instanceof TransferError ? error.code : null;
        send({ news: 'failed', code, detail: String(error) });
      },
    );
  };
}
