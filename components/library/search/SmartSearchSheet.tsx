import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QueryError } from '../../../utils/library/view-types.ts';
import { Button, SubmitButton } from '../../ui/Button.tsx';
import { useStrings } from '../../ui/base/strings.ts';
import { useAsyncValue } from '../../ui/hooks/use-async-value.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { type Completion, QueryErrors, QueryField } from './QueryField.tsx';
import './smart-search.css';

/** Debounce delay before the results are counted. */
const COUNT_DELAY_MS = 250;

interface Props {
  name: string;
  /** The query as saved. */
  query: string;
  complete: (query: string, caret: number) => Completion[];
  /** Returns the errors of a query, and whether it has no conditions. */
  check: (query: string) => { errors: readonly QueryError[]; isEmpty: boolean };
  /** Counts the articles that match a query. */
  countFound: (query: string) => Promise<number>;
  /** Called with a valid, trimmed query that differs from the saved one. */
  onChange: (query: string) => void;
  onClose: () => void;
}

/** A sheet for editing a smart list's query. Only a valid query can be saved; Escape discards the change. */
export function SmartSearchSheet(props: Props) {
  const { t, count } = useStrings();
  const [query, setQuery] = useState(props.query);
  const [isSubmitted, setSubmitted] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { errors, isEmpty } = props.check(query);
  const isValid = errors.every(({ isSearchedAsText }) => isSearchedAsText) && !isEmpty;
  const resultCount = useAsyncValue(isValid ? query : null, props.countFound, COUNT_DELAY_MS);
  const change = (next: string): void => {
    setQuery(next);
    setSubmitted(false);
  };
  // A layout effect runs after the sheet has taken the focus, but before it is painted.
  useLayoutEffect(() => {
    const end = input.current?.value.length ?? 0;
    input.current?.focus();
    input.current?.setSelectionRange(end, end);
  }, []);
  return (
    <Sheet title={t('smartSearchTitle', props.name)} className="sheet--search" onClose={props.onClose}>
      {(close) => (
        <form
          class="smart-search"
          onSubmit={(event) => {
            event.preventDefault();
            setSubmitted(true);
            if (!isValid) return input.current?.focus();
            if (query.trim() !== props.query) props.onChange(query.trim());
            close();
          }}
        >
          <QueryField
            query={query}
            label={t('smartSearchField')}
            input={input}
            complete={props.complete}
            onQueryChange={change}
            onEscape={close}
          />
          <div class="smart-search__say">
            <QueryErrors errors={errors} query={query} onQueryChange={change} isImmediate={isSubmitted} />
            {isEmpty && errors.length === 0 && (
              <p role={isSubmitted ? 'alert' : undefined}>{t('smartSearchEmpty', 'is:unread min:10')}</p>
            )}
            {resultCount !== null && <p role="status">{count('librarySearchCount', resultCount)}</p>}
          </div>
          <div class="smart-search__end">
            <Button onClick={close}>{t('actionCancel')}</Button>
            <SubmitButton>{t('actionKeep')}</SubmitButton>
          </div>
        </form>
      )}
    </Sheet>
  );
}
