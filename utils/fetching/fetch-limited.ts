import { mayFetch } from './address-policy.ts';
import { HttpError, NoAnswerError, NotPublicError, TooBigError } from './errors.ts';
import { parseRetryAfter } from './retry.ts';

export interface Fetched {
  bytes: Uint8Array<ArrayBuffer>;
  /** The media type with its parameters, as sent; `''` if there was none. */
  contentType: string;
  /** The address after redirects. */
  url: string;
}

export interface FetchLimits {
  /** Maximum size of the body in bytes. */
  bytes: number;
  /** Maximum duration of the whole request in milliseconds. */
  time: number;
}

/**
 * The options of every request that the extension makes. They keep the site from identifying the user:
 * - no cookies, no HTTP login and no client certificate are sent, and no cookies are stored (`credentials`);
 * - no `Referer`, which would be the extension's own address;
 * - the HTTP cache is neither read nor written: a validator from an earlier answer (`ETag`, `Last-Modified`) would be
 *   sent with the next request, which shows that both come from the same user (RFC 9110, 17.12).
 */
const ANONYMOUS = {
  method: 'GET',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
} as const satisfies RequestInit;

async function readBody(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
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
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

async function fetchWithin(
  url: string,
  limits: FetchLimits,
  redirect: 'follow' | 'error',
  fetch_: typeof fetch,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.time);
  const response = await fetch_(url, { ...ANONYMOUS, redirect, signal });
  const finalUrl = response.url || url;
  const refusal = !mayFetch(finalUrl)
    ? new NotPublicError(finalUrl)
    : !response.ok
      ? new HttpError(response.status, parseRetryAfter(response.headers.get('retry-after')))
      : Number(response.headers.get('content-length') ?? 0) > limits.bytes
        ? new TooBigError(`more than ${limits.bytes} bytes`)
        : null;
  if (refusal !== null) {
    await response.body?.cancel();
    throw refusal;
  }
  const bytes = await readBody(response, limits.bytes);
  return { bytes, contentType: response.headers.get('content-type') ?? '', url: finalUrl };
}

/**
 * Fetches an address anonymously and within limits. Redirects may be followed only if the browser checks their targets:
 * see `block-rules.ts`.
 *
 * @throws NotPublicError before anything is sent if the address may not be fetched; HttpError for an error status;
 *   TooBigError; NoAnswerError
 */
export async function fetchLimited(
  url: string,
  limits: FetchLimits,
  redirect: 'follow' | 'error' = 'error',
  fetch_: typeof fetch = fetch,
): Promise<Fetched> {
  if (!mayFetch(url)) throw new NotPublicError(url);
  try {
    return await fetchWithin(url, limits, redirect, fetch_);
  } catch (cause) {
    if (cause instanceof HttpError || cause instanceof TooBigError || cause instanceof NotPublicError)
      throw cause;
    throw new NoAnswerError(`no answer from ${url}`, { cause });
  }
}
