/**
 * Processes files in a worker, which parses, validates and writes, and can be terminated at any time. The page, the
 * offscreen document or Firefox's background starts `read-file.js` with a task; the worker sends progress, heartbeats,
 * and texts that need a DOM.
 */
import { TransferError } from '../../transfer/transfer-error.ts';

/** A worker's task. Each worker runs a single one. */
export type FileTask =
  /** Previews what importing a file would do. */
  | { kind: 'survey'; file: Blob }
  /** Continues a stored import. */
  | { kind: 'import'; importId: string };

/** The messages of a worker. */
export type FileWorkerMessage =
  /** A heartbeat, sent at least every `HEARTBEAT_MS` milliseconds. */
  | { news: 'alive' }
  | { news: 'progress'; done: number; total: number | null }
  /** A task that needs a DOM, for the context that started the worker. */
  | { news: 'asks'; id: number; task: unknown }
  | { news: 'done'; value: unknown }
  /** `code` of a `TransferError`, or null for any other error. */
  | { news: 'failed'; code: string | null; detail: string };

/** The answer to a worker's task that needs a DOM. */
export type FileAnswer = { id: number; value: unknown } | { id: number; error: string };

/** Heartbeat interval in milliseconds. */
export const HEARTBEAT_MS = 1000;

/** A worker without a heartbeat for this long is considered stuck, and is terminated. */
const STUCK_AFTER_MS = 30_000;

export interface FileTaskOptions {
  onProgress?: (done: number, total: number | null) => void;
  /** Terminates the worker; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Runs a task that needs a DOM. */
  runDomTask?: (task: unknown) => unknown;
  /** See `STUCK_AFTER_MS`. */
  timeoutMs?: number;
}

/**
 * Runs a task in a worker, and terminates the worker afterwards.
 *
 * @param start creates the worker
 * @returns the task's result
 * @throws the worker's TransferError, `tooSlow` if it got stuck, or the signal's reason
 */
export function runInFileWorker(
  start: () => Worker,
  fileTask: FileTask,
  { onProgress, signal, runDomTask, timeoutMs = STUCK_AFTER_MS }: FileTaskOptions = {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = start();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.terminate();
    };
    const abort = (): void => {
      finish();
      reject(signal?.reason);
    };
    const restartTimer = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        finish();
        reject(new TransferError('tooSlow', `no heartbeat for ${timeoutMs} ms`));
      }, timeoutMs);
    };
    const answer = async (id: number, task: unknown): Promise<FileAnswer> => {
      try {
        return { id, value: await runDomTask?.(task) };
      } catch (error) {
        return { id, error: String(error) };
      }
    };
    signal?.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<FileWorkerMessage>) => {
      restartTimer();
      if (data.news === 'progress') onProgress?.(data.done, data.total);
      else if (data.news === 'asks') {
        void answer(data.id, data.task).then((reply) => {
          // While a task ran in this context, the worker could not be expected to send heartbeats.
          restartTimer();
          worker.postMessage(reply);
        });
      } else if (data.news === 'done') {
        finish();
        resolve(data.value);
      } else if (data.news === 'failed') {
        finish();
        reject(data.code === null ? new Error(data.detail) : TransferError.from(data.code, data.detail));
      }
    });
    worker.addEventListener('error', (event) => {
      finish();
      reject(new Error(`the worker failed: ${event.message}`));
    });
    restartTimer();
    worker.postMessage(fileTask);
  });
}
