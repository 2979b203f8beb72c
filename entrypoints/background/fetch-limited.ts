/** More came than was allowed. */
export class TooBigError extends Error {
  override name = 'TooBigError';
}

/** The site answered, but not with what was asked for. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  /** Milliseconds the site asked to be left alone for, or null. */
  readonly wait: number | null;
  constructor(status: number, wait: number | null = null) {
    super(`the site answered ${status}`);
    this.status = status;
    this.wait = wait;
  }
}

/** `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). */
function readWait(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait > 0 ? wait : null;
}

/** Nobody answered, or not in time; `cause` is what `fetch` threw. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

export interface Fetched {
  bytes: Uint8Array<ArrayBuffer>;
  /** Media type with its parameters, as sent; `''` where none was. */
  contentType: string;
  /** Address after redirects. */
  url: string;
}

/**
 * Fetches an address as the page would, with the reader's cookies, and stops at a limit.
 *
 * @param limit bytes
 * @param timeout milliseconds, for all of it
 * @throws HttpError for any answer but success, TooBigError, NoAnswerError
 */
export async function fetchLimited(
  url: string,
  limit: number,
  timeout: number,
  fetch_: typeof fetch = fetch,
): Promise<Fetched> {
  try {
    return await fetchWithin(url, limit, timeout, fetch_);
  } catch (cause) {
    if (cause instanceof HttpError || cause instanceof TooBigError) throw cause;
    throw new NoAnswerError(`no answer from ${url}`, { cause });
  }
}

async function fetchWithin(
  url: string,
  limit: number,
  timeout: number,
  fetch_: typeof fetch,
): Promise<Fetched> {
  const response = await fetch_(url, {
    credentials: 'include',
    // The extension's own address must not reach the site.
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeout),
  });
  if (!response.ok) throw new HttpError(response.status, readWait(response.headers.get('retry-after')));
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    throw new TooBigError(`more than ${limit} bytes`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new TooBigError(`more than ${limit} bytes`);
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return { bytes, contentType: response.headers.get('content-type') ?? '', url: response.url || url };
}
