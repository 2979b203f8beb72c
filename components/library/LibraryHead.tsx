import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ReadingState, readSort, writeSort } from '../../utils/library/lists/library-place.ts';
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

const READING_NAMES: Record<ReadingState, MessageKey> = {
  unread: 'libraryUnread',
  started: 'libraryStarted',
  finished: 'libraryFinished',
};

export interface LibraryHeadProps {
  name: string;
  /** The formatted count, or `''`. */
  countText: string;
  query: string;
  sort: SortOrder | null;
  /** The reading state to filter by; null for all. */
  reading: ReadingState | null;
  /** The reading states that the list can be filtered by. */
  readingStates: readonly ReadingState[];
  input: RefObject<HTMLInputElement | null>;
  /** Parts of the search that were interpreted as plain words. */
  hints: readonly QueryError[];
  starters: SearchSuggestions;
  complete: (query: string, caret: number) => Completion[];
  /** Called before completions are requested. */
  onBeforeComplete: () => void;
  onQuery: (query: string) => void;
  onSort: (sort: SortOrder | null) => void;
  /** Rows of two lines. */
  isCompact: boolean;
  onCompact: (isCompact: boolean) => void;
  /** Articles of a story stand together. */
  isGrouped: boolean;
  onGrouped: (isGrouped: boolean) => void;
  onReading: (reading: ReadingState | null) => void;
  onSaveSearch: (name: string) => void;
  /** The search can be saved as a smart list. */
  canSaveSearch: boolean;
  /** Edits this smart list's search; null for other lists. */
  onChangeSearch: (() => void) | null;
}

/** Maximum length of a name, in characters, before the font size is reduced in a narrow and a wide window. */
const MAX_SHORT_NAME = 14;
const MAX_MEDIUM_NAME = 22;

function lengthClass(name: string): 'rather' | 'very' | undefined {
  if (name.length <= MAX_SHORT_NAME) return undefined;
  return name.length <= MAX_MEDIUM_NAME ? 'rather' : 'very';
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
  // When a search has been saved as a list, the focused Save button is gone.
  useReturnFocus(props.canSaveSearch || null, () => changeButton.current);
  const select = (
    label: MessageKey,
    value: string,
    options: typeof SORTS,
    onChoose: (value: string) => void,
    own: { class: string; 'data-on'?: boolean } = { class: 'library__sort' },
  ) => (
    <label {...own}>
      <span class="visually-hidden">{t(label)}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {t(name)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
  const toggle = (label: MessageKey, isOn: boolean, onToggle: (isOn: boolean) => void) => (
    <TextButton class="list-head__compact" aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
      {isOn && <Icon name="check" />}
      {t(label)}
    </TextButton>
  );
  return (
    <header class="library__head list-head">
      <h1 dir="auto" title={props.name} data-long={lengthClass(props.name)}>
        {props.name}
      </h1>
      <QueryField {...props} label={t('librarySearch')} suggestions={props.starters} />
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
          select(
            'readingLabel',
            props.reading ?? '',
            [
              ['', 'readingAny'],
              ...props.readingStates.map((state) => [state, READING_NAMES[state]] as const),
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
        {toggle('listCompact', props.isCompact, props.onCompact)}
        {toggle('listByStory', props.isGrouped, props.onGrouped)}
      </div>
      {select(
        'sortLabel',
        props.sort === null ? (isSearch ? '' : 'saved') : writeSort(props.sort),
        isSearch ? [['', 'sortBest'], ...SORTS] : SORTS,
        (order) => props.onSort(readSort(order)),
      )}
    </header>
  );
}

/** Tells which word before a colon is not a field name, and suggests the probable one. */
function SearchHint({ hints, query, onQuery }: Pick<LibraryHeadProps, 'hints' | 'query' | 'onQuery'>) {
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
          <TextButton onClick={() => onQuery(`${query.slice(0, start)}${suggestion}:${query.slice(end)}`)}>
            {t('querySuggestion', suggestion)}
          </TextButton>
        </>
      )}
    </p>
  );
}
