/** Delay (ms) between a change and the check; doubled after each change, up to the maximum. */
const MIN_DELAY_MS = 150;
const MAX_DELAY_MS = 10_000;

export interface RenderWatch {
  /** Checks at once and resets the delay, after the page has loaded or changed its address. */
  look(): void;
}

/**
 * Checks a page again when elements are inserted, since web applications render late. Between a change and the check,
 * nothing is observed. So a page that changes all the time ends up with one check every ten seconds.
 *
 * @param checkIfDone the check; returns true if no further checks are needed
 */
export function watchRendering(
  document_: Document,
  checkIfDone: () => boolean,
  Observer: typeof MutationObserver = MutationObserver,
): RenderWatch {
  let delay = MIN_DELAY_MS;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const check = (): void => {
    timer = null;
    observer.disconnect();
    if (!checkIfDone()) observer.observe(document_, { childList: true, subtree: true });
  };
  const observer = new Observer(() => {
    observer.disconnect();
    if (timer !== null) return;
    timer = setTimeout(check, delay);
    delay = Math.min(delay * 2, MAX_DELAY_MS);
  });
  return {
    look() {
      if (timer !== null) clearTimeout(timer);
      delay = MIN_DELAY_MS;
      check();
    },
  };
}
