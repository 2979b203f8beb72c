import type { RefObject } from 'preact';
import { IconButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import { useShortcutHints } from './hooks/use-shortcuts.ts';
import { Icon } from './Icon.tsx';
import './search-field.css';

interface Props {
  query: string;
  /** The accessible name, also shown as placeholder. */
  label: string;
  onQueryChange: (query: string) => void;
  input: RefObject<HTMLInputElement | null>;
}

/** A search or filter field. Escape clears it; in an empty field, it removes the focus or closes the dialog. */
export function SearchField({ query, label, onQueryChange, input }: Props) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        value={query}
        // `auto` would make an empty field and its placeholder left-to-right.
        dir={query === '' ? undefined : 'auto'}
        placeholder={label}
        aria-label={label}
        aria-keyshortcuts={shortcutHints.ariaShortcut('/')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQueryChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Leave the key to the browser, which closes the dialog.
          const closesDialog = query === '' && event.currentTarget.closest('dialog') !== null;
          if (event.key !== 'Escape' || closesDialog) return;
          event.preventDefault();
          if (query === '') event.currentTarget.blur();
          else onQueryChange('');
        }}
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
    </div>
  );
}
