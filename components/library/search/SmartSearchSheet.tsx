import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QueryError } from '../../../utils/library/view-types.ts';
import { useStrings } from '../../ui/base/strings.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { QueryErrors } from './QueryErrors.tsx';
import { type Completion, QueryField } from './QueryField.tsx';
import './smart-search.css';

/** How long the user must pause before it is counted what a search finds, in ms. */
const PAUSE_MS = 250;

interface Props {
  /** What the smart list is called. */
  name: string;
  /** Its search as it is kept. */
  query: string;
  complete: (query: string, caret: number) => Completion[];
  /** What in a search can't be understood, and whether it asks for anything. */
  check: (query: string) => { errors: readonly QueryError[]; isEmpty: boolean };
  /** How many articles a search finds. */
  countFound: (query: string) => Promise<number>;
  /** Gets a search that is understood, trimmed, and not the one before. */
  onChange: (query: string) => void;
  onClose: () => void;
}

/** Changes what a smart list searches for. Only what is understood can be kept; Escape keeps the search as it was. */
export function SmartSearchSheet(props: Props) {
  const { t, count } = useStrings();
  const [query, setQuery] = useState(props.query);
  const [isTried, setTried] = useState(false);
  const [found, setFound] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { errors, isEmpty } = props.check(query);
  const isGood = errors.every(({ isText }) => isText) && !isEmpty;
  const change = (next: string): void => {
    setQuery(next);
    setTried(false);
  };
  // After the sheet itself has taken the focus, and before it is seen.
  useLayoutEffect(() => {
    const end = input.current?.value.length ?? 0;
    input.current?.focus();
    input.current?.setSelectionRange(end, end);
  }, []);
  useEffect(() => {
    setFound(null);
    if (!isGood) return;
    let isGone = false;
    const timer = setTimeout(() => {
      props
        .countFound(query)
        .then((total) => !isGone && setFound(total))
        .catch((error: unknown) => console.warn('offprint: search not counted', error));
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [query, isGood]);
  return (
    <Sheet title={t('smartSearchTitle', props.name)} look="sheet--search" onClose={props.onClose}>
      {(close) => (
        <form
          class="smart-search"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!isGood) return input.current?.focus();
            if (query.trim() !== props.query) props.onChange(query.trim());
            close();
          }}
        >
          <QueryField
            query={query}
            label={t('smartSearchField')}
            input={input}
            complete={props.complete}
            onQuery={change}
            onEscape={close}
          />
          <div class="smart-search__say">
            <QueryErrors errors={errors} query={query} onQuery={change} isDue={isTried} />
            {isEmpty && errors.length === 0 && (
              <p role={isTried ? 'alert' : undefined}>{t('smartSearchEmpty', 'is:unread min:10')}</p>
            )}
            {isGood && found !== null && <p role="status">{count('librarySearchCount', found)}</p>}
          </div>
          <div class="smart-search__end">
            <button type="button" class="button" onClick={close}>
              {t('actionCancel')}
            </button>
            <button type="submit" class="button button--primary">
              {t('actionKeep')}
            </button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
