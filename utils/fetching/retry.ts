/** When, and whether, something is asked for again. */

/** The longest that a site is left alone because it asks for it, in milliseconds. */
const LONGEST_WAIT = 3_600_000;

/**
 * `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).
 *
 * @returns milliseconds from now, or null where nothing sensible is asked for
 */
export function readRetryAfter(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait > 0 ? wait : null;
}

/**
 * True where an answer asks for another try: 408, 425, 429 and server errors (RFC 9110, 8470, 6585). Any other refusal
 * is final, so that a request is not repeated that a site has understood.
 */
export function mayRetryStatus(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

/**
 * When to try again.
 *
 * @param backOff waits before the second try and those after it, in milliseconds; there are as many tries and one
 * @param attempts tries so far
 * @param wait milliseconds the site asked for, or null
 * @returns milliseconds since 1970, or null where it is given up
 */
export function nextTryAt(
  backOff: readonly number[],
  attempts: number,
  wait: number | null,
  now: number,
): number | null {
  const own = backOff[attempts - 1];
  return own === undefined ? null : now + Math.max(own, Math.min(wait ?? 0, LONGEST_WAIT));
}
