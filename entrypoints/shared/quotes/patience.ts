/**
 * How long the article waits for its quotes, so that both come at once, in ms. A worker takes 25 ms to start and 60 for
 * its first answer; the popup starts it before its own scripts are there.
 */
export const TOGETHER_MS = 50;

/** The same where the page knows them already: they wait for no more than a look into the library. In ms. */
export const KNOWN_TOGETHER_MS = 400;

/**
 * How long the popup's first frame waits for what belongs into it, in ms: a library that does not answer is no empty
 * popup.
 */
export const FIRST_FRAME_MS = 400;
