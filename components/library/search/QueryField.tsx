import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { QueryError } from '../../../utils/library/view-types.ts';
import { IconButton, TextButton } from '../../ui/Button.tsx';
import { type MessageKey, useStrings } from '../../ui/base/strings.ts';
import { useShortcutHints } from '../../ui/hooks/use-shortcuts.ts';
import { Icon } from '../../ui/Icon.tsx';
import '../../ui/search-field.css';
import './search-suggestions.css';

/** A completion, which replaces the part of the query from `start` to `end` with `insert`. */
export interface Completion {
  start: number;
  end: number;
  insert: string;
  label: string;
  /** An example value, for a field name. */
  example?: string;
  /** The field or state whose description is shown: the message `queryField_<field>` or `queryIs_<state>`. */
  field?: string;
  state?: string;
}

interface QueryFieldProps {
  query: string;
  label: string;
  input: RefObject<HTMLInputElement | null>;
  complete: (query: string, caret: number) => Completion[];
  onQueryChange: (query: string) => void;
  /** Called before completions are requested. */
  onBeforeComplete?: () => void;
  /** Offered if the query is empty; if absent, the field names are offered instead. */
  suggestions?: SearchSuggestions;
  /** Called on Escape if no list is open. By default, Escape clears the field, or leaves it if it is empty. */
  onEscape?: () => void;
}

