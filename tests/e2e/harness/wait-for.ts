/** From look to look, in ms: soon at first, and less often the longer it takes, as each look costs time. */
const FIRST_POLL_MS = 50;
const LAST_POLL_MS = 300;

/**
 * Waits until something is so, looking again and again, and once more when the time is over: where this process stood
 * still meanwhile, what was waited for has come without a look.
 *
 * @param what for the message of the failure
 * @param look its first answer that is neither undefined, null nor false is returned; a throw counts as "not yet"
 * @param limitMs how long
 * @throws Error when it was never so, with the last error as its cause
 */
export async function waitFor<T>(
  what: string,
  look: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + limitMs;
  let cause: unknown;
  for (let poll = FIRST_POLL_MS; ; poll = Math.min(LAST_POLL_MS, poll * 1.3)) {
    const isLastLook = Date.now() > deadline;
    try {
      const value = await look();
      if (value !== undefined && value !== null && value !== false)
        return value as Exclude<T, undefined | null | false>;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (isLastLook) {
      const why = cause instanceof Error ? ` (${cause.message})` : '';
      throw new Error(`waited ${limitMs} ms for ${what}${why}`, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, poll));
  }
}
