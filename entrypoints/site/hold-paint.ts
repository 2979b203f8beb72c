/** Longest that a page's first picture waits, in ms, counted from the first frame: a stopped background is awake by then. */
const LONGEST_MS = 300;

/**
 * Keeps a page from being painted for a moment, while the background is asked what is known of its site; a stopped
 * one has to be started first, and a page out of the cache is faster than that. By an animation, which changes nothing
 * in the document and ends by itself whatever becomes of us.
 *
 * @returns lets the page be painted
 */
export function holdPaint(root: HTMLHtmlElement | null): () => void {
  const hold = root?.animate({ opacity: [0, 0] }, LONGEST_MS);
  return () => hold?.cancel();
}
