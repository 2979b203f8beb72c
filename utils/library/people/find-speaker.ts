import { inView } from '../articles/article-parts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { foldName } from '../search/fold-text.ts';

/** Articles whose rows are read at once. */
const BATCH = 500;

/** Has a name all these words, each whole or as a beginning? */
export function answersTo(key: string, words: readonly string[]): boolean {
  const parts = key.split(' ');
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

/**
 * Articles that quote somebody whose name has the given words; a person the user merged is found by every name.
 *
 * @param terms the name as the search index has names
 * @param matching the search index: articles in which all terms occur in speakers' names
 */
export async function articlesQuoting(
  db: LibraryDb,
  name: string,
  terms: readonly string[],
  matching: (terms: readonly string[]) => ReadonlySet<string>,
): Promise<Set<string>> {
  const words = foldName(name).split(' ').filter(Boolean);
  if (words.length === 0) return new Set();
  const candidates = [...matching(terms)];
  const isCertain = terms.length === 1 && words.length === 1;
  const found = new Set<string>(isCertain ? candidates : []);
  // Several words may come from several names.
  for (let from = 0; !isCertain && from < candidates.length; from += BATCH) {
    const batch = candidates.slice(from, from + BATCH);
    for (const row of await db.articles.bulkGet(batch)) {
      if (row?.speakerKeys.some((key) => answersTo(key, words)) === true) found.add(row.id);
    }
    // “a port spokesman” is in no list of names.
    for (const set of await db.quoteSets.bulkGet(batch.filter((id) => !found.has(id)))) {
      const isUnnamed = set?.quotes.some(
        ({ unnamed, resolvedSpeaker }) => unnamed && answersTo(foldName(resolvedSpeaker), words),
      );
      if (set !== undefined && isUnnamed) found.add(set.articleId);
    }
  }
  for (const key of await otherNames(db, words)) {
    for (const id of await inView(db, `voice:${key}`).primaryKeys()) found.add(id);
  }
  return found;
}

/** Names of the people that the user decided about and who answer to these words by any of their names. */
async function otherNames(db: LibraryDb, words: readonly string[]): Promise<string[]> {
  const [people, aliases] = await Promise.all([db.people.toArray(), db.aliases.toArray()]);
  const meant = new Set(people.filter(({ name }) => answersTo(foldName(name), words)).map(({ id }) => id));
  for (const { personId, speakerKey } of aliases) if (answersTo(speakerKey, words)) meant.add(personId);
  return aliases
    .filter(({ personId, articleId }) => articleId === '' && meant.has(personId))
    .map(({ speakerKey }) => speakerKey);
}
