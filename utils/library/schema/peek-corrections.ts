import { identify } from '../articles/article-identity.ts';
import { chooseSaved } from '../articles/saved-pages.ts';
import { latest, pageKeyOf } from '../people/correction-rows.ts';
import type { ArticleRow } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { ask, readRaw } from './raw-library.ts';

/**
 * The user's corrections of the speakers in an article, for its page. Without Dexie, because the popup needs them.
 *
 * @param url canonical address
 * @param text the page's current text, which selects one of several articles at the address
 */
export function peekCorrections(url: string, text: string): Promise<CorrectionRow[]> {
  const identity = identify(url);
  return readRaw<CorrectionRow[]>(async (db) => {
    const tables = db.transaction(['articles', 'corrections']);
    const rows: ArticleRow[] = await ask(tables.objectStore('articles').index('addresses').getAll(identity));
    const rowsOf = (id: string): Promise<CorrectionRow[]> =>
      ask(tables.objectStore('corrections').getAll(IDBKeyRange.bound([id, ''], [id, '\uffff'])));
    const ofPage = await rowsOf(pageKeyOf(url));
    const saved = chooseSaved(rows, identity, text);
    return saved === null ? ofPage : latest([...(await rowsOf(saved.id)), ...ofPage]);
  }, []);
}
