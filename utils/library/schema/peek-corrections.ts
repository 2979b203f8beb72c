import { identify } from '../articles/article-identity.ts';
import { chooseSaved } from '../articles/saved-pages.ts';
import type { ArticleRow } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { LIBRARY_NAME } from './library-name.ts';
import { ask, readRaw } from './raw-library.ts';

/**
 * What the user said of the speakers in an article that is saved, for its page; without Dexie, as the popup asks.
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
      if (!db.objectStoreNames.contains('corrections')) return [];
      const tables = db.transaction(['articles', 'corrections']);
      const rows: ArticleRow[] = await ask(
        tables.objectStore('articles').index('addresses').getAll(identity),
      );
      const saved = chooseSaved(rows, identity, text);
      if (saved === null) return [];
      const ofArticle = IDBKeyRange.bound([saved.id, ''], [saved.id, '\uffff']);
      return ask<CorrectionRow[]>(tables.objectStore('corrections').getAll(ofArticle));
    },
    [],
    factory,
    name,
  );
}
