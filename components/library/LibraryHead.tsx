import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { formatSort, parseSort, type ReadingState } from '../../utils/library/lists/library-location.ts';
import type { SortOrder } from '../../utils/library/user-types.ts';
import type { QueryError } from '../../utils/library/view-types.ts';
import { TextButton } from '../ui/Button.tsx';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { useReturnFocus } from '../ui/hooks/use-return-focus.ts';
import { Icon } from '../ui/Icon.tsx';
import { NameField } from '../ui/NameField.tsx';
import { type Completion, QueryField, type SearchSuggestions } from './search/QueryField.tsx';
import './list-head.css';

const SORTS: readonly (readonly [value: string, label: MessageKey])[] = [
  ['saved', 'sortNewest'],
  ['-saved', 'sortOldest'],
  ['published', 'sortPublished'],
  ['-published', 'sortPublishedOldest'],
  ['length', 'sortShortest'],
  ['-length', 'sortLongest'],
  ['site', 'sortSite'],
  ['progress', 'sortProgress'],
];

const READING_STATE_LABELS: Record<ReadingState, MessageKey> = {
  unread: 'libraryUnread',
  started: 'libraryStarted',
  finished: 'libraryFinished',
};

export interface LibraryHeadProps {
  name: string;
  /** The formatted number of articles, or `''`. */
  countText: string;
  query: string;
  sort: SortOrder | null;
  /** The reading state to filter by; null for all. */
  reading: ReadingState | null;
  /** The reading states that the list can be filtered by. */
  readingStates: readonly ReadingState[];
  input: RefObject<HTMLInputElement | null>;
  /** Parts of the query that look like a field but are searched as text. */
  hints: readonly QueryError[];
  suggestions: SearchSuggestions;
  complete: (query: string, caret: number) => Completion[];
  /** Called before completions are requested. */
  onBeforeComplete: () => void;
  onQueryChange: (query: string) => void;
  onSort: (sort: SortOrder | null) => void;
  /** Whether rows are compact (two lines). */
  isCompact: boolean;
  onCompact: (isCompact: boolean) => void;
  /** Whether articles are grouped by story. */
  isGrouped: boolean;
  onGrouped: (isGrouped: boolean) => void;
  onReading: (reading: ReadingState | null) => void;
  onSaveSearch: (name: string) => void;
  /** Whether the search can be saved as a smart list. */
  canSaveSearch: boolean;
  /** Opens the dialog for editing the smart list's search; null for other lists. */
  onChangeSearch: (() => void) | null;
}

/** Longer names get a smaller font in a narrow window. In characters. */
const MAX_NAME_LENGTH_NARROW = 14;
/** Longer names get a smaller font in a wide window, too. In characters. */
const MAX_NAME_LENGTH_WIDE = 22;

/** Returns the value of `data-long`; see `list-head.css`. */
function classifyLength(name: string): 'rather' | 'very' | undefined {
  if (name.length <= MAX_NAME_LENGTH_NARROW) return undefined;
  return name.length <= MAX_NAME_LENGTH_WIDE ? 'rather' : 'very';
}

/**
 * The head of a list: name, count, search and sort order. Its height is constant, so that the list does not move
 * while the user types.
 */
export function LibraryHead(props: LibraryHeadProps) {
  const { t } = useStrings();
  const [isNamingOpen, setNamingOpen] = useState(false);
  const isSearch = props.query.trim() !== '';
  const isNaming = isNamingOpen && props.canSaveSearch;
  const saveButton = useRef<HTMLButtonElement>(null);
  const changeButton = useRef<HTMLButtonElement>(null);
  useReturnFocus(isNaming || null, () => saveButton.current ?? changeButton.current);
  // The focused Save button disappears once the search has been saved as a list.
  useReturnFocus(props.canSaveSearch || null, () => changeButton.current);
  const renderSelect = (
    label: MessageKey,
    value: string,
    options: typeof SORTS,
    onChoose: (value: string) => void,
    labelProps: { class: string; 'data-on'?: boolean } = { class: 'library__sort' },
  ) => (
    <label {...labelProps}>
      <span class="visually-hidden">{t(label)}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {t(name)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
  const renderToggle = (label: MessageKey, isOn: boolean, onToggle: (isOn: boolean) => void) => (
    <TextButton class="list-head__compact" aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
      {isOn && <Icon name="check" />}
      {t(label)}
    </TextButton>
  );
  return (
    <header class="library__head list-head">
      <h1 dir="auto" title={props.name} data-long={classifyLength(props.name)}>
        {props.name}
      </h1>
      <QueryField {...props} label={t('librarySearch')} />
      <div class="list-head__state">
        {isNaming ? (
          <NameField
            label={t('searchKeepName')}
            value={props.query.trim()}
            onSave={(name) => {
              setNamingOpen(false);
              props.onSaveSearch(name);
            }}
            onCancel={() => setNamingOpen(false)}
          />
        ) : (
          props.countText !== '' && <p class="list-head__amount">{props.countText}</p>
        )}
        {!isNaming && props.hints.length > 0 && <SearchHint {...props} />}
        {!isNaming &&
          renderSelect(
            'readingLabel',
            props.reading ?? '',
            [
              ['', 'readingAny'],
              ...props.readingStates.map((state) => [state, READING_STATE_LABELS[state]] as const),
            ],
            (chosen) => props.onReading(props.readingStates.find((state) => state === chosen) ?? null),
            { class: 'library__sort list-head__reading', 'data-on': props.reading !== null },
          )}
        {props.onChangeSearch !== null && (
          <TextButton ref={changeButton} onClick={props.onChangeSearch}>
            {t('smartSearchChange')}
          </TextButton>
        )}
        {props.canSaveSearch && !isNaming && (
          <TextButton ref={saveButton} onClick={() => setNamingOpen(true)}>
            {t('searchKeep')}
          </TextButton>
        )}
        {renderToggle('listCompact', props.isCompact, props.onCompact)}
        {renderToggle('listByStory', props.isGrouped, props.onGrouped)}
      </div>
      {renderSelect(
        'sortLabel',
        props.sort === null ? (isSearch ? '' : 'saved') : formatSort(props.sort),
        isSearch ? [['', 'sortBest'], ...SORTS] : SORTS,
        (order) => props.onSort(parseSort(order)),
      )}
    </header>
  );
}

/** Tells the user which word before a colon is no field name and is searched as text, and suggests the closest one. */
function SearchHint({
  hints,
  query,
  onQueryChange,
}: Pick<LibraryHeadProps, 'hints' | 'query' | 'onQueryChange'>) {
  const { t } = useStrings();
  const [hint] = hints;
  if (hint === undefined) return null;
  const { start, end, text, suggestion } = hint;
  return (
    <p class="list-head__hint" role="status">
      {t('queryAsText', text.replace(/:$/, ''))}
      {suggestion !== null && (
        <>
          {' '}
          <TextButton
            onClick={() => onQueryChange(`${query.slice(0, start)}${suggestion}:${query.slice(end)}`)}
          >
            {t('querySuggestion', suggestion)}
          </TextButton>
        </>
      )}
    </p>
  );
}
