/**
 * Read-only queries for the popup. They don't use Dexie, which would be half of what the popup has to load before its
 * first frame; see docs/adr/0015-first-frames-without-dexie.md. Tables and indexes are those of `schema-versions.ts`.
 */
import { normaliseAddress } from '../articles/article-identity.ts';
import { chooseSaved } from '../articles/saved-pages.ts';
import type { ArticleRow } from '../types.ts';
import { onChangeInOtherWindows } from './change-channel.ts';
import { promisify, readWithoutDexie } from './raw-library.ts';

function readArticles<T>(read: (articles: IDBObjectStore) => Promise<T>, fallback: T): Promise<T> {
  return readWithoutDexie((db) => read(db.transaction('articles').objectStore('articles')), fallback);
}

/**
 * Like `findSaved` in `articles.ts`.
 *
 * @param text the page's current text, which selects one of several articles at the URL
 */
export function peekSaved(url: string, text: string | null = null): Promise<ArticleRow | null> {
  const identity = normaliseAddress(url);
  return readArticles<ArticleRow | null>(async (articles) => {
    const rows: ArticleRow[] = await promisify(articles.index('addresses').getAll(identity));
    return chooseSaved(rows, identity, text);
  }, null);
}

/** Like `getRecentArticles` in `articles.ts`. */
export function peekRecent(count: number): Promise<ArticleRow[]> {
  const range = IDBKeyRange.bound(['all'], ['all', []]);
  return readArticles<ArticleRow[]>(
    (articles) => promisify(articles.index('views').getAll(range, count)),
    [],
  );
}

/**
 * Like `watchLibrary`: runs a query now, and again after every change of the library. Results of outdated runs are
 * ignored.
 */
export function watchPeekQuery<T>(
  query: () => Promise<T>,
  onResult: (result: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let latestRun = 0;
  const runQuery = (): void => {
    latestRun += 1;
    const run = latestRun;
    query()
      .then((result) => !signal.aborted && run === latestRun && onResult(result))
      .catch((error: unknown) => !signal.aborted && run === latestRun && onError(error));
  };
  onChangeInOtherWindows(runQuery, signal);
  runQuery();
}
