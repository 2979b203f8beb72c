import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { QueryError } from '../../../utils/library/view-types.ts';
import { IconButton, TextButton } from '../../ui/Button.tsx';
import { type MessageKey, useStrings } from '../../ui/base/strings.ts';
import { useShortcutHints } from '../../ui/hooks/use-shortcuts.ts';
import { Icon } from '../../ui/Icon.tsx';
import '../../ui/search-field.css';
import './search-starts.css';

/** A completion: replaces `start` to `end` of the query with `insert`. */
export interface Completion {
  start: number;
  end: number;
  insert: string;
  label: string;
  /** An example value, for a field name. */
  example?: string;
  /** Described by the message `queryField_<field>` or `queryIs_<state>`. */
  field?: string;
  state?: string;
}

interface QueryFieldProps {
  query: string;
  label: string;
  input: RefObject<HTMLInputElement | null>;
  complete: (query: string, caret: number) => Completion[];
  onQuery: (query: string) => void;
  /** Called before completions are requested. */
  onBeforeComplete?: () => void;
  /** Absent if the field names are offered at once. */
  suggestions?: SearchSuggestions;
  /** What Escape does in a dialog: closes it. By default Escape empties the field, then leaves it. */
  onEscape?: () => void;
}

/** A search field with completion of field names and values. On a screen, `/` focuses it. */
export function QueryField(props: QueryFieldProps) {
  const { query, label, input, complete, onQuery, onBeforeComplete, suggestions, onEscape } = props;
  const { t, find } = useStrings();
  const shortcutHints = useShortcutHints();
  /** The position at which completions are shown; null if they are closed. */
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setActiveIndex] = useState(-1);
  /** The user asked for the field names instead of the initial suggestions. */
  const [showsFields, setShowsFields] = useState(false);
  const id = useId();
  const starts = caret === null || query !== '' || showsFields ? [] : listSuggestions(suggestions);
  const completions = caret === null || starts.length > 0 ? [] : complete(query, caret);
  const length = starts.length + completions.length;
  const activeIndex = Math.min(chosen, length - 1);
  const openCompletions = (first = -1): void => {
    const field = input.current;
    if (field === null) return;
    onBeforeComplete?.();
    setCaret(field.selectionStart ?? field.value.length);
    setActiveIndex(first);
  };
  /** While typing, completions are offered for a started word, not after each complete one. */
  const completeWord = (): void => {
    const field = input.current;
    if (/[^\s(]$/.test(field?.value.slice(0, field.selectionStart ?? undefined) ?? '')) openCompletions();
    else close();
  };
  const close = (): void => {
    setCaret(null);
    setActiveIndex(-1);
    setShowsFields(false);
  };
  const start = (choice: SearchSuggestion): void => {
    if (choice.kind === 'fields') {
      setShowsFields(true);
      openCompletions(0);
    } else if (choice.kind === 'forget') suggestions?.onForget();
    else {
      onQuery(choice.query);
      close();
    }
    input.current?.focus();
  };
  const choose = (position: number): void => {
    const choice = starts[position];
    const completion = completions[position];
    if (choice !== undefined) start(choice);
    else if (completion !== undefined) applyCompletion(completion);
  };
  const applyCompletion = (completion: Completion): void => {
    const next = query.slice(0, completion.start) + completion.insert + query.slice(completion.end);
    onQuery(next);
    close();
    const after = completion.start + completion.insert.length;
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(after, after);
      // A field name is followed by its values.
      if (completion.insert.endsWith(':')) openCompletions();
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (length > 0 && event.key === 'ArrowDown') setActiveIndex((activeIndex + 1) % length);
    else if (event.key === 'ArrowDown') openCompletions(0);
    else if (length > 0 && event.key === 'ArrowUp')
      setActiveIndex(activeIndex <= 0 ? length - 1 : activeIndex - 1);
    else if (length > 0 && (event.key === 'Enter' || event.key === 'Tab') && activeIndex >= 0)
      choose(activeIndex);
    else if (event.key === 'Escape' && length > 0) close();
    else if (event.key === 'Escape' && onEscape !== undefined) onEscape();
    else if (event.key === 'Escape' && query !== '') onQuery('');
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
        // An empty field would be left-to-right, and so would its placeholder.
        dir={query === '' ? undefined : 'auto'}
        placeholder={label}
        aria-label={label}
        aria-keyshortcuts={onEscape === undefined ? shortcutHints.ariaShortcut('/') : undefined}
        aria-expanded={length > 0}
        aria-controls={id}
        aria-activedescendant={activeIndex === -1 ? undefined : `${id}-${activeIndex}`}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          onQuery(event.currentTarget.value);
          completeWord();
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
            onQuery('');
            input.current?.focus();
          }}
        />
      )}
      <div
        class="search-field__list"
        role="listbox"
        id={id}
        aria-label={t('searchCompletions')}
        hidden={length === 0}
        // Firefox moves the focus on this event even if the pointer event was cancelled; the pressed option may be
        // gone by then.
        onMouseDown={(event) => event.preventDefault()}
      >
        {starts.length > 0 && (
          <SearchSuggestionList id={id} suggestions={starts} activeIndex={activeIndex} onSelect={start} />
        )}
        {completions.map((completion, position) => (
          <button
            type="button"
            tabIndex={-1}
            key={completion.label}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === activeIndex}
            // Before the field loses the focus.
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

/** What an empty search field offers. */
export interface SearchSuggestions {
  /** Recent searches, latest first. */
  recent: readonly string[];
  onForget: () => void;
}

/** A suggestion for an empty search field: a recent search, a common filter, or one of two actions. */
interface SearchSuggestion {
  kind: 'recent' | 'forget' | 'chip' | 'fields';
  /** `''` for an action. */
  query: string;
  /** Absent for a recent search. */
  label?: MessageKey;
}

/** Common filters with their labels. */
const COMMON_FILTERS: readonly (readonly [query: string, label: MessageKey])[] = [
  ['is:unread', 'libraryUnread'],
  ['is:started', 'libraryStarted'],
  ['has:quotes', 'searchChipQuotes'],
  ['has:highlights', 'searchChipHighlights'],
  ['after:7d', 'searchChipWeek'],
  ['max:5', 'searchChipShort'],
  ['min:10', 'searchChipLong'],
];

/** All suggestions, in the order of the arrow keys. */
function listSuggestions(searchSuggestions: SearchSuggestions | undefined): SearchSuggestion[] {
  if (searchSuggestions === undefined) return [];
  const recent = searchSuggestions.recent.map((query): SearchSuggestion => ({ kind: 'recent', query }));
  const forget: SearchSuggestion = { kind: 'forget', query: '', label: 'searchForget' };
  return [
    ...recent,
    ...(recent.length === 0 ? [] : [forget]),
    ...COMMON_FILTERS.map(([query, label]): SearchSuggestion => ({ kind: 'chip', query, label })),
    { kind: 'fields', query: '', label: 'searchSyntax' },
  ];
}

interface SearchSuggestionListProps {
  /** The list's id, a prefix of the options' ids. */
  id: string;
  suggestions: readonly SearchSuggestion[];
  /** The active option, or -1. */
  activeIndex: number;
  onSelect: (start: SearchSuggestion) => void;
}

/** The suggestions of an empty search field. */
function SearchSuggestionList({ id, suggestions, activeIndex, onSelect }: SearchSuggestionListProps) {
  const { t } = useStrings();
  const all = (kind: SearchSuggestion['kind']): ComponentChildren =>
    suggestions.map(
      (start, position) =>
        start.kind === kind && (
          <button
            type="button"
            tabIndex={-1}
            key={position}
            id={`${id}-${position}`}
            role="option"
            class={`search-start search-start--${kind}`}
            aria-selected={position === activeIndex}
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              onSelect(start);
            }}
          >
            {start.label === undefined ? (
              <>
                <Icon name="clock" />
                <bdi>{start.query}</bdi>
              </>
            ) : (
              t(start.label)
            )}
          </button>
        ),
    );
  const heading = (label: MessageKey): ComponentChildren => (
    <p class="search-start__head" aria-hidden="true">
      {t(label)}
    </p>
  );
  return (
    <>
      {suggestions.some(({ kind }) => kind === 'recent') && heading('searchRecent')}
      {all('recent')}
      {all('forget')}
      {heading('searchFind')}
      <div class="search-start__chips" role="presentation">
        {all('chip')}
      </div>
      {all('fields')}
    </>
  );
}

/** Delay after the last input before an error is shown, in ms. */
const PAUSE_MS = 700;

interface QueryErrorsProps {
  errors: readonly QueryError[];
  query: string;
  onQuery: (query: string) => void;
  /** Show errors without delay, because the user asked for the result. */
  isImmediate?: boolean;
}

/** The errors of a search: the words marked in context, the reason and a suggestion. */
export function QueryErrors({ errors, query, onQuery, isImmediate = false }: QueryErrorsProps) {
  const { t, find } = useStrings();
  const [settledQuery, setSettledQuery] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettledQuery(query), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  const [error] = errors;
  // While the user types, the last word is unfinished rather than wrong.
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
                onQuery(query.slice(0, start) + suggestion + colon + query.slice(end));
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
