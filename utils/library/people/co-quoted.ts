import Dexie from 'dexie';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CoQuoted } from '../view-types.ts';
import { isNobody, keysOf, readDecisions } from './people.ts';

/**
 * The people who are quoted in the same articles as a person, most frequent first, with the user's decisions applied.
 *
 * @param id a person's id, or a normalised name
 */
export async function coQuotedWith(id: string, limit = 12, db: LibraryDb = library): Promise<CoQuoted[]> {
  return db.transaction('r', [db.articles, db.people, db.aliases, db.speakers], async () => {
    const decisions = await readDecisions(db);
    const actual = decisions.byKey.get(id) ?? id;
    const articles = new Map<string, readonly string[]>();
    for (const key of keysOf(actual, decisions)) {
      const view = `voice:${key}`;
      const range = db.articles.where('views').between([view, Dexie.minKey], [view, Dexie.maxKey]);
      await range.each((row) => articles.set(row.id, row.speakerKeys));
    }
    const together = new Map<string, { key: string; count: number }>();
    for (const keys of articles.values()) {
      // Two names of one person in one article count once.
      const others = new Map(keys.map((key) => [decisions.byKey.get(key) ?? key, key]));
      for (const [other, key] of others) {
        if (other === actual || isNobody(other, decisions)) continue;
        const so = together.get(other);
        together.set(other, { key: so?.key ?? key, count: (so?.count ?? 0) + 1 });
      }
    }
    const most = [...together]
      .sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1))
      .slice(0, limit);
    const speakers = await db.speakers.bulkGet(most.map(([, { key }]) => key));
    return most.map(([other, { key, count }], at) => ({
      id: other,
      name: decisions.people.get(other)?.name ?? speakers[at]?.name ?? key,
      together: count,
    }));
  });
}
