/** Maximum wait for the next frame, in ms: a hidden page never gets one. */
const MAX_WAIT_MS = 250;

/**
 * Calls `callback` after the current render has been painted, or after `MAX_WAIT_MS` in a hidden page.
 *
 * @returns a function that cancels the callback
 */
export function afterPaint(callback: () => void): () => void {
  let frame = 0;
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    callback();
  }, MAX_WAIT_MS);
  frame = requestAnimationFrame(() => {
    // The next frame begins after this one has been painted; earlier work would delay painting.
    frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(callback);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
