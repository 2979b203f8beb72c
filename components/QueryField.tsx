import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { useStrings } from './strings.ts';
import { useKeyNames } from './use-shortcuts.ts';
import './search-field.css';

/** What could be typed next; `start` to `end` of the query is replaced by `insert`. */
export interface Completion {
  start: number;
  end: number;
  insert: string;
  label: string;
}

interface Props {
  query: string;
  label: string;
  input: RefObject<HTMLInputElement | null>;
  complete: (query: string, caret: number) => Completion[];
  onQuery: (query: string) => void;
  /** What Escape does where the field is in a window: closes it. Else it empties the field, then leaves it. */
  onEscape?: () => void;
}

/** A search with completion of fields and of what the library knows. In a screen, `/` leads here. */
export function QueryField({ query, label, input, complete, onQuery, onEscape }: Props) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  const [completions, setCompletions] = useState<readonly Completion[]>([]);
  const [at, setAt] = useState(-1);
  const id = useId();
  const look = (): void => {
    const field = input.current;
    if (field === null) return;
    setCompletions(complete(field.value, field.selectionStart ?? field.value.length));
    setAt(-1);
  };
  const close = (): void => {
    setCompletions([]);
    setAt(-1);
  };
  const take = (completion: Completion): void => {
    const next = query.slice(0, completion.start) + completion.insert + query.slice(completion.end);
    onQuery(next);
    close();
    const caret = completion.start + completion.insert.length;
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caret, caret);
      // A field's name is followed by its values.
      if (completion.insert.endsWith(':')) look();
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    const { length } = completions;
    if (length > 0 && event.key === 'ArrowDown') setAt((at + 1) % length);
    else if (length > 0 && event.key === 'ArrowUp') setAt(at <= 0 ? length - 1 : at - 1);
    else if (length > 0 && (event.key === 'Enter' || event.key === 'Tab') && at >= 0)
      take(completions[at] as Completion);
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
        aria-expanded={completions.length > 0}
        aria-controls={id}
        aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          onQuery(event.currentTarget.value);
          look();
        }}
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
        hidden={completions.length === 0}
      >
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
          </button>
        ))}
      </div>
    </div>
  );
}
