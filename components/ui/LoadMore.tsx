import { useEffect, useRef } from 'preact/hooks';
import { useStrings } from './base/strings.ts';

/** How far ahead of the end the next rows are asked for. */
const AHEAD = '800px';

/** Asks for the next rows when the end of the list comes near; a button for those who don't scroll. */
export function LoadMore({ shown, onMore }: { shown: number; onMore: () => void }) {
  const { t } = useStrings();
  const button = useRef<HTMLButtonElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  // Watched anew for every page: while the button stays in view no new crossing is reported.
  useEffect(() => {
    const { current } = button;
    if (current === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) more.current();
      },
      { rootMargin: AHEAD },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <button type="button" class="button load-more" ref={button} onClick={onMore}>
      {t('libraryLoadMore')}
    </button>
  );
}
