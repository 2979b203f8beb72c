import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useStrings } from '../../ui/base/strings.ts';
import { useKeyNames } from '../../ui/hooks/use-shortcuts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type SearchStart, type SearchStarters, SearchStarts, startsOf } from './SearchStarts.tsx';
import '../../ui/search-field.css';

/** What could be typed next; `start` to `end` of the query is replaced by `insert`. */
export interface Completion {
  start: number;
  end: number;
  insert: string;
  label: string;
  /** What could follow, for a field's name. */
  example?: string;
  /** Told of in words beside it: `queryField_<field>`, `queryIs_<state>`. */
  field?: string;
  state?: string;
}

interface Props {
  query: string;
  label: string;
  input: RefObject<HTMLInputElement | null>;
  complete: (query: string, caret: number) => Completion[];
  onQuery: (query: string) => void;
  /** Completions are about to be asked for. */
  onLook?: () => void;
  /** Absent where the fields are offered at once. */
  starters?: SearchStarters;
  /** What Escape does where the field is in a window: closes it. Else it empties the field, then leaves it. */
  onEscape?: () => void;
}

/** A search with completion of fields and of what the library knows. In a screen, `/` leads here. */
export function QueryField(props: Props) {
  const { query, label, input, complete, onQuery, onLook, starters, onEscape } = props;
  const { t, find } = useStrings();
  const keyNames = useKeyNames();
  /** Where completions are shown for; null while they are not. */
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setAt] = useState(-1);
  /** The fields are asked for, and not what an empty field offers first. */
  const [wantsFields, setWantsFields] = useState(false);
  const id = useId();
  const starts = caret === null || query !== '' || wantsFields ? [] : startsOf(starters);
  const completions = caret === null || starts.length > 0 ? [] : complete(query, caret);
  const length = starts.length + completions.length;
  const at = Math.min(chosen, length - 1);
  const look = (first = -1): void => {
    const field = input.current;
    if (field === null) return;
    onLook?.();
    setCaret(field.selectionStart ?? field.value.length);
    setAt(first);
  };
  /** While one types, what could be asked for is offered to a word that is begun and not after each of them. */
  const lookAtWord = (): void => {
    const field = input.current;
    if (/[^\s(]$/.test(field?.value.slice(0, field.selectionStart ?? undefined) ?? '')) look();
    else close();
  };
  const close = (): void => {
    setCaret(null);
    setAt(-1);
    setWantsFields(false);
  };
  const start = (choice: SearchStart): void => {
    if (choice.kind === 'fields') {
      setWantsFields(true);
      look(0);
    } else if (choice.kind === 'forget') starters?.onForget();
    else {
      onQuery(choice.query);
      close();
    }
    input.current?.focus();
  };
  const choose = (place: number): void => {
    const choice = starts[place];
    const completion = completions[place];
    if (choice !== undefined) start(choice);
    else if (completion !== undefined) take(completion);
  };
  const take = (completion: Completion): void => {
    const next = query.slice(0, completion.start) + completion.insert + query.slice(completion.end);
    onQuery(next);
    close();
    const after = completion.start + completion.insert.length;
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(after, after);
      // A field's name is followed by its values.
      if (completion.insert.endsWith(':')) look();
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (length > 0 && event.key === 'ArrowDown') setAt((at + 1) % length);
    else if (event.key === 'ArrowDown') look(0);
    else if (length > 0 && event.key === 'ArrowUp') setAt(at <= 0 ? length - 1 : at - 1);
    else if (length > 0 && (event.key === 'Enter' || event.key === 'Tab') && at >= 0) choose(at);
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
        // An empty field would be left to right, and so would what it asks for.
        dir={query === '' ? undefined : 'auto'}
        placeholder={label}
        aria-label={label}
        aria-keyshortcuts={onEscape === undefined ? keyNames.of('/') : undefined}
        aria-expanded={length > 0}
        aria-controls={id}
        aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          onQuery(event.currentTarget.value);
          lookAtWord();
        }}
        // An empty field tells on a click what it can be asked.
        onClick={() => query === '' && look()}
        onKeyDown={onKey}
      />
      {query !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('searchClear')}
          onClick={() => {
            onQuery('');
            input.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <div
        class="search-field__list"
        role="listbox"
        id={id}
        aria-label={t('searchCompletions')}
        hidden={length === 0}
        // Firefox moves the focus by this, whatever became of the pointer's event; and what was pressed may be gone.
        onMouseDown={(event) => event.preventDefault()}
      >
        {starts.length > 0 && <SearchStarts id={id} starts={starts} at={at} onStart={start} />}
        {completions.map((completion, place) => (
          <button
            type="button"
            tabIndex={-1}
            key={completion.label}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              take(completion);
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
