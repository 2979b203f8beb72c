import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './Icon.tsx';
import { useStrings } from './strings.ts';

/** How long the reader must pause before the count is spoken, in ms. */
const PAUSE_MS = 600;

interface Props {
  query: string;
  /** Quotes that fit. */
  found: number;
  onQuery: (query: string) => void;
  input: RefObject<HTMLInputElement | null>;
}

/** Narrows the quotes down to those with some words. Escape empties it. */
export function QuoteFilter({ query, found, onQuery, input }: Props) {
  const { t, count } = useStrings();
  const announce = useAnnounce();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(timer.current);
    if (query !== '') timer.current = setTimeout(() => announce(count('panelFilterCount', found)), PAUSE_MS);
    return () => clearTimeout(timer.current);
  }, [query, found, announce, count]);
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        value={query}
        placeholder={t('panelFilter')}
        aria-label={t('panelFilter')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (query === '') event.currentTarget.blur();
          else onQuery('');
        }}
      />
      {query !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('panelFilterClear')}
          onClick={() => {
            onQuery('');
            input.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
