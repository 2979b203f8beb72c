import { useEffect, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { useStrings } from './base/strings.ts';

/** More rows are loaded when the end of the list is this close to the viewport (a `rootMargin`). */
const PRELOAD_MARGIN = '800px';

/** A button at the end of a list that loads more rows when it is clicked or comes near the viewport. */
export function LoadMore({ shownCount, onLoadMore }: { shownCount: number; onLoadMore: () => void }) {
  const { t } = useStrings();
  const button = useRef<HTMLButtonElement>(null);
  const latestOnLoadMore = useRef(onLoadMore);
  latestOnLoadMore.current = onLoadMore;
  // Observe again after every page, since no new intersection is reported while the button stays in view.
  useEffect(() => {
    const { current } = button;
    if (current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latestOnLoadMore.current();
      },
      { rootMargin: PRELOAD_MARGIN },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [shownCount]);
  return (
    <Button class="load-more" ref={button} onClick={onLoadMore}>
      {t('libraryLoadMore')}
    </Button>
  );
}
