/** Compresses entries in workers, since compression dominates the time of a backup. */
import { type CompressEntry, type CompressedEntry, compressEntry } from './compress-entry.ts';

/** Maximum number of workers; beyond this, disk and database are the bottleneck. */
const MAX_WORKERS = 3;

type Content = Parameters<CompressEntry>[0];

interface CompressionRequest {
  id: number;
  content: Content;
}

type CompressionResponse = { id: number; packed: CompressedEntry } | { id: number; error: string };

/** The code that runs in a worker; see `entrypoints/pack.ts`. */
export function handleCompressionRequests(scope: {
  onmessage: ((event: MessageEvent<CompressionRequest>) => void) | null;
  postMessage: (answer: CompressionResponse, transfer: Transferable[]) => void;
}): void {
  scope.onmessage = ({ data: { id, content } }) => {
    compressEntry(content).then(
      (packed) => scope.postMessage({ id, packed }, [packed.bytes.buffer]),
      (error: unknown) => scope.postMessage({ id, error: String(error) }, []),
    );
  };
}

/** A worker with its pending requests. */
class CompressionWorker {
  readonly #worker: Worker;
  readonly #pending = new Map<number, PromiseWithResolvers<CompressedEntry>>();
  #nextId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<CompressionResponse>) => {
      const pending = this.#pending.get(data.id);
      this.#pending.delete(data.id);
      if ('packed' in data) pending?.resolve(data.packed);
      else pending?.reject(new Error(data.error));
    });
    worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.#pending.values())
        reject(new Error(`a compression worker failed: ${message}`));
      this.#pending.clear();
    });
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  compress(content: Content): Promise<CompressedEntry> {
    const pending = Promise.withResolvers<CompressedEntry>();
    const request: CompressionRequest = { id: this.#nextId++, content };
    this.#pending.set(request.id, pending);
    this.#worker.postMessage(request);
    return pending.promise;
  }

  stop(): void {
    this.#worker.terminate();
  }
}

/**
 * Starts compression workers. The caller must call `stop`.
 *
 * @param createWorker creates a worker
 * @param cores number of processor cores
 */
export function startCompressionWorkers(
  createWorker: () => Worker,
  cores: number = navigator.hardwareConcurrency,
): { compress: CompressEntry; stop: () => void } {
  const workers = Array.from(
    { length: Math.min(MAX_WORKERS, cores) },
    () => new CompressionWorker(createWorker()),
  );
  return {
    compress: (content) =>
      workers
        .reduce((idlest, worker) => (worker.pendingCount < idlest.pendingCount ? worker : idlest))
        .compress(content),
    stop: () => {
      for (const worker of workers) worker.stop();
    },
  };
}
