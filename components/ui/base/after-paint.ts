/** How long the next frame is waited for, in ms: it never comes to a page that nobody sees. */
const LONGEST = 250;

/**
 * Calls back once what was just drawn is on the screen.
 *
 * @returns takes the call back
 */
export function afterPaint(work: () => void): () => void {
  let frame = 0;
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    work();
  }, LONGEST);
  frame = requestAnimationFrame(() => {
    // The frame after it begins once this one has left the page. What is done before that keeps it off the screen.
    frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(work);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
