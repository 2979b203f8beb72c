/** Sends requests to a WebDAV server. All failures are thrown as `RemoteError`. */
import { readRetryAfter } from '../../fetching/retry.ts';
import { errorCodeOfStatus, RemoteError } from './remote-store.ts';

type Method = 'PROPFIND' | 'MKCOL' | 'GET' | 'HEAD' | 'PUT' | 'MOVE' | 'DELETE';

export interface DavRequest {
  method: Method;
  url: URL;
  headers?: Record<string, string>;
  body?: Blob | string;
  /** Statuses besides success that the caller handles. */
  expects?: readonly number[];
  /** Maximum size of the answer in bytes; by default that of a file. */
  limit?: number;
}

export interface DavResponse {
  status: number;
  headers: Headers;
  /** Address after redirects. */
  url: URL;
  body: Blob;
}

export interface DavClientOptions {
  user: string;
  password: string;
  /** The browser's by default; another one in tests. */
  fetch?: typeof fetch;
  /** Delays before each retry, in milliseconds. */
  retryDelays?: readonly number[];
}

/** Maximum time without receiving anything. Small servers may be slow. */
const IDLE_TIMEOUT_MS = 60_000;
/** Minimum upload speed that is assumed even for bad connections, since the progress of an upload is unknown. */
const MIN_BYTES_PER_SECOND = 16_384;
/** Maximum size of a file in a remote store. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** Maximum delay that a request waits by itself. Longer delays are left to the caller. */
const MAX_WAIT_MS = 5000;
/** Maximum delay for which a server's request to wait is respected. */
const MAX_RETRY_AFTER_MS = 3_600_000;
const RETRY_DELAYS_MS = [400, 1600];

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function basic(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** Converts an error of `fetch`. Browsers don't distinguish an unknown host from an invalid certificate. */
function errorOf(cause: unknown): RemoteError {
  if (cause instanceof RemoteError) return cause;
  const name = (cause as Error | null)?.name;
  if (name === 'TimeoutError') return new RemoteError('timeout', 'no answer in time');
  const isOffline = globalThis.navigator?.onLine === false;
  // The browser's message may contain the address.
  return new RemoteError(isOffline ? 'offline' : 'unreachable', `no answer: ${name ?? 'unknown'}`);
}

/** An unfollowed redirect, whose status browsers hide. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/** @param onPart called whenever data has arrived */
async function parseTextFile(response: Response, limit: number, onPart: () => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    onPart();
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new RemoteError('badAnswer', `more than ${limit} bytes`);
    }
    parts.push(part.value);
  }
  return new Blob(parts);
}

/** A client for one server. Nothing that it sends or receives is logged. */
export class DavClient {
  readonly #authorization: string;
  readonly #fetch: typeof fetch;
  readonly #retryDelays: readonly number[];
  /** The server asked to wait until then, in milliseconds since 1970. */
  #waitUntil = 0;

  constructor({ user, password, fetch: fetch_, retryDelays = RETRY_DELAYS_MS }: DavClientOptions) {
    this.#authorization = basic(user, password);
    this.#fetch = fetch_ ?? ((...args) => fetch(...args));
    this.#retryDelays = retryDelays;
  }

  /** Sends a request, with a few retries for transient errors. @throws RemoteError */
  async send(request: DavRequest): Promise<DavResponse> {
    for (let attempt = 0; ; attempt++) {
      const remaining = this.#waitUntil - Date.now();
      if (remaining > MAX_WAIT_MS)
        throw new RemoteError('busy', 'the server asked for a rest', { wait: remaining });
      if (remaining > 0) await sleep(remaining);
      try {
        return await this.#sendOnce(request);
      } catch (cause) {
        const error = errorOf(cause);
        const pause = this.#retryDelays[attempt];
        if (error.wait !== null)
          this.#waitUntil = Math.max(this.#waitUntil, Date.now() + Math.min(error.wait, MAX_RETRY_AFTER_MS));
        if (!error.mayRetry || pause === undefined) throw error;
        if (error.wait === null) await sleep(pause);
      }
    }
  }

  async #sendOnce(request: DavRequest): Promise<DavResponse> {
    const controller = new AbortController();
    const giveUp = () => controller.abort(new DOMException('no answer in time', 'TimeoutError'));
    const sent = request.body instanceof Blob ? request.body.size : 0;
    let timer = setTimeout(giveUp, IDLE_TIMEOUT_MS + (sent / MIN_BYTES_PER_SECOND) * 1000);
    const restartTimer = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, IDLE_TIMEOUT_MS);
    };
    try {
      return await this.#sendWithin(request, controller.signal, restartTimer);
    } finally {
      clearTimeout(timer);
    }
  }

  async #sendWithin(request: DavRequest, signal: AbortSignal, onPart: () => void): Promise<DavResponse> {
    const { method, url, headers, body, expects = [], limit = MAX_FILE_BYTES } = request;
    const response = await this.#fetch(url, {
      method,
      headers: { ...headers, authorization: this.#authorization },
      body: body ?? null,
      // No cookies, log-ins and certificates of the browser, and no log-in dialog.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // Writing requests must not be redirected.
      redirect: method === 'PROPFIND' || method === 'GET' || method === 'HEAD' ? 'follow' : 'manual',
      signal,
    });
    onPart();
    const finalUrl = new URL(response.url || url);
    const isSuccess = response.ok || expects.includes(response.status);
    const problem =
      finalUrl.origin !== url.origin || isRedirect(response)
        ? new RemoteError('moved', 'the server sends us to another address')
        : isSuccess
          ? null
          : new RemoteError(
              errorCodeOfStatus(response.status),
              `${method} was answered with ${response.status}`,
              {
                wait: readRetryAfter(response.headers.get('retry-after')),
              },
            );
    if (problem !== null) {
      await response.body?.cancel();
      throw problem;
    }
    const answer = { status: response.status, headers: response.headers, url: finalUrl };
    return { ...answer, body: await parseTextFile(response, limit, onPart) };
  }
}
