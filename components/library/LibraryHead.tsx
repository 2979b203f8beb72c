import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ReadingState, readSort, writeSort } from '../../utils/library/lists/library-place.ts';
import type { SortOrder } from '../../utils/library/user-types.ts';
import type { QueryError } from '../../utils/library/view-types.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useFocusBack } from '../ui/hooks/use-focus-back.ts';
import { Icon } from '../ui/Icon.tsx';
import { NameField } from '../ui/NameField.tsx';
import { type Completion, QueryField } from './search/QueryField.tsx';
import { SearchedAsText } from './search/SearchedAsText.tsx';
import type { SearchStarters } from './search/SearchStarts.tsx';
import './list-head.css';

const SORTS: readonly [value: string, label: MessageKey][] = [
  ['saved', 'sortNewest'],
  ['-saved', 'sortOldest'],
  ['published', 'sortPublished'],
  ['-published', 'sortPublishedOldest'],
  ['length', 'sortShortest'],
  ['-length', 'sortLongest'],
  ['site', 'sortSite'],
  ['progress', 'sortProgress'],
];

const READING_NAMES: Record<ReadingState, MessageKey> = {
  unread: 'libraryUnread',
  started: 'libraryStarted',
  finished: 'libraryFinished',
};

interface Props {
  name: string;
  /** The count in words, or `''`. */
  amount: string;
  query: string;
  sort: SortOrder | null;
  reading: ReadingState | null;
  /** The reading states that the list can be cut down to. */
  readingStates: readonly ReadingState[];
  input: RefObject<HTMLInputElement | null>;
  /** Parts of the search that were looked for as plain words. */
  hints: readonly QueryError[];
  starters: SearchStarters;
  complete: (query: string, caret: number) => Completion[];
  onLook: () => void;
  onQuery: (query: string) => void;
  onSort: (sort: SortOrder | null) => void;
  isCompact: boolean;
  onCompact: (isCompact: boolean) => void;
  onReading: (reading: ReadingState | null) => void;
  onKeepSearch: (name: string) => void;
  /** This is a search that can be kept as a smart list. */
  canKeep: boolean;
  /** Changes what this smart list searches for; null for another list. */
  onChangeSearch: (() => void) | null;
}

/** Letters that a name may have in a narrow line, and in a wide one, before it is set smaller. */
const SHORT = 14;
const MIDDLING = 22;

function lengthOf(name: string): 'rather' | 'very' | undefined {
  if (name.length <= SHORT) return undefined;
  return name.length <= MIDDLING ? 'rather' : 'very';
}

/**
 * Head of a list: its name, how much is in it, search and order. It is always as high: what comes and goes while
 * somebody types must not move the list.
 */
export function LibraryHead(props: Props) {
  const { t } = useStrings();
  const [naming, setNaming] = useState(false);
  const isSearch = props.query.trim() !== '';
  const isNaming = naming && props.canKeep;
  const keep = useRef<HTMLButtonElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  useFocusBack(isNaming || null, () => keep.current ?? change.current);
  // A search that was kept has become a list, and the button for that is gone.
  useFocusBack(props.canKeep || null, () => change.current);
  return (
    <header class="library__head list-head">
      <h1 dir="auto" title={props.name} data-long={lengthOf(props.name)}>
        {props.name}
      </h1>
      <QueryField
        query={props.query}
        label={t('librarySearch')}
        input={props.input}
        complete={props.complete}
        onQuery={props.onQuery}
        onLook={props.onLook}
        starters={props.starters}
      />
      <div class="list-head__state">
        {isNaming ? (
          <NameField
            label={t('searchKeepName')}
            value={props.query.trim()}
            onName={(name) => {
              setNaming(false);
              props.onKeepSearch(name);
            }}
            onCancel={() => setNaming(false)}
          />
        ) : (
          props.amount !== '' && <p class="list-head__amount">{props.amount}</p>
        )}
        {!isNaming && props.hints.length > 0 && <SearchedAsText {...props} />}
        {!isNaming && (
          <label class="library__sort list-head__reading" data-on={props.reading !== null}>
            <span class="visually-hidden">{t('readingLabel')}</span>
            <select
              value={props.reading ?? ''}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                props.onReading(props.readingStates.find((state) => state === chosen) ?? null);
              }}
            >
              <option value="">{t('readingAny')}</option>
              {props.readingStates.map((state) => (
                <option key={state} value={state}>
                  {t(READING_NAMES[state])}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </label>
        )}
        {props.onChangeSearch !== null && (
          <button type="button" class="text-button" ref={change} onClick={props.onChangeSearch}>
            {t('smartSearchChange')}
          </button>
        )}
        {props.canKeep && !isNaming && (
          <button type="button" class="text-button" ref={keep} onClick={() => setNaming(true)}>
            {t('searchKeep')}
          </button>
        )}
        <button
          type="button"
          class="text-button list-head__compact"
          aria-pressed={props.isCompact}
          onClick={() => props.onCompact(!props.isCompact)}
        >
          {props.isCompact && <Icon name="check" />}
          {t('listCompact')}
        </button>
      </div>
      <label class="library__sort">
        <span class="visually-hidden">{t('sortLabel')}</span>
        <select
          value={props.sort === null ? (isSearch ? '' : 'saved') : writeSort(props.sort)}
          onChange={(event) => props.onSort(readSort(event.currentTarget.value))}
        >
          {isSearch && <option value="">{t('sortBest')}</option>}
          {SORTS.map(([value, label]) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
    </header>
  );
}
