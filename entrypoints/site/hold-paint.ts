/** Maximum delay of the first paint, counted from the first frame: long enough to start the background. */
const MAX_DELAY_MS = 300;

/**
 * Delays painting while the background is asked for the user's rules: it may have to be started, and a cached page
 * is faster than that. Uses an animation, which does not change the document and ends by itself in any case.
 *
 * @returns a function that lets the page be painted
 */
export function holdPaint(root: HTMLHtmlElement | null): () => void {
  const hold = root?.animate({ opacity: [0, 0] }, MAX_DELAY_MS);
  return () => hold?.cancel();
}
