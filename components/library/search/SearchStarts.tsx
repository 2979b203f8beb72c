import type { ComponentChildren } from 'preact';
import { type MessageKey, useStrings } from '../../ui/base/strings.ts';
import { Icon } from '../../ui/Icon.tsx';
import './search-starts.css';

/** What an empty field offers first. */
export interface SearchStarters {
  /** Searches of before, the latest first. */
  recent: readonly string[];
  onForget: () => void;
}

/** What an empty search field offers: a search of before, a plain question, the way to the fields. */
export type SearchStart =
  | { kind: 'recent'; query: string }
  | { kind: 'chip'; query: string; label: MessageKey }
  | { kind: 'forget' }
  | { kind: 'fields' };

/** Plain questions and how the query language asks them. */
const CHIPS: readonly (readonly [query: string, label: MessageKey])[] = [
  ['is:unread', 'libraryUnread'],
  ['is:started', 'libraryStarted'],
  ['has:quotes', 'searchChipQuotes'],
  ['has:highlights', 'searchChipHighlights'],
  ['after:7d', 'searchChipWeek'],
  ['max:5', 'searchChipShort'],
  ['min:10', 'searchChipLong'],
];

/** All that is offered, in the order of the arrow keys. */
export function startsOf(starters: SearchStarters | undefined): SearchStart[] {
  if (starters === undefined) return [];
  const recent = starters.recent.map((query): SearchStart => ({ kind: 'recent', query }));
  return [
    ...recent,
    ...(recent.length === 0 ? [] : [{ kind: 'forget' } as const]),
    ...CHIPS.map(([query, label]): SearchStart => ({ kind: 'chip', query, label })),
    { kind: 'fields' },
  ];
}

interface Props {
  /** Id of the list; the options' are made of it. */
  id: string;
  starts: readonly SearchStart[];
  /** The one that the arrow keys have come to, or -1. */
  at: number;
  onStart: (start: SearchStart) => void;
}

/** The options of an empty search field. */
export function SearchStarts({ id, starts, at, onStart }: Props) {
  const { t } = useStrings();
  const option = (start: SearchStart, place: number, content: ComponentChildren): ComponentChildren => (
    <button
      type="button"
      tabIndex={-1}
      key={place}
      id={`${id}-${place}`}
      role="option"
      class={`search-start search-start--${start.kind}`}
      aria-selected={place === at}
      // Before the field loses the focus.
      onPointerDown={(event) => {
        event.preventDefault();
        onStart(start);
      }}
    >
      {content}
    </button>
  );
  const has = starts.some(({ kind }) => kind === 'recent');
  return (
    <>
      {has && (
        <p class="search-start__head" aria-hidden="true">
          {t('searchRecent')}
        </p>
      )}
      {starts.map(
        (start, place) =>
          start.kind === 'recent' &&
          option(
            start,
            place,
            <>
              <Icon name="clock" />
              <bdi>{start.query}</bdi>
            </>,
          ),
      )}
      {starts.map((start, place) => start.kind === 'forget' && option(start, place, t('searchForget')))}
      <p class="search-start__head" aria-hidden="true">
        {t('searchFind')}
      </p>
      <div class="search-start__chips" role="presentation">
        {starts.map((start, place) => start.kind === 'chip' && option(start, place, t(start.label)))}
      </div>
      {starts.map((start, place) => start.kind === 'fields' && option(start, place, t('searchSyntax')))}
    </>
  );
}
