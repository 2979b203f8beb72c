import { normaliseAddress } from '../articles/article-identity.ts';
import { chooseSaved } from '../articles/saved-pages.ts';
import { getPageKey, latestCorrections } from '../people/correction-rows.ts';
import type { ArticleRow } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { promisify, readWithoutDexie } from './raw-library.ts';

/**
 * Reads the user's corrections of speakers for an article's page. Does not use Dexie, because the popup calls it.
 *
 * @param url canonical URL
 * @param text the page's current text, which selects one of several articles at the URL
 */
export function peekCorrections(url: string, text: string): Promise<CorrectionRow[]> {
  const identity = normaliseAddress(url);
  return readWithoutDexie<CorrectionRow[]>(async (db) => {
    const transaction = db.transaction(['articles', 'corrections']);
    const rows: ArticleRow[] = await promisify(
      transaction.objectStore('articles').index('addresses').getAll(identity),
    );
    const readCorrections = (id: string): Promise<CorrectionRow[]> =>
      promisify(transaction.objectStore('corrections').getAll(IDBKeyRange.bound([id, ''], [id, '\uffff'])));
    const pageCorrections = await readCorrections(getPageKey(url));
    const saved = chooseSaved(rows, identity, text);
    return saved === null
      ? pageCorrections
      : latestCorrections([...(await readCorrections(saved.id)), ...pageCorrections]);
  }, []);
}
