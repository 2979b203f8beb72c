import { useEffect, useState } from 'preact/hooks';
import type { QuoteOccurrences } from '../../../components/quotes/use-quote-occurrences.tsx';
import { afterPaint } from '../../../components/ui/base/after-paint.ts';
import { onChangeInOtherWindows } from '../../../utils/library/schema/change-channel.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

const NO_OCCURRENCES: QuoteOccurrences = new Map();

/** Debounce of library changes, of which there are many during an import. */
const DEBOUNCE_MS = 300;

/**
 * Finds occurrences of an article's quotes in other saved articles, by index of the quote; see `findElsewhere`. Searches
 * after the first frame, and again when another window or the background has changed the library.
 *
 * @param articleId the article's id; null if it is not saved
 */
export function useLibraryOccurrences(articleId: string | null, quotes: readonly Quote[]): QuoteOccurrences {
  const [found, setFound] = useState(NO_OCCURRENCES);
  useEffect(() => {
    setFound(NO_OCCURRENCES);
    if (quotes.length === 0) return;
    const controller = new AbortController();
    const search = (): void => {
      import('../../../utils/library/elsewhere/find-elsewhere.ts')
        .then(({ findElsewhere }) => findElsewhere(articleId ?? '', quotes))
        .then((occurrences) => controller.signal.aborted || setFound(occurrences))
        .catch((error: unknown) => console.warn('offprint: occurrences not found', error));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    onChangeInOtherWindows(() => {
      clearTimeout(timer);
      timer = setTimeout(search, DEBOUNCE_MS);
    }, controller.signal);
    const cancel = afterPaint(search);
    return () => {
      controller.abort();
      clearTimeout(timer);
      cancel();
    };
  }, [articleId, quotes]);
  return found;
}
