import type { RefObject } from 'preact';
import { IconButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import { useKeyNames } from './hooks/use-shortcuts.ts';
import { Icon } from './Icon.tsx';
import './search-field.css';

interface Props {
  query: string;
  /** The accessible name; shown as placeholder. */
  label: string;
  onQuery: (query: string) => void;
  input: RefObject<HTMLInputElement | null>;
}

/** A field for searching or filtering. `/` focuses it; Escape clears it, then leaves it. */
export function SearchField({ query, label, onQuery, input }: Props) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        value={query}
        // An empty field would be left-to-right, and so would its placeholder.
        dir={query === '' ? undefined : 'auto'}
        placeholder={label}
        aria-label={label}
        aria-keyshortcuts={keyNames.of('/')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Closes the dialog if the field is in one.
          const isEnough = query === '' && event.currentTarget.closest('dialog') !== null;
          if (event.key !== 'Escape' || isEnough) return;
          event.preventDefault();
          if (query === '') event.currentTarget.blur();
          else onQuery('');
        }}
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
    </div>
  );
}
