import type { QueryError } from '../../../utils/library/view-types.ts';
import { useStrings } from '../../ui/base/strings.ts';

interface Props {
  hints: readonly QueryError[];
  query: string;
  onQuery: (query: string) => void;
}

/** Says which word before a colon is no field, and offers the field that was perhaps meant. */
export function SearchedAsText({ hints, query, onQuery }: Props) {
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
          <button
            type="button"
            class="text-button"
            onClick={() => onQuery(`${query.slice(0, start)}${suggestion}:${query.slice(end)}`)}
          >
            {t('querySuggestion', suggestion)}
          </button>
        </>
      )}
    </p>
  );
}
