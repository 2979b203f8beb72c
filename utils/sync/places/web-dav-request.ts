/** One request to a WebDAV server, with everything that may go wrong as a `PlaceError`. */
import { readRetryAfter } from '../../fetching/retry.ts';
import { codeOfStatus, PlaceError } from './place-error.ts';

type Method = 'PROPFIND' | 'MKCOL' | 'GET' | 'HEAD' | 'PUT' | 'MOVE' | 'DELETE';

export interface DavRequest {
  method: Method;
  url: URL;
  headers?: Record<string, string>;
  body?: Blob | string;
  /** Statuses beside success that the caller knows what to do with. */
  expects?: readonly number[];
  /** Bytes that may come; a file's by default. */
  limit?: number;
}

export interface DavAnswer {
  status: number;
  headers: Headers;
  /** Address after redirects. */
  url: URL;
  body: Blob;
}

export interface DavClientOptions {
  user: string;
  password: string;
  /** The browser's; another one in tests. */
  fetch?: typeof fetch;
  /** Waits before the second try and those after it, in ms. */
  backOff?: readonly number[];
}

/** The longest that nothing may come from a server, in ms: those on small machines think for long. */
const PATIENCE = 60_000;
/** Bytes a second that even a bad line sends: nobody tells how far an upload has come. */
const SLOWEST = 16_384;
/** The largest file that is taken from a place, in bytes. */
const LARGEST_FILE = 512 * 1024 * 1024;
/** The longest pause that a request waits for by itself, in ms; longer ones are the caller's to plan. */
const LONGEST_PAUSE = 5000;
/** The longest that a server is left alone because it asks for it, in ms. */
const LONGEST_REST = 3_600_000;
const BACK_OFF = [400, 1600];

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function basic(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** What `fetch` threw. Browsers don't tell a host that isn't there from a certificate that is refused. */
function errorOf(cause: unknown): PlaceError {
  if (cause instanceof PlaceError) return cause;
  const name = (cause as Error | null)?.name;
  if (name === 'TimeoutError') return new PlaceError('timeout', 'no answer in time');
  const isOffline = globalThis.navigator?.onLine === false;
  // What `fetch` says may name the address.
  return new PlaceError(isOffline ? 'offline' : 'unreachable', `no answer: ${name ?? 'unknown'}`);
}

/** One that was not followed: browsers don't show its status. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/** @param onPart called when something has come */
async function readBody(response: Response, limit: number, onPart: () => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    onPart();
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new PlaceError('badAnswer', `more than ${limit} bytes`);
    }
    parts.push(part.value);
  }
  return new Blob(parts);
}

/** Speaks with one server. Nothing that it sends or gets is logged. */
export class DavClient {
  readonly #authorization: string;
  readonly #fetch: typeof fetch;
  readonly #backOff: readonly number[];
  /** Until when the server asked to be left alone, in ms since 1970. */
  #restsUntil = 0;

  constructor({ user, password, fetch: fetch_, backOff = BACK_OFF }: DavClientOptions) {
    this.#authorization = basic(user, password);
    this.#fetch = fetch_ ?? ((...args) => fetch(...args));
    this.#backOff = backOff;
  }

  /** Tries again a few times where that may help at once. @throws PlaceError */
  async send(request: DavRequest): Promise<DavAnswer> {
    for (let attempt = 0; ; attempt++) {
      const rest = this.#restsUntil - Date.now();
      if (rest > LONGEST_PAUSE) throw new PlaceError('busy', 'the server asked for a rest', { wait: rest });
      if (rest > 0) await sleep(rest);
      try {
        return await this.#sendOnce(request);
      } catch (cause) {
        const error = errorOf(cause);
        const pause = this.#backOff[attempt];
        if (error.wait !== null)
          this.#restsUntil = Math.max(this.#restsUntil, Date.now() + Math.min(error.wait, LONGEST_REST));
        if (!error.mayRetry || pause === undefined) throw error;
        if (error.wait === null) await sleep(pause);
      }
    }
  }

  async #sendOnce(request: DavRequest): Promise<DavAnswer> {
    const life = new AbortController();
    const giveUp = () => life.abort(new DOMException('no answer in time', 'TimeoutError'));
    const sent = request.body instanceof Blob ? request.body.size : 0;
    let timer = setTimeout(giveUp, PATIENCE + (sent / SLOWEST) * 1000);
    const goOn = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, PATIENCE);
    };
    try {
      return await this.#sendWithin(request, life.signal, goOn);
    } finally {
      clearTimeout(timer);
    }
  }

  async #sendWithin(request: DavRequest, signal: AbortSignal, onPart: () => void): Promise<DavAnswer> {
    const { method, url, headers, body, expects = [], limit = LARGEST_FILE } = request;
    const response = await this.#fetch(url, {
      method,
      headers: { ...headers, authorization: this.#authorization },
      body: body ?? null,
      // No cookie, no login and no certificate of the browser's own, and no window that asks for one.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // What is written goes where it was meant to go, or nowhere.
      redirect: method === 'PROPFIND' || method === 'GET' || method === 'HEAD' ? 'follow' : 'manual',
      signal,
    });
    onPart();
    const finalUrl = new URL(response.url || url);
    const isGood = response.ok || expects.includes(response.status);
    const problem =
      finalUrl.origin !== url.origin || isRedirect(response)
        ? new PlaceError('moved', 'the server sends us to another address')
        : isGood
          ? null
          : new PlaceError(codeOfStatus(response.status), `${method} was answered with ${response.status}`, {
              wait: readRetryAfter(response.headers.get('retry-after')),
            });
    if (problem !== null) {
      await response.body?.cancel();
      throw problem;
    }
    const answer = { status: response.status, headers: response.headers, url: finalUrl };
    return { ...answer, body: await readBody(response, limit, onPart) };
  }
}
