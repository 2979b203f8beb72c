/** Compresses entries in workers, since compression takes most of the time of a backup. */
import { type Pack, type PackedEntry, packEntry } from './pack-entry.ts';

/** Maximum number of workers; with more, disk and database are the bottleneck. */
const MAX_WORKERS = 3;

interface Question {
  id: number;
  content: string | Uint8Array<ArrayBuffer>;
}

type Answer = { id: number; packed: PackedEntry } | { id: number; error: string };

interface Waiting {
  content: string | Uint8Array<ArrayBuffer>;
  resolve: (packed: PackedEntry | PromiseLike<PackedEntry>) => void;
  reject: (error: Error) => void;
}

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
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #isBroken = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('packed' in data) waiting?.resolve(data.packed);
      else waiting?.reject(new Error(data.error));
    });
    worker.addEventListener('error', (event) => {
      console.warn('offprint: a packing worker failed, packing in the page', event.message);
      this.#isBroken = true;
      for (const { content, resolve } of this.#waiting.values()) resolve(packEntry(content));
      this.#waiting.clear();
    });
  }

  get load(): number {
    return this.#isBroken ? Number.POSITIVE_INFINITY : this.#waiting.size;
  }

  pack(content: string | Uint8Array<ArrayBuffer>): Promise<PackedEntry> {
    if (this.#isBroken) return packEntry(content);
    return new Promise((resolve, reject) => {
      const id = this.#count++;
      this.#waiting.set(id, { content, resolve, reject });
      const question: Question = { id, content };
      this.#worker.postMessage(question);
    });
  }

  stop(): void {
    this.#worker.terminate();
  }
}

/**
 * Starts workers for compression. The caller must stop them.
 *
 * @param start creates a worker; if that fails, entries are compressed on this thread
 * @param cores number of processor cores
 */
export function startPackWorkers(
  start: () => Worker,
  cores: number = globalThis.navigator?.hardwareConcurrency ?? 1,
): { pack: Pack; stop: () => void } {
  const workers: PackWorker[] = [];
  try {
    for (let i = 0; i < Math.min(MAX_WORKERS, Math.max(1, cores)); i += 1)
      workers.push(new PackWorker(start()));
  } catch (error) {
    console.warn('offprint: no packing workers, packing in the page', error);
  }
  return {
    pack: (content) => {
      const [idlest] = workers.toSorted((a, b) => a.load - b.load);
      return idlest === undefined ? packEntry(content) : idlest.pack(content);
    },
    stop: () => {
      for (const worker of workers) worker.stop();
    },
  };
}