/** A search field with completion of field names and values (an ARIA combobox). */
export function QueryField(props: QueryFieldProps) {
  const { query, label, input, complete, onQueryChange, onBeforeComplete, suggestions, onEscape } = props;
  const { t, find } = useStrings();
  const shortcutHints = useShortcutHints();
  /** The caret position for which completions are shown; null if the list is closed. */
  const [caret, setCaret] = useState<number | null>(null);
  const [requestedIndex, setActiveIndex] = useState(-1);
  /** The user asked for the field names instead of the initial suggestions. */
  const [showsFields, setShowsFields] = useState(false);
  const id = useId();
  const shownSuggestions = caret === null || query !== '' || showsFields ? [] : listSuggestions(suggestions);
  const completions = caret === null || shownSuggestions.length > 0 ? [] : complete(query, caret);
  const optionCount = shownSuggestions.length + completions.length;
  const activeIndex = Math.min(requestedIndex, optionCount - 1);
  const openCompletions = (initialIndex = -1): void => {
    const field = input.current;
    if (field === null) return;
    onBeforeComplete?.();
    setCaret(field.selectionStart ?? field.value.length);
    setActiveIndex(initialIndex);
  };
  /** While the user types, opens the completions within a word, and closes them after a space or parenthesis. */
  const updateCompletions = (): void => {
    const field = input.current;
    if (/[^\s(]$/.test(field?.value.slice(0, field.selectionStart ?? undefined) ?? '')) openCompletions();
    else close();
  };
  const close = (): void => {
    setCaret(null);
    setActiveIndex(-1);
    setShowsFields(false);
  };
  const applySuggestion = (suggestion: SearchSuggestion): void => {
    if (suggestion.kind === 'fields') {
      setShowsFields(true);
      openCompletions(0);
    } else if (suggestion.kind === 'forget') suggestions?.onForget();
    else {
      onQueryChange(suggestion.query);
      close();
    }
    input.current?.focus();
  };
  const applyOption = (position: number): void => {
    const suggestion = shownSuggestions[position];
    const completion = completions[position];
    if (suggestion !== undefined) applySuggestion(suggestion);
    else if (completion !== undefined) applyCompletion(completion);
  };
  const applyCompletion = (completion: Completion): void => {
    const next = query.slice(0, completion.start) + completion.insert + query.slice(completion.end);
    onQueryChange(next);
    close();
    const caretAfter = completion.start + completion.insert.length;
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caretAfter, caretAfter);
      // After a field name, offers its values.
      if (completion.insert.endsWith(':')) openCompletions();
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (optionCount > 0 && event.key === 'ArrowDown') setActiveIndex((activeIndex + 1) % optionCount);
    else if (event.key === 'ArrowDown') openCompletions(0);
    else if (optionCount > 0 && event.key === 'ArrowUp')
      setActiveIndex(activeIndex <= 0 ? optionCount - 1 : activeIndex - 1);
    else if (optionCount > 0 && (event.key === 'Enter' || event.key === 'Tab') && activeIndex >= 0)
      applyOption(activeIndex);
    else if (event.key === 'Escape' && optionCount > 0) close();
    else if (event.key === 'Escape' && onEscape !== undefined) onEscape();
    else if (event.key === 'Escape' && query !== '') onQueryChange('');
    else if (event.key === 'Escape') input.current?.blur();
    else return;
    event.preventDefault();
  };
  return (
    <div class="search-field" onFocusOut={close}>
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        role="combobox"
        value={query}
        // With `auto`, an empty field and its placeholder would be left-to-right.
        dir={query === '' ? undefined : 'auto'}
        placeholder={label}
        aria-label={label}
        aria-keyshortcuts={onEscape === undefined ? shortcutHints.ariaShortcut('/') : undefined}
        aria-expanded={optionCount > 0}
        aria-controls={id}
        aria-activedescendant={activeIndex === -1 ? undefined : `${id}-${activeIndex}`}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          onQueryChange(event.currentTarget.value);
          updateCompletions();
        }}
        // A click on an empty field shows the suggestions.
        onClick={() => query === '' && openCompletions()}
        onKeyDown={onKey}
      />
      {query !== '' && (
        <IconButton
          icon="close"
          label={t('searchClear')}
          onClick={() => {
            onQueryChange('');
            input.current?.focus();
          }}
        />
      )}
      <div
        class="search-field__list"
        role="listbox"
        id={id}
        aria-label={t('searchCompletions')}
        hidden={optionCount === 0}
        // Firefox moves the focus on `mousedown` even if `pointerdown` was cancelled, and the pressed option may have
        // been removed by then.
        onMouseDown={(event) => event.preventDefault()}
      >
        {shownSuggestions.length > 0 && (
          <SearchSuggestionList
            id={id}
            suggestions={shownSuggestions}
            activeIndex={activeIndex}
            onSelect={applySuggestion}
          />
        )}
        {completions.map((completion, position) => (
          <button
            type="button"
            tabIndex={-1}
            key={completion.label}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === activeIndex}
            // Not on click, by which time the field has lost the focus and the list is closed.
            onPointerDown={(event) => {
              event.preventDefault();
              applyCompletion(completion);
            }}
          >
            <bdi>{completion.label}</bdi>
            {completion.example !== undefined && (
              <bdi class="search-field__example" aria-hidden="true">
                {completion.example}
              </bdi>
            )}
            <span class="search-field__about">
              {completion.field !== undefined && find(`queryField_${completion.field}`)}
              {completion.state !== undefined && find(`queryIs_${completion.state}`)}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** The recent searches, which an empty search field suggests. */
export interface SearchSuggestions {
  /** Recent searches, latest first. */
  recent: readonly string[];
  /** Clears the recent searches. */
  onForget: () => void;
}

/** A suggestion for an empty search field: a recent search, a common filter, or an action. */
interface SearchSuggestion {
  kind: 'recent' | 'forget' | 'chip' | 'fields';
  /** The query that the suggestion enters; `''` for an action. */
  query: string;
  /** Absent for a recent search. */
  label?: MessageKey;
}

const COMMON_FILTERS: readonly (readonly [query: string, label: MessageKey])[] = [
  ['is:unread', 'libraryUnread'],
  ['is:started', 'libraryStarted'],
  ['has:quotes', 'searchChipQuotes'],
  ['has:highlights', 'searchChipHighlights'],
  ['after:7d', 'searchChipWeek'],
  ['max:5', 'searchChipShort'],
  ['min:10', 'searchChipLong'],
];

/** Returns all suggestions in the order in which the arrow keys reach them. */
function listSuggestions(suggestions: SearchSuggestions | undefined): SearchSuggestion[] {
  if (suggestions === undefined) return [];
  const recent = suggestions.recent.map((query): SearchSuggestion => ({ kind: 'recent', query }));
  const forget: SearchSuggestion = { kind: 'forget', query: '', label: 'searchForget' };
  return [
    ...recent,
    ...(recent.length === 0 ? [] : [forget]),
    ...COMMON_FILTERS.map(([query, label]): SearchSuggestion => ({ kind: 'chip', query, label })),
    { kind: 'fields', query: '', label: 'searchSyntax' },
  ];
}

interface SearchSuggestionListProps {
  /** The list's id, which is the prefix of the options' ids. */
  id: string;
  suggestions: readonly SearchSuggestion[];
  /** The index of the active option, or -1. */
  activeIndex: number;
  onSelect: (suggestion: SearchSuggestion) => void;
}

/** The options of an empty search field, grouped by kind. */
function SearchSuggestionList({ id, suggestions, activeIndex, onSelect }: SearchSuggestionListProps) {
  const { t } = useStrings();
  const renderKind = (kind: SearchSuggestion['kind']): ComponentChildren =>
    suggestions.map(
      (suggestion, position) =>
        suggestion.kind === kind && (
          <button
            type="button"
            tabIndex={-1}
            key={position}
            id={`${id}-${position}`}
            role="option"
            class={`search-start search-start--${kind}`}
            aria-selected={position === activeIndex}
            // Not on click, by which time the field has lost the focus and the list is closed.
            onPointerDown={(event) => {
              event.preventDefault();
              onSelect(suggestion);
            }}
          >
            {suggestion.label === undefined ? (
              <>
                <Icon name="clock" />
                <bdi>{suggestion.query}</bdi>
              </>
            ) : (
              t(suggestion.label)
            )}
          </button>
        ),
    );
  const renderHeading = (label: MessageKey): ComponentChildren => (
    <p class="search-start__head" aria-hidden="true">
      {t(label)}
    </p>
  );
  return (
    <>
      {suggestions.some(({ kind }) => kind === 'recent') && renderHeading('searchRecent')}
      {renderKind('recent')}
      {renderKind('forget')}
      {renderHeading('searchFind')}
      <div class="search-start__chips" role="presentation">
        {renderKind('chip')}
      </div>
      {renderKind('fields')}
    </>
  );
}

/** Debounce delay before an error is shown. */
const ERROR_DELAY_MS = 700;

interface QueryErrorsProps {
  errors: readonly QueryError[];
  query: string;
  onQueryChange: (query: string) => void;
  /** Whether to show errors without delay, for example after submitting. */
  isImmediate?: boolean;
}

/** Shows the first error of a query: the words marked in context, the reason and a suggestion. */
export function QueryErrors({ errors, query, onQueryChange, isImmediate = false }: QueryErrorsProps) {
  const { t, find } = useStrings();
  const [settledQuery, setSettledQuery] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettledQuery(query), ERROR_DELAY_MS);
    return () => clearTimeout(timer);
  }, [query]);
  const [error] = errors;
  // While the user is typing, the last word may be unfinished rather than wrong.
  if (error === undefined || (settledQuery !== query && !isImmediate)) return null;
  const { start, end, suggestion } = error;
  return (
    <div class="query-error" role="status">
      <p class="query-error__place" dir="auto">
        {query.slice(0, start)}
        <mark>{query.slice(start, end)}</mark>
        {query.slice(end)}
      </p>
      <p>
        {find(`query_${error.code}`)}
        {suggestion !== null && (
          <>
            {' '}
            <TextButton
              onClick={() => {
                const colon = error.code === 'unknownField' ? ':' : '';
                onQueryChange(query.slice(0, start) + suggestion + colon + query.slice(end));
              }}
            >
              {t('querySuggestion', suggestion)}
            </TextButton>
          </>
        )}
      </p>
    </div>
  );
}
