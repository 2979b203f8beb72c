import { countArticles } from '../../utils/library/articles/articles.ts';
import { library } from '../../utils/library/db.ts';
import { CREATED_AT_KEY } from '../../utils/library/search/index-format.ts';
import { type LibraryCount, readLibraryMark, writeLibraryMark } from '../../utils/platform/library-mark.ts';

/**
 * Notes how many articles there are, and notices when the library is a new one although there was another: Chromium
 * deletes a database that it takes for broken, as after a crash, and tells nobody.
 *
 * @returns what was lost, until `forgetLoss`
 */
export async function markLibrary(now = Date.now()): Promise<LibraryCount | null> {
  const [articles, created, mark] = await Promise.all([
    countArticles('all'),
    library.meta.get(CREATED_AT_KEY),
    readLibraryMark(),
  ]);
  const isAnother = mark !== null && typeof created?.value === 'number' && created.value > mark.at;
  const lost =
    isAnother && mark.articles > 0 ? { articles: mark.articles, at: mark.at } : (mark?.lost ?? null);
  await writeLibraryMark({ articles, at: now, lost });
  return lost;
}

/** The reader has seen it. */
export async function forgetLoss(): Promise<void> {
  const mark = await readLibraryMark();
  if (mark !== null) await writeLibraryMark({ ...mark, lost: null });
}
