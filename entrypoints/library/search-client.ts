import type { ListAnswer, SearchHit } from '../../utils/library/search/search.ts';
import type { View } from '../../utils/library/types.ts';
import type { SortOrder } from '../../utils/library/user-types.ts';

export type SearchRequest =
  | {
      kind: 'search';
      query: string;
      view: View;
      sort: SortOrder | null;
      isExact: boolean;
      limit: number;
      described: number;
    }
  | { kind: 'describe'; query: string; ids: string[]; isFuzzy: boolean }
  /** Resolves when the index has been built. */
  | { kind: 'built' };

export type SearchResultOf<K extends SearchRequest['kind']> = K extends 'search'
  ? ListAnswer
  : K extends 'describe'
    ? SearchHit[]
    : null;

type PendingRequest = { resolve: (value: unknown) => void; reject: (error: Error) => void };

const pendingRequests = new Map<number, PendingRequest>();
let nextId = 0;
let worker: Worker | null = null;

function startWorker(): Worker {
  const newWorker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  newWorker.addEventListener(
    'message',
    ({ data }: MessageEvent<{ id: number; value: unknown; error?: string }>) => {
      const pending = pendingRequests.get(data.id);
      pendingRequests.delete(data.id);
      if (data.error !== undefined) pending?.reject(new Error(data.error));
      else pending?.resolve(data.value);
    },
  );
  newWorker.addEventListener('error', ({ message }) => {
    // The next search starts a new worker.
    worker = null;
    for (const { reject } of pendingRequests.values())
      reject(new Error(`the search worker failed: ${message}`));
    pendingRequests.clear();
  });
  return newWorker;
}

/**
 * Runs a search in a worker.
 *
 * @throws the error of the search
 */
export function requestSearch<Q extends SearchRequest>(question: Q): Promise<SearchResultOf<Q['kind']>> {
  worker ??= startWorker();
  const id = nextId++;
  const { promise, resolve, reject } = Promise.withResolvers<SearchResultOf<Q['kind']>>();
  pendingRequests.set(id, { resolve: resolve as PendingRequest['resolve'], reject });
  worker.postMessage({ id, question });
  return promise;
}

/** @returns the number of articles that match a smart list's search */
export async function countFound(query: string): Promise<number> {
  const { total } = await requestSearch({
    kind: 'search',
    query,
    view: 'all',
    sort: null,
    isExact: true,
    limit: 1,
    described: 0,
  });
  return total;
}
