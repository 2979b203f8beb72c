/** A location in the library's interface: a screen with its filters, and its form in the address. */

import { HIGHLIGHT_COLOURS, type HighlightColour } from '../articles/highlight-colours.ts';
import type { View } from '../types.ts';
import type { SortBy, SortOrder } from '../user-types.ts';

/** A list of articles: a view, or a smart list. */
export type ArticleSource = View | `smart:${string}`;

/** Reading progress, by which a list can be filtered. */
export type ReadingState = 'unread' | 'started' | 'finished';

/** The filters and grouping of highlights. */
export interface HighlightFilter {
  /** Words of the highlighted text, its note, or its article's title. */
  words: string;
  colour: HighlightColour | null;
  hasNote: boolean;
  tag: string | null;
  /** A list's id. */
  list: string | null;
  /** Created within this number of days; null for no limit. */
  days: number | null;
  /** Grouped by article. */
  grouped: boolean;
}

export const DEFAULT_HIGHLIGHT_FILTER: HighlightFilter = {
  words: '',
  colour: null,
  hasNote: false,
  tag: null,
  list: null,
  days: null,
  grouped: true,
};

export type LibraryLocation =
  | {
      screen: 'articles';
      source: ArticleSource;
      query: string;
      sort: SortOrder | null;
      /** Null for any progress. */
      reading: ReadingState | null;
    }
  | { screen: 'people'; person: string | null; filter: string }
  | { screen: 'stories'; story: string | null }
  | { screen: 'highlights'; filter: HighlightFilter }
  | { screen: 'tags' }
  | { screen: 'storage' }
  | { screen: 'sync' };

/** Lists that always exist, in the order of the sidebar. */
export const FIXED_SOURCES = [
  'inbox',
  'favourites',
  'archive',
  'incomplete',
  'links',
] as const satisfies readonly View[];

export type FixedSource = (typeof FIXED_SOURCES)[number];

const READING_STATES: readonly ReadingState[] = ['unread', 'started', 'finished'];

const SORTS: readonly SortBy[] = ['saved', 'published', 'length', 'site', 'progress'];

export function isFixed(source: ArticleSource): source is FixedSource {
  return (FIXED_SOURCES as readonly string[]).includes(source);
}

/** Formats a sort order: `published`, or `-published` for the reversed order. */
export function formatSort(sort: SortOrder): string {
  return sort.reversed ? `-${sort.by}` : sort.by;
}

export function parseSort(text: string | null): SortOrder | null {
  if (text === null) return null;
  const by = SORTS.find((one) => one === text.replace(/^-/, ''));
  return by === undefined ? null : { by, reversed: text.startsWith('-') };
}

function parseSource(name: string): ArticleSource {
  const [kind, ...rest] = name.split('/');
  const value = decodeURIComponent(rest.join('/'));
  if (value !== '' && (kind === 'list' || kind === 'tag' || kind === 'smart' || kind === 'host')) {
    return `${kind}:${value}`;
  }
  return FIXED_SOURCES.find((source) => source === name) ?? 'inbox';
}

/**
 * Parses the hash of an address, such as `#archive`, `#inbox?reading=unread`, `#tag/war?q=ice&sort=-published`,
 * `#people/ada%20holm`, `#stories/<id>`, `#storage` or `#sync`. Anything else is the inbox.
 */
export function parseLocation(hash: string): LibraryLocation {
  const [name = '', search] = hash.replace(/^#/, '').split('?', 2);
  const params = new URLSearchParams(search ?? '');
  if (name === 'tags' || name === 'storage' || name === 'sync') return { screen: name };
  if (name === 'highlights') return parseHighlights(params);
  if (name === 'people' || name.startsWith('people/')) {
    const person = decodeURIComponent(name.slice('people/'.length));
    return { screen: 'people', person: person === '' ? null : person, filter: params.get('q') ?? '' };
  }
  if (name === 'stories' || name.startsWith('stories/')) {
    const story = decodeURIComponent(name.slice('stories/'.length));
    return { screen: 'stories', story: story === '' ? null : story };
  }
  return {
    screen: 'articles',
    source: parseSource(name),
    query: params.get('q') ?? '',
    sort: parseSort(params.get('sort')),
    reading: parseReadingState(params.get('reading')),
  };
}

function parseReadingState(text: string | null): ReadingState | null {
  return READING_STATES.find((state) => state === text) ?? null;
}

function parseHighlights(params: URLSearchParams): LibraryLocation {
  const days = Number(params.get('days'));
  const filter: HighlightFilter = {
    words: params.get('q') ?? '',
    colour: HIGHLIGHT_COLOURS.find((colour) => colour === params.get('colour')) ?? null,
    hasNote: params.has('note'),
    tag: params.get('tag'),
    list: params.get('list'),
    days: Number.isSafeInteger(days) && days > 0 ? days : null,
    grouped: !params.has('stream'),
  };
  return { screen: 'highlights', filter };
}

function formatHighlights({ words, colour, hasNote, tag, list, days, grouped }: HighlightFilter): string {
  const params = new URLSearchParams();
  if (words !== '') params.set('q', words);
  if (colour !== null) params.set('colour', colour);
  if (hasNote) params.set('note', '1');
  if (tag !== null) params.set('tag', tag);
  if (list !== null) params.set('list', list);
  if (days !== null) params.set('days', String(days));
  if (!grouped) params.set('stream', '1');
  return params.size === 0 ? '#highlights' : `#highlights?${params}`;
}

function sourcePath(source: ArticleSource): string {
  const at = source.indexOf(':');
  return at === -1 ? source : `${source.slice(0, at)}/${encodeURIComponent(source.slice(at + 1))}`;
}

export function formatLocation(location: LibraryLocation): string {
  const { screen } = location;
  if (screen === 'tags' || screen === 'storage' || screen === 'sync') return `#${screen}`;
  if (location.screen === 'highlights') return formatHighlights(location.filter);
  if (location.screen === 'stories') {
    return location.story === null ? '#stories' : `#stories/${encodeURIComponent(location.story)}`;
  }
  const params = new URLSearchParams();
  if (location.screen === 'people') {
    if (location.filter !== '') params.set('q', location.filter);
    const path = location.person === null ? 'people' : `people/${encodeURIComponent(location.person)}`;
    return params.size === 0 ? `#${path}` : `#${path}?${params}`;
  }
  if (location.query !== '') params.set('q', location.query);
  if (location.reading !== null) params.set('reading', location.reading);
  if (location.sort !== null) params.set('sort', formatSort(location.sort));
  const path = sourcePath(location.source);
  return params.size === 0 ? `#${path}` : `#${path}?${params}`;
}

/** The location of a list without filters. */
export function locationOfSource(source: ArticleSource): LibraryLocation {
  return { screen: 'articles', source, query: '', sort: null, reading: null };
}
