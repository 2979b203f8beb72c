import { useEffect, useState } from 'preact/hooks';
import type { Occurrences } from '../../../components/quotes/use-other-articles.tsx';
import { afterPaint } from '../../../components/ui/base/after-paint.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

const NOTHING: Occurrences = new Map();

/**
 * Occurrences of an article's quotes in other saved articles, by index of the quote; see `findElsewhere`.
 *
 * @param articleId null if the article is not saved
 */
export function useElsewhere(articleId: string | null, quotes: readonly Quote[]): Occurrences {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    setFound(NOTHING);
    if (quotes.length === 0) return;
    let isCurrent = true;
    const cancel = afterPaint(() => {
      import('../../../utils/library/elsewhere/find-elsewhere.ts')
        .then(({ findElsewhere }) => findElsewhere(articleId ?? '', quotes))
        .then((occurrences) => isCurrent && setFound(occurrences))
        .catch((error: unknown) => console.warn('offprint: not looked for elsewhere', error));
    });
    return () => {
      isCurrent = false;
      cancel();
    };
  }, [articleId, quotes]);
  return found;
}
