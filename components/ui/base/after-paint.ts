/** How long to wait for the next frame, in ms; a hidden page never gets one. */
const MAX_WAIT_MS = 250;

/**
 * Calls back once the current render is on the screen.
 *
 * @returns cancels the callback
 */
export function afterPaint(callback: () => void): () => void {
  let frame = 0;
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    callback();
  }, MAX_WAIT_MS);
  frame = requestAnimationFrame(() => {
    // The next frame begins after this one was painted; work done before would delay painting.
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
