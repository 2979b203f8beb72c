/** Why a place did not do what it was asked for. Each code has a sentence `placeError_<code>` in `locales`. */
export type PlaceErrorCode =
  /** 401: not this user, or not this password. */
  | 'signIn'
  /** 403: this user may not do that. */
  | 'forbidden'
  /** 404: the folder is not there, or not any more. */
  | 'notFound'
  /** Something answers, but it does not speak WebDAV: 405, 501, or a page for people. */
  | 'notWebDav'
  /** 409 */
  | 'conflict'
  /** 412 */
  | 'changed'
  /** 423: somebody else holds a lock. */
  | 'locked'
  /** 429, 503, 408 and 425: the server wants to be left alone for a while. */
  | 'busy'
  /** Any other 5xx. */
  | 'serverFault'
  /** 507, or a disk that is full. */
  | 'full'
  /** 413 */
  | 'tooBig'
  /** This device has no network. */
  | 'offline'
  /** Nobody answers: no such host, nothing listens, a broken connection or a certificate that the browser refuses. */
  | 'unreachable'
  | 'timeout'
  /** The server sends us to another address, where nothing is written. */
  | 'moved'
  /** What came can't be read, or is too much, or is not what was put there. */
  | 'badAnswer'
  /** Any other 4xx. */
  | 'refused'
  /** What was entered is no address. */
  | 'badAddress'
  /** Over plain http everybody on the way could read the password. */
  | 'needsHttps'
  /** The browser has no access to the server (any more), or to the folder. */
  | 'noAccess'
  /** The browser can't give out folders: Firefox. */
  | 'noFolders'
  /** An organisation has switched sync off, or wants another place. */
  | 'byPolicy';

/** Where another try, a little later, may help without anybody doing something. */
const PASSING: ReadonlySet<PlaceErrorCode> = new Set([
  'locked',
  'busy',
  'serverFault',
  'offline',
  'unreachable',
  'timeout',
]);

export class PlaceError extends Error {
  override name = 'PlaceError';
  readonly code: PlaceErrorCode;
  /** Milliseconds that the server asked to be left alone for, or null. */
  readonly wait: number | null;

  /** @param message for developers, without an address or a name: errors end up in consoles */
  constructor(
    code: PlaceErrorCode,
    message: string,
    options: { wait?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.wait = options.wait ?? null;
  }

  /** Whether another try, later, may help. */
  get mayRetry(): boolean {
    return PASSING.has(this.code);
  }
}

const BY_STATUS: Readonly<Record<number, PlaceErrorCode>> = {
  401: 'signIn',
  403: 'forbidden',
  404: 'notFound',
  405: 'notWebDav',
  408: 'busy',
  409: 'conflict',
  412: 'changed',
  413: 'tooBig',
  423: 'locked',
  425: 'busy',
  429: 'busy',
  501: 'notWebDav',
  503: 'busy',
  507: 'full',
};

/** What an answer other than success means (RFC 9110, section 15; RFC 4918, section 11). */
export function codeOfStatus(status: number): PlaceErrorCode {
  return BY_STATUS[status] ?? (status >= 500 ? 'serverFault' : 'refused');
}
