import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { View } from '../types.ts';

/** A part of the library that can be exported. */
export interface Scope {
  view: View;
  /** Name of a list or a tag; null if the interface has a name for it. */
  name: string | null;
  count: number;
  group: 'views' | 'lists' | 'tags';
}

const FIXED_VIEWS: readonly View[] = ['all', 'inbox', 'favourites', 'archive'];

/** Every view, list and tag with its count, except for empty lists and tags. */
export function listScopes(db: LibraryDb = library): Promise<Scope[]> {
  return db.transaction('r', db.counts, db.lists, async () => {
    const [counts, lists] = await Promise.all([db.counts.toArray(), db.lists.toArray()]);
    const countsByView = new Map(counts.map(({ view, count }) => [view, count]));
    const fixed = FIXED_VIEWS.map(
      (view): Scope => ({ view, name: null, count: countsByView.get(view) ?? 0, group: 'views' }),
    );
    const named = lists.map(
      ({ id, name }): Scope => ({
        view: `list:${id}`,
        name,
        count: countsByView.get(`list:${id}`) ?? 0,
        group: 'lists',
      }),
    );
    const tags = counts
      .filter(({ view }) => view.startsWith('tag:'))
      .map(({ view, count }): Scope => ({ view: view as View, name: view.slice(4), count, group: 'tags' }));
    const byName = (a: Scope, b: Scope): number => (a.name ?? '').localeCompare(b.name ?? '');
    return [...fixed, ...named.filter(({ count }) => count > 0).sort(byName), ...tags.sort(byName)];
  });
}
