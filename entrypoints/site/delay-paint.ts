/** Maximum delay of the first paint, in ms from the first frame. Long enough to start the background. */
const MAX_DELAY_MS = 300;

/**
 * Delays painting until the user's rules have been loaded. The background may have to be started for that, and a cached page is
 * faster. Uses an animation, because it doesn't change the document and ends by itself in any case.
 *
 * @returns a function that lets the page be painted
 */
export function delayPaint(root: HTMLHtmlElement | null): () => void {
  const animation = root?.animate({ opacity: [0, 0] }, MAX_DELAY_MS);
  return () => animation?.cancel();
}
