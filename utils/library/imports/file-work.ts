/**
 * Reading files beside the page: a worker parses, checks and writes; it can be ended at any moment, whatever it is in.
 *
 *   page, offscreen document, Firefox's background ──work──▶ read-file.js
 *                                                  ◀──progress, signs of life, texts that need a DOM──
 */
import { TransferError } from '../../transfer/transfer-error.ts';

/** What a worker does; one worker does one thing. */
export type FileWork =
  /** Says what an import of a file would do. */
  | { kind: 'survey'; file: Blob }
  /** Does an import that is in the database, as far as it gets. */
  | { kind: 'import'; importId: string };

/** What a worker tells. */
export type FileNews =
  /** It is not stuck: said at least as often as `ALIVE`. */
  | { news: 'alive' }
  | { news: 'progress'; done: number; total: number | null }
  /** A worker has no DOM: whoever started it is asked. */
  | { news: 'asks'; id: number; task: unknown }
  | { news: 'done'; value: unknown }
  /** `code` of a `TransferError`, or null for whatever else went wrong. */
  | { news: 'failed'; code: string | null; detail: string };

/** What a worker is told after its work: the answer to what it asked. */
export type FileAnswer = { id: number; value: unknown } | { id: number; error: string };

/** How often a worker says that it is not stuck, in ms. */
export const ALIVE = 1000;

/** A worker that says nothing for so long is stuck in something that may never end, in ms. */
const STUCK = 30_000;

export interface FileWorkOptions {
  onProgress?: (done: number, total: number | null) => void;
  /** Ends the worker, and the work with the signal's reason. */
  signal?: AbortSignal;
  /** Does what needs a DOM. */
  doWithDom?: (task: unknown) => unknown;
  /** See `STUCK`. */
  patience?: number;
}

/**
 * Has a worker do something, and ends it.
 *
 * @param start makes the worker
 * @returns what came of it
 * @throws TransferError as the worker did, and `tooSlow` where it got stuck; the signal's reason
 */
export function doFileWork(
  start: () => Worker,
  work: FileWork,
  { onProgress, signal, doWithDom, patience = STUCK }: FileWorkOptions = {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = start();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.terminate();
    };
    const abort = (): void => {
      end();
      reject(signal?.reason);
    };
    const waitOn = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        end();
        reject(new TransferError('tooSlow', `no sign of life for ${patience} ms`));
      }, patience);
    };
    const answer = async (id: number, task: unknown): Promise<FileAnswer> => {
      try {
        return { id, value: await doWithDom?.(task) };
      } catch (error) {
        return { id, error: String(error) };
      }
    };
    signal?.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<FileNews>) => {
      waitOn();
      if (data.news === 'progress') onProgress?.(data.done, data.total);
      else if (data.news === 'asks') {
        void answer(data.id, data.task).then((reply) => {
          // What was done here is no silence of the worker's.
          waitOn();
          worker.postMessage(reply);
        });
      } else if (data.news === 'done') {
        end();
        resolve(data.value);
      } else if (data.news === 'failed') {
        end();
        reject(data.code === null ? new Error(data.detail) : TransferError.from(data.code, data.detail));
      }
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(`the worker failed: ${event.message}`));
    });
    waitOn();
    worker.postMessage(work);
  });
}
