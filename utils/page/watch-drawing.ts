/** Milliseconds from the first change to a look at the page; twice as long after each look that settled nothing. */
const FIRST_MS = 150;
const LONGEST_MS = 10_000;

export interface DrawingWatch {
  /** Looks at once, and from then on soon after changes again: the page has loaded, or gone to another address. */
  look(): void;
}

/**
 * Looks at a page again when something was put into it, since applications draw late. Between a change and the look
 * nothing is watched: a page that never rests costs a look each ten seconds in the end, and one that rests costs none.
 *
 * @param isSettled looks; true where nothing more is to be expected
 */
export function watchDrawing(
  document_: Document,
  isSettled: () => boolean,
  Observer: typeof MutationObserver = MutationObserver,
): DrawingWatch {
  let wait = FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = (): void => {
    timer = null;
    observer.disconnect();
    if (!isSettled()) observer.observe(document_, { childList: true, subtree: true });
  };
  const observer = new Observer(() => {
    observer.disconnect();
    if (timer !== null) return;
    timer = setTimeout(look, wait);
    wait = Math.min(wait * 2, LONGEST_MS);
  });
  return {
    look() {
      if (timer !== null) clearTimeout(timer);
      wait = FIRST_MS;
      look();
    },
  };
}
