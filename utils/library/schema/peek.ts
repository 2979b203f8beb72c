/**
 * The two questions the popup asks, without Dexie: that is half of what the popup would have to load before it can
 * be shown; see docs/adr/0015-first-frames-without-dexie.md. Reads only; the rows and indices are those of
 * `schema-versions.ts`.
 */
import { identify } from '../articles/article-identity.ts';
import { chooseSaved } from '../articles/saved-pages.ts';
import type { ArticleRow } from '../types.ts';
import { onChangeElsewhere } from './change-channel.ts';
import { LIBRARY_NAME } from './library-name.ts';
import { ask, readRaw } from './raw-library.ts';

function readArticles<T>(
  read: (articles: IDBObjectStore) => Promise<T>,
  nothing: T,
  factory: IDBFactory,
  name: string,
): Promise<T> {
  return readRaw((db) => read(db.transaction('articles').objectStore('articles')), nothing, factory, name);
}

/**
 * As `findSaved` of `articles.ts`.
 *
 * @param text what is at the address now: of several articles that were met there, the one with this text is meant
 */
export function peekSaved(
  url: string,
  factory: IDBFactory = indexedDB,
  name = LIBRARY_NAME,
  text: string | null = null,
): Promise<ArticleRow | null> {
  const identity = identify(url);
  return readArticles<ArticleRow | null>(
    async (articles) => {
      const rows: ArticleRow[] = await ask(articles.index('addresses').getAll(identity));
      return chooseSaved(rows, identity, text);
    },
    null,
    factory,
    name,
  );
}

/** As `recentArticles` of `articles.ts`. */
export function peekRecent(
  count: number,
  factory: IDBFactory = indexedDB,
  name = LIBRARY_NAME,
): Promise<ArticleRow[]> {
  const all = IDBKeyRange.bound(['all'], ['all', []]);
  return readArticles<ArticleRow[]>(
    (articles) => ask(articles.index('views').getAll(all, count)),
    [],
    factory,
    name,
  );
}

/** As `watchLibrary`: asks now, and again whenever something in the library has changed. */
export function watchPeek<T>(
  query: () => Promise<T>,
  onAnswer: (answer: T) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let turn = 0;
  const look = (): void => {
    turn += 1;
    const mine = turn;
    query()
      .then((answer) => !signal.aborted && mine === turn && onAnswer(answer))
      .catch((error: unknown) => !signal.aborted && mine === turn && onError(error));
  };
  onChangeElsewhere(look, signal);
  look();
}
