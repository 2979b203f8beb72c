import type { ListAnswer, SearchHit } from '../../utils/library/search/search.ts';
import type { View } from '../../utils/library/types.ts';
import type { SortOrder } from '../../utils/library/user-types.ts';

export type SearchQuestion =
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
  /** Answered once the index has been built. */
  | { kind: 'built' };

export type SearchAnswerOf<K extends SearchQuestion['kind']> = K extends 'search'
  ? ListAnswer
  : K extends 'describe'
    ? SearchHit[]
    : null;

type Settle = { resolve: (value: unknown) => void; reject: (error: Error) => void };

const waiting = new Map<number, Settle>();
let count = 0;
let worker: Worker | null = null;

function startWorker(): Worker {
  const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener(
    'message',
    ({ data }: MessageEvent<{ id: number; value: unknown; error?: string }>) => {
      const settle = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error !== undefined) settle?.reject(new Error(data.error));
      else settle?.resolve(data.value);
    },
  );
  started.addEventListener('error', ({ message }) => {
    // The next search starts another one.
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(`the search worker failed: ${message}`));
    waiting.clear();
  });
  return started;
}

/**
 * Runs a search in a worker.
 *
 * @throws the error of the search
 */
export function askSearch<Q extends SearchQuestion>(question: Q): Promise<SearchAnswerOf<Q['kind']>> {
  worker ??= startWorker();
  const id = count++;
  const { promise, resolve, reject } = Promise.withResolvers<SearchAnswerOf<Q['kind']>>();
  waiting.set(id, { resolve: resolve as Settle['resolve'], reject });
  worker.postMessage({ id, question });
  return promise;
}

/** @returns the number of articles that match a smart list's search */
export async function countFound(query: string): Promise<number> {
  const { total } = await askSearch({
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
