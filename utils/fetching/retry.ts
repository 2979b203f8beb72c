/** Whether and when a failed request is retried. */

/** The maximum delay that a site can impose, in milliseconds. */
const MAX_WAIT_MS = 3_600_000;

/**
 * Parses a `Retry-After` header: seconds, or a date (RFC 9110, 10.2.3).
 *
 * @returns the delay in milliseconds from now, or null if the header is missing or invalid
 */
export function parseRetryAfter(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait > 0 ? wait : null;
}

/**
 * True for a status that may be temporary: 408, 425, 429 and server errors (RFC 9110, 8470, 6585). Any other error is
 * final, since the site has understood the request and refused it.
 */
export function mayRetryStatus(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

/**
 * When to retry.
 *
 * @param retryDelays delays before each retry, in milliseconds; their number is the number of retries
 * @param attempts attempts so far
 * @param wait the delay that the site asked for, in milliseconds, or null
 * @returns a time in milliseconds since 1970, or null if there is to be no further attempt
 */
export function getRetryTime(
  retryDelays: readonly number[],
  attempts: number,
  wait: number | null,
  now: number,
): number | null {
  const delay = retryDelays[attempts - 1];
  return delay === undefined ? null : now + Math.max(delay, Math.min(wait ?? 0, MAX_WAIT_MS));
}
