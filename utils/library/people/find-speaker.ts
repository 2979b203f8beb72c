import { queryView } from '../articles/article-parts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { normaliseName } from '../search/fold-text.ts';

/** Rows read per request. */
const BATCH_SIZE = 500;

/**
 * Whether each word is a word of the name, or a prefix of one.
 *
 * @param key a normalised name
 * @param words normalised words
 */
export function matchesName(key: string, words: readonly string[]): boolean {
  const parts = key.split(' ');
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

/**
 * Finds the articles that quote a person whose name contains the words. People whose names were merged are found by all
 * their names.
 *
 * @param name the words as entered
 * @param terms the words as terms of the search index
 * @param queryIndex returns the articles in whose speakers' names all terms occur
 * @returns article ids
 */
export async function findArticlesQuoting(
  db: LibraryDb,
  name: string,
  terms: readonly string[],
  queryIndex: (terms: readonly string[]) => ReadonlySet<string>,
): Promise<Set<string>> {
  const words = normaliseName(name).split(' ').filter(Boolean);
  if (words.length === 0) return new Set();
  const candidates = [...queryIndex(terms)];
  const isIndexSufficient = terms.length === 1 && words.length === 1;
  const found = new Set<string>(isIndexSufficient ? candidates : []);
  // Several words may occur in the names of different speakers.
  for (let from = 0; !isIndexSufficient && from < candidates.length; from += BATCH_SIZE) {
    const batch = candidates.slice(from, from + BATCH_SIZE);
    for (const row of await db.articles.bulkGet(batch)) {
      if (row?.speakerKeys.some((key) => matchesName(key, words)) === true) found.add(row.id);
    }
    // Unnamed speakers, such as “a port spokesman”, have no key.
    for (const set of await db.quoteSets.bulkGet(batch.filter((id) => !found.has(id)))) {
      const isUnnamed = set?.quotes.some(
        ({ unnamed, resolvedSpeaker }) => unnamed && matchesName(normaliseName(resolvedSpeaker), words),
      );
      if (set !== undefined && isUnnamed) found.add(set.articleId);
    }
  }
  for (const key of await findAliasKeys(db, words)) {
    for (const id of await queryView(db, `voice:${key}`).primaryKeys()) found.add(id);
  }
  return found;
}

/** Returns all normalised names of people about whom the user has made a decision, if any of their names matches. */
async function findAliasKeys(db: LibraryDb, words: readonly string[]): Promise<string[]> {
  const [people, aliases] = await Promise.all([db.people.toArray(), db.aliases.toArray()]);
  const personIds = new Set(
    people.filter(({ name }) => matchesName(normaliseName(name), words)).map(({ id }) => id),
  );
  for (const { personId, speakerKey } of aliases) if (matchesName(speakerKey, words)) personIds.add(personId);
  return aliases
    .filter(({ personId, articleId }) => articleId === '' && personIds.has(personId))
    .map(({ speakerKey }) => speakerKey);
}
