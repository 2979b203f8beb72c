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
  | { kind: 'describe'; query: string; ids: string[]; forgiving: boolean }
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
let isWorkerBroken = false;

function failAll(message: string): void {
  for (const { reject } of waiting.values()) reject(new Error(message));
  waiting.clear();
}

function startWorker(): Worker | null {
  if (worker !== null || isWorkerBroken) return worker;
  try {
    worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  } catch (error) {
    console.warn('offprint: no search worker, searching in the page', error);
    isWorkerBroken = true;
    return null;
  }
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<{ id: number; value: unknown; error?: string }>) => {
      const settle = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error !== undefined) settle?.reject(new Error(data.error));
      else settle?.resolve(data.value);
    },
  );
  worker.addEventListener('error', (event) => {
    console.warn('offprint: search worker failed, searching in the page', event.message);
    isWorkerBroken = true;
    worker = null;
    failAll('the search worker failed');
  });
  return worker;
}

async function askHere(question: SearchQuestion): Promise<unknown> {
  const { describeHits, searchIndexBuilt, searchList } = await import('../../utils/library/search/search.ts');
  if (question.kind === 'describe') return describeHits(question.query, question.ids, question.forgiving);
  if (question.kind === 'built') return searchIndexBuilt().then(() => null);
  const { query, described, ...options } = question;
  return searchList(query, options, described);
}

/**
 * Runs a search in a worker, or in the page if the browser provides no worker.
 *
 * @throws the error of the search
 */
export async function askSearch<Q extends SearchQuestion>(question: Q): Promise<SearchAnswerOf<Q['kind']>> {
  const beside = startWorker();
  if (beside === null) return (await askHere(question)) as SearchAnswerOf<Q['kind']>;
  const id = count++;
  try {
    return (await new Promise((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Settle['resolve'], reject });
      beside.postMessage({ id, question });
    })) as SearchAnswerOf<Q['kind']>;
  } catch (error) {
    if (!isWorkerBroken) throw error;
    return (await askHere(question)) as SearchAnswerOf<Q['kind']>;
  }
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
