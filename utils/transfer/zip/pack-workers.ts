/** Compresses entries in workers, since compression takes most of the time of a backup. */
import { type Pack, type PackedEntry, packEntry } from './pack-entry.ts';

/** Maximum number of workers; with more, disk and database are the bottleneck. */
const MAX_WORKERS = 3;

type Content = Parameters<Pack>[0];

interface Question {
  id: number;
  content: Content;
}

type Answer = { id: number; packed: PackedEntry } | { id: number; error: string };

/** The code that runs in a worker; see `entrypoints/pack.ts`. */
export function handlePackRequests(scope: {
  onmessage: ((event: MessageEvent<Question>) => void) | null;
  postMessage: (answer: Answer, transfer: Transferable[]) => void;
}): void {
  scope.onmessage = ({ data: { id, content } }) => {
    packEntry(content).then(
      (packed) => scope.postMessage({ id, packed }, [packed.bytes.buffer]),
      (error: unknown) => scope.postMessage({ id, error: String(error) }, []),
    );
  };
}

/** A worker with its pending requests. */
class PackWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<PackedEntry>>();
  #count = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('packed' in data) waiting?.resolve(data.packed);
      else waiting?.reject(new Error(data.error));
    });
    worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(`a packing worker failed: ${message}`));
      this.#waiting.clear();
    });
  }

  get load(): number {
    return this.#waiting.size;
  }

  pack(content: Content): Promise<PackedEntry> {
    const waiting = Promise.withResolvers<PackedEntry>();
    const question: Question = { id: this.#count++, content };
    this.#waiting.set(question.id, waiting);
    this.#worker.postMessage(question);
    return waiting.promise;
  }

  stop(): void {
    this.#worker.terminate();
  }
}

/**
 * Starts workers for compression. The caller must stop them.
 *
 * @param start creates a worker
 * @param cores number of processor cores
 */
export function startPackWorkers(
  start: () => Worker,
  cores: number = navigator.hardwareConcurrency,
): { pack: Pack; stop: () => void } {
  const workers = Array.from({ length: Math.min(MAX_WORKERS, cores) }, () => new PackWorker(start()));
  return {
    pack: (content) => workers.reduce((idlest, one) => (one.load < idlest.load ? one : idlest)).pack(content),
    stop: () => {
      for (const worker of workers) worker.stop();
    },
  };
}
