import { useEffect, useState } from 'preact/hooks';
import type { QueryError } from '../../../utils/library/view-types.ts';
import { useStrings } from '../../ui/base/strings.ts';

/** How long the user must pause before something is called wrong, in ms. */
const PAUSE_MS = 700;

interface Props {
  errors: readonly QueryError[];
  query: string;
  onQuery: (query: string) => void;
  /** True where it is said without waiting: the user has asked. */
  isDue?: boolean;
}

/** What in a search was not understood: the words marked where they stand, what is wrong, what was perhaps meant. */
export function QueryErrors({ errors, query, onQuery, isDue = false }: Props) {
  const { t, find } = useStrings();
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  const [error] = errors;
  // While somebody types, the last word is not wrong but unfinished.
  if (error === undefined || (settled !== query && !isDue)) return null;
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
            <button
              type="button"
              class="text-button"
              onClick={() => {
                const colon = error.code === 'unknownField' ? ':' : '';
                onQuery(query.slice(0, start) + suggestion + colon + query.slice(end));
              }}
            >
              {t('querySuggestion', suggestion)}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
