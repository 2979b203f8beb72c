import { useEffect, useState } from 'preact/hooks';
import type { QuoteOccurrences } from '../../../components/quotes/use-quote-occurrences.tsx';
import { afterPaint } from '../../../components/ui/base/after-paint.ts';
import { onChangeInOtherWindows } from '../../../utils/library/schema/change-channel.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

const NOTHING: QuoteOccurrences = new Map();

/** Many changes may come at once, as from an import. */
const SETTLE_MS = 300;

/**
 * Occurrences of an article's quotes in other saved articles, by index of the quote; see `findElsewhere`. Looked for
 * after the first frame, and again when another window or the background has changed the library.
 *
 * @param articleId null if the article is not saved
 */
export function useElsewhere(articleId: string | null, quotes: readonly Quote[]): QuoteOccurrences {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    setFound(NOTHING);
    if (quotes.length === 0) return;
    const end = new AbortController();
    const look = (): void => {
      import('../../../utils/library/elsewhere/find-elsewhere.ts')
        .then(({ findElsewhere }) => findElsewhere(articleId ?? '', quotes))
        .then((occurrences) => end.signal.aborted || setFound(occurrences))
        .catch((error: unknown) => console.warn('offprint: not looked for elsewhere', error));
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    onChangeInOtherWindows(() => {
      clearTimeout(waiting);
      waiting = setTimeout(look, SETTLE_MS);
    }, end.signal);
    const cancel = afterPaint(look);
    return () => {
      end.abort();
      clearTimeout(waiting);
      cancel();
    };
  }, [articleId, quotes]);
  return found;
}
