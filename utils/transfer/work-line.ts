/**
 * Work done by another thread: questions and their answers over a port, in any order.
 *
 *   WorkLine.ask(task) ──{id, task}──▶ answerWork     a Worker, or one that another page of ours has started
 *                      ◀──{id, note}── as often as it likes
 *                      ◀──{id, value} or {id, error}
 */
import { type TransferCode, TransferError } from './transfer-error.ts';

/** What messages go through. */
export interface WorkPort {
  send(message: unknown): void;
  /** Called once. `onLost` says that nothing will come any more. */
  listen(onMessage: (message: unknown) => void, onLost: (why: string) => void): void;
  close(): void;
}

interface Question {
  id: number;
  task: unknown;
}

type Answer =
  | { id: number; note: unknown }
  | { id: number; value: unknown }
  | { id: number; error: string; code: TransferCode | null };

/** Whoever was asked is gone. The asker does the work itself. */
export class WorkLostError extends Error {
  override name = 'WorkLostError';
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  onNote: (note: unknown) => void;
}

/** One who works, and what it has not answered yet. */
export class WorkLine<Task> {
  readonly #port: WorkPort;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #lost: WorkLostError | null = null;

  constructor(port: WorkPort) {
    this.#port = port;
    port.listen(
      (message) => this.#take(message as Answer),
      (why) => {
        console.warn('offprint: a worker is lost', why);
        this.#lose(why);
      },
    );
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if ('note' in answer) {
      waiting?.onNote(answer.note);
      return;
    }
    this.#waiting.delete(answer.id);
    if ('value' in answer) waiting?.resolve(answer.value);
    else
      waiting?.reject(
        answer.code === null ? new Error(answer.error) : new TransferError(answer.code, answer.error),
      );
  }

  #lose(why: string): void {
    this.#lost = new WorkLostError(why);
    for (const { reject } of this.#waiting.values()) reject(this.#lost);
    this.#waiting.clear();
  }

  /** Questions that wait for an answer; infinitely many where none will come. */
  get load(): number {
    return this.#lost === null ? this.#waiting.size : Number.POSITIVE_INFINITY;
  }

  /**
   * @param onNote hears of what comes before the answer
   * @throws TransferError as thrown there; Error for any other; WorkLostError where nobody answers
   */
  ask<Value>(task: Task, onNote: (note: unknown) => void = () => undefined): Promise<Value> {
    if (this.#lost !== null) return Promise.reject(this.#lost);
    return new Promise<Value>((resolve, reject) => {
      const id = this.#count++;
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, onNote });
      const question: Question = { id, task };
      this.#port.send(question);
    });
  }

  /** Ends it; what waits is lost. */
  stop(): void {
    this.#port.close();
    this.#lose('stopped');
  }
}

/** Where a worker is heard and answers: its global scope, or a channel. */
export interface WorkScope {
  onmessage: ((event: MessageEvent) => unknown) | null;
  postMessage(message: unknown): void;
}

/** Answers questions, for a worker. */
export function answerWork<Task>(
  scope: WorkScope,
  work: (task: Task, note: (note: unknown) => void) => Promise<unknown>,
): void {
  scope.onmessage = ({ data }: MessageEvent<Question>) => {
    const { id } = data;
    work(data.task as Task, (note) => scope.postMessage({ id, note })).then(
      (value) => scope.postMessage({ id, value }),
      (error: unknown) => {
        const code = error instanceof TransferError ? error.code : null;
        scope.postMessage({ id, error: error instanceof Error ? error.message : String(error), code });
      },
    );
  };
}

/** A port to a worker of this page. */
export function portTo(worker: Worker): WorkPort {
  return {
    send: (message) => worker.postMessage(message),
    listen: (onMessage, onLost) => {
      worker.addEventListener('message', ({ data }) => onMessage(data));
      worker.addEventListener('error', ({ message }) => onLost(message));
    },
    close: () => worker.terminate(),
  };
}

/** More than the disk and the database keep up with are of no use. */
const MOST = 3;

/**
 * Starts as many workers as this machine has use for; whoever starts them stops them.
 *
 * @param start makes one
 * @param cores of the machine
 * @returns none where the browser gives none
 */
export function startWorkers<Task>(
  start: () => Worker,
  cores: number = globalThis.navigator?.hardwareConcurrency ?? 1,
): WorkLine<Task>[] {
  const lines: WorkLine<Task>[] = [];
  try {
    for (let i = 0; i < Math.min(MOST, Math.max(1, cores)); i += 1) lines.push(new WorkLine(portTo(start())));
  } catch (error) {
    console.warn('offprint: no workers', error);
  }
  return lines;
}
