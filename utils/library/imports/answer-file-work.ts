/** The worker's side of `file-work.ts`. */
import { TransferError } from '../../transfer/transfer-error.ts';
import type { PreparedContent } from '../articles/prepare-content.ts';
import type { PageTask, ProcessedPage } from '../articles/process-page.ts';
import { storeRestoredSettings } from '../backup/restored-settings.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { type ImportedText, type PreparedImport, type ProcessedText, quoteImport } from './digest-import.ts';
import { type FileAnswer, type FileWork, type FileWorkerMessage, HEARTBEAT_MS } from './file-work.ts';
import { type ImportTools, runImport } from './run-imports.ts';
import { surveyImport } from './survey-import.ts';

/** The part of a worker's global scope that `handleFileWork` uses. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent<FileWork | FileAnswer>) => void) | null;
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

  ask(task: PageTask): Promise<unknown> {
    const id = this.#count++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (answer) => {
        if ('error' in answer) reject(new Error(answer.error));
        else resolve(answer.value);
      });
      this.#scope.postMessage({ news: 'asks', id, task });
    });
  }

  take(answer: FileAnswer): void {
    this.#waiting.get(answer.id)?.(answer);
    this.#waiting.delete(answer.id);
  }
}

/**
 * Processes an imported text.
 *
 * @param ask runs a task in a context that has a DOM
 * @returns null if no text is left after sanitising
 */
export async function processText(
  ask: (task: PageTask) => Promise<unknown>,
  text: ImportedText,
): Promise<ProcessedText | null> {
  if (text.isPage === true) {
    const page = (await ask({ kind: 'page', html: text.html, url: text.url })) as ProcessedPage | null;
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
  const prepared = (await ask({ kind: 'import', text })) as PreparedImport | null;
  // Quotes are extracted in the worker, because that is the slowest part and needs no DOM.
  return prepared === null ? null : quoteImport(prepared, text);
}

function makeTools(asker: DomClient, db: LibraryDb): ImportTools {
  return {
    db,
    digest: (text) => processText((task) => asker.ask(task), text),
    cleanHtml: async (html, url) =>
      ((await asker.ask({ kind: 'content', html, url })) as PreparedContent).html,
    storeSettings: (settings) => storeRestoredSettings(settings, db),
  };
}

/** Runs the tasks that are sent to a worker; see `entrypoints/read-file.ts`. */
export function handleFileWork(scope: WorkerScope, db: LibraryDb = library): void {
  const asker = new DomClient(scope);
  const tell = (news: FileWorkerMessage): void => scope.postMessage(news);
  const run = async (work: FileWork): Promise<unknown> => {
    if (work.kind === 'import') return runImport(work.importId, makeTools(asker, db));
    const onProgress = (done: number, total: number | null): void => tell({ news: 'progress', done, total });
    return surveyImport(work.file, onProgress, db);
  };
  scope.onmessage = ({ data }) => {
    if (!('kind' in data)) {
      asker.take(data);
      return;
    }
    setInterval(() => tell({ news: 'alive' }), HEARTBEAT_MS);
    run(data).then(
      (value) => tell({ news: 'done', value }),
      (error: unknown) => {
        console.warn('offprint: file', error);
        const code = error instanceof TransferError ? error.code : null;
        tell({ news: 'failed', code, detail: String(error) });
      },
    );
  };
}
