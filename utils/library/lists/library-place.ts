/** Where in the library a user is: types shared by its screens, and how a place is written in the address. */

import type { View } from '../types.ts';
import type { SortBy, SortOrder } from '../user-types.ts';

/** A list of articles: one of the library's own, or a saved search. */
export type ArticleSource = View | `smart:${string}`;

/** How far articles were read: a list can show those of one kind alone. */
export type ReadingState = 'unread' | 'started' | 'finished';

export type Place =
  | {
      screen: 'articles';
      source: ArticleSource;
      query: string;
      sort: SortOrder | null;
      /** Null: however far they were read. */
      reading: ReadingState | null;
    }
  | { screen: 'people'; person: string | null; filter: string }
  | { screen: 'tags' }
  | { screen: 'storage' };

/** Lists that are always there, in the order of the rail. */
export const FIXED_SOURCES = [
  'inbox',
  'favourites',
  'archive',
  'highlighted',
  'incomplete',
  'links',
] as const satisfies readonly View[];

export type FixedSource = (typeof FIXED_SOURCES)[number];

const READING_STATES: readonly ReadingState[] = ['unread', 'started', 'finished'];

/** Lists of their own until they became one property of every list: addresses and bookmarks still say so. */
const FORMER_LISTS: Readonly<Record<string, ReadingState>> = {
  unread: 'unread',
  started: 'started',
  done: 'finished',
};

const SORTS: readonly SortBy[] = ['saved', 'published', 'length', 'site', 'progress'];

export function isFixed(source: ArticleSource): source is FixedSource {
  return (FIXED_SOURCES as readonly string[]).includes(source);
}

/** `published`, or `-published` for the other way round. */
export function writeSort(sort: SortOrder): string {
  return sort.reversed ? `-${sort.by}` : sort.by;
}

export function readSort(text: string | null): SortOrder | null {
  if (text === null) return null;
  const by = SORTS.find((one) => one === text.replace(/^-/, ''));
  return by === undefined ? null : { by, reversed: text.startsWith('-') };
}

function readSource(name: string): ArticleSource {
  const [kind, ...rest] = name.split('/');
  const value = decodeURIComponent(rest.join('/'));
  if (value !== '' && (kind === 'list' || kind === 'tag' || kind === 'smart' || kind === 'host')) {
    return `${kind}:${value}`;
  }
  return FIXED_SOURCES.find((source) => source === name) ?? 'inbox';
}

/** `#archive`, `#inbox?reading=unread`, `#tag/war?q=ice&sort=-published`, `#people/ada%20holm`, `#storage`. Anything else is the inbox. */
export function readPlaceFrom(hash: string): Place {
  const [name = '', search] = hash.replace(/^#/, '').split('?', 2);
  const params = new URLSearchParams(search ?? '');
  if (name === 'tags' || name === 'storage') return { screen: name };
  if (name === 'people' || name.startsWith('people/')) {
    const person = decodeURIComponent(name.slice('people/'.length));
    return { screen: 'people', person: person === '' ? null : person, filter: params.get('q') ?? '' };
  }
  return {
    screen: 'articles',
    source: readSource(name),
    query: params.get('q') ?? '',
    sort: readSort(params.get('sort')),
    reading: readReading(name, params.get('reading')),
  };
}

function readReading(name: string, text: string | null): ReadingState | null {
  return READING_STATES.find((state) => state === text) ?? FORMER_LISTS[name] ?? null;
}

function sourcePath(source: ArticleSource): string {
  const at = source.indexOf(':');
  return at === -1 ? source : `${source.slice(0, at)}/${encodeURIComponent(source.slice(at + 1))}`;
}

export function writePlace(place: Place): string {
  if (place.screen === 'tags' || place.screen === 'storage') return `#${place.screen}`;
  const params = new URLSearchParams();
  if (place.screen === 'people') {
    if (place.filter !== '') params.set('q', place.filter);
    const path = place.person === null ? 'people' : `people/${encodeURIComponent(place.person)}`;
    return params.size === 0 ? `#${path}` : `#${path}?${params}`;
  }
  if (place.query !== '') params.set('q', place.query);
  if (place.reading !== null) params.set('reading', place.reading);
  if (place.sort !== null) params.set('sort', writeSort(place.sort));
  const path = sourcePath(place.source);
  return params.size === 0 ? `#${path}` : `#${path}?${params}`;
}

/** The first place of a list. */
export function placeOfSource(source: ArticleSource): Place {
  return { screen: 'articles', source, query: '', sort: null, reading: null };
}
