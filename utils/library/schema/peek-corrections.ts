import { identify } from '../articles/article-identity.ts';
import { chooseSaved } from '../articles/saved-pages.ts';
import { latest, pageKeyOf } from '../people/correction-rows.ts';
import type { ArticleRow } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { LIBRARY_NAME } from './library-name.ts';
import { ask, readRaw } from './raw-library.ts';

/**
 * What the user said of the speakers in an article, for its page; without Dexie, as the popup asks.
 *
 * @param url canonical address
 * @param text what is at the address now: of several articles that were met there, the one with this text is meant
 */
export function peekCorrections(
  url: string,
  text: string,
  factory: IDBFactory = indexedDB,
  name = LIBRARY_NAME,
): Promise<CorrectionRow[]> {
  const identity = identify(url);
  return readRaw<CorrectionRow[]>(
    async (db) => {
      const tables = db.transaction(['articles', 'corrections']);
      const rows: ArticleRow[] = await ask(
        tables.objectStore('articles').index('addresses').getAll(identity),
      );
      const rowsOf = (id: string): Promise<CorrectionRow[]> =>
        ask(tables.objectStore('corrections').getAll(IDBKeyRange.bound([id, ''], [id, '\uffff'])));
      const ofPage = await rowsOf(pageKeyOf(url));
      const saved = chooseSaved(rows, identity, text);
      return saved === null ? ofPage : latest([...(await rowsOf(saved.id)), ...ofPage]);
    },
    [],
    factory,
    name,
  );
}
