import { useEffect, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { useStrings } from './base/strings.ts';

/** Distance from the end of the list at which more rows are requested. */
const PRELOAD_MARGIN = '800px';

/** Requests more rows when the end of the list comes near; also a button, for those who do not scroll. */
export function LoadMore({ shown, onMore }: { shown: number; onMore: () => void }) {
  const { t } = useStrings();
  const button = useRef<HTMLButtonElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  // Observed again for every page, since no new intersection is reported while the button stays in view.
  useEffect(() => {
    const { current } = button;
    if (current === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) more.current();
      },
      { rootMargin: PRELOAD_MARGIN },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <Button class="load-more" ref={button} onClick={onMore}>
      {t('libraryLoadMore')}
    </Button>
  );
}
