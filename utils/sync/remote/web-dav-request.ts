/** Sends requests to a WebDAV server. All failures are thrown as `RemoteError`s. */
import { parseRetryAfter } from '../../fetching/retry.ts';
import { errorCodeOfStatus, RemoteError } from './remote-store.ts';

type Method = 'PROPFIND' | 'MKCOL' | 'GET' | 'HEAD' | 'PUT' | 'MOVE' | 'DELETE';

export interface DavRequest {
  method: Method;
  url: URL;
  headers?: Record<string, string>;
  body?: Blob | string;
  /** Unsuccessful statuses that the caller handles. */
  expectedStatuses?: readonly number[];
  /** Maximum size of the response; by default that of a file. */
  maxBytes?: number;
}

export interface DavResponse {
  status: number;
  headers: Headers;
  /** The URL after redirects. */
  url: URL;
  body: Blob;
}

export interface DavClientOptions {
  user: string;
  password: string;
  /** By default the browser's; replaced in tests. */
  fetch?: typeof fetch;
  /** The delay before each retry, in milliseconds. */
  retryDelays?: readonly number[];
}

/** Maximum time without receiving any data. Small servers may be slow. */
const IDLE_TIMEOUT_MS = 60_000;
/** The assumed minimum upload speed, which is needed for the timeout because the progress of an upload is unknown. */
const MIN_BYTES_PER_SECOND = 16_384;
/** Maximum size of a file in a remote store. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** Maximum delay for which a request waits. Longer delays are left to the caller. */
const MAX_WAIT_MS = 5000;
/** Maximum retry delay that is accepted from a server. */
const MAX_RETRY_AFTER_MS = 3_600_000;
/** The default delay before each retry. */
const RETRY_DELAYS_MS = [400, 1600];

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function basicCredentials(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** Converts an error from `fetch`. Browsers don't distinguish an unknown host from an invalid certificate. */
function toRemoteError(cause: unknown): RemoteError {
  if (cause instanceof RemoteError) return cause;
  const name = (cause as Error | null)?.name;
  if (name === 'TimeoutError') return new RemoteError('timeout', 'no answer in time');
  const isOffline = globalThis.navigator?.onLine === false;
  // The browser's message may contain the address.
  return new RemoteError(isOffline ? 'offline' : 'unreachable', `no answer: ${name ?? 'unknown'}`);
}

/** True for a redirect that was not followed, whose status browsers hide. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/**
 * Reads a response's body.
 *
 * @param onChunk called whenever data has arrived
 * @throws RemoteError `badAnswer` if it is larger than `maxBytes`
 */
async function readBody(response: Response, maxBytes: number, onChunk: () => void): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); chunk !== undefined && !chunk.done; chunk = await reader?.read()) {
    onChunk();
    size += chunk.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new RemoteError('badAnswer', `more than ${maxBytes} bytes`);
    }
    chunks.push(chunk.value);
  }
  return new Blob(chunks);
}

/** An HTTP client for one server. Never logs what it sends or receives. */
export class DavClient {
  readonly #authorization: string;
  readonly #fetch: typeof fetch;
  readonly #retryDelays: readonly number[];
  /** Until when the server has asked us to wait, in milliseconds since 1970. */
  #waitUntil = 0;

  constructor({ user, password, fetch: fetch_, retryDelays = RETRY_DELAYS_MS }: DavClientOptions) {
    this.#authorization = basicCredentials(user, password);
    this.#fetch = fetch_ ?? ((...args) => fetch(...args));
    this.#retryDelays = retryDelays;
  }

  /** Sends a request, and retries it after transient errors. @throws RemoteError */
  async send(request: DavRequest): Promise<DavResponse> {
    for (let attempt = 0; ; attempt++) {
      const remaining = this.#waitUntil - Date.now();
      if (remaining > MAX_WAIT_MS)
        throw new RemoteError('busy', 'the server asked us to wait', { wait: remaining });
      if (remaining > 0) await sleep(remaining);
      try {
        return await this.#sendOnce(request);
      } catch (cause) {
        const error = toRemoteError(cause);
        const delay = this.#retryDelays[attempt];
        if (error.wait !== null)
          this.#waitUntil = Math.max(this.#waitUntil, Date.now() + Math.min(error.wait, MAX_RETRY_AFTER_MS));
        if (!error.mayRetry || delay === undefined) throw error;
        if (error.wait === null) await sleep(delay);
      }
    }
  }

  async #sendOnce(request: DavRequest): Promise<DavResponse> {
    const controller = new AbortController();
    const abort = () => controller.abort(new DOMException('no answer in time', 'TimeoutError'));
    const bodyBytes = request.body instanceof Blob ? request.body.size : 0;
    let timer = setTimeout(abort, IDLE_TIMEOUT_MS + (bodyBytes / MIN_BYTES_PER_SECOND) * 1000);
    const restartTimer = () => {
      clearTimeout(timer);
      timer = setTimeout(abort, IDLE_TIMEOUT_MS);
    };
    try {
      return await this.#sendWithin(request, controller.signal, restartTimer);
    } finally {
      clearTimeout(timer);
    }
  }

  async #sendWithin(request: DavRequest, signal: AbortSignal, onChunk: () => void): Promise<DavResponse> {
    const { method, url, headers, body, expectedStatuses = [], maxBytes = MAX_FILE_BYTES } = request;
    const response = await this.#fetch(url, {
      method,
      headers: { ...headers, authorization: this.#authorization },
      body: body ?? null,
      // No cookies, stored logins or client certificates of the browser, and no login dialog.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // Requests that write must not be redirected.
      redirect: method === 'PROPFIND' || method === 'GET' || method === 'HEAD' ? 'follow' : 'manual',
      signal,
    });
    onChunk();
    const finalUrl = new URL(response.url || url);
    const isSuccess = response.ok || expectedStatuses.includes(response.status);
    const failure =
      finalUrl.origin !== url.origin || isRedirect(response)
        ? new RemoteError('moved', 'the server redirects to another address')
        : isSuccess
          ? null
          : new RemoteError(errorCodeOfStatus(response.status), `${method} failed with ${response.status}`, {
              wait: parseRetryAfter(response.headers.get('retry-after')),
            });
    if (failure !== null) {
      await response.body?.cancel();
      throw failure;
    }
    const responseBody = await readBody(response, maxBytes, onChunk);
    return { status: response.status, headers: response.headers, url: finalUrl, body: responseBody };
  }
}
