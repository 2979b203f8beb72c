/**
 * How long an article waits for its quotes, so that both appear together. A worker takes 25 ms to start and 60 ms for its
 * first answer; the popup starts it before its own scripts are loaded.
 */
export const TOGETHER_MS = 50;

/** The same if the page has the quotes already, and only the library is read. */
export const KNOWN_TOGETHER_MS = 400;

/** How long the popup's first frame waits for its content, so that a blocked library does not mean an empty popup. */
export const FIRST_FRAME_MS = 400;
