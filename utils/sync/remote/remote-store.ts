import type { FileBytes, FileStore } from '../../library/log/file-store.ts';

/** A remote store: a folder outside of the browser, by which devices sync. Every method may throw a `RemoteError`. */
export interface RemoteStore extends FileStore {
  /** Creates the folder for all files. Called once, when sync is set up. */
  prepare(): Promise<void>;
  /**
   * Names of our files, in one folder and its subfolders, or all.
   *
   * @throws RemoteError `notFound` if our own folder is missing, which must never be taken for an empty one
   */
  list(folder?: string): Promise<string[]>;
  /** @param most maximum size in bytes @throws RemoteError `badAnswer` if the file is larger */
  get(name: string, maxBytes?: number): Promise<Blob | null>;
  /**
   * Like `put`, but never replaces an existing file.
   *
   * @returns false if the file exists. It may be the same file, if the answer to an earlier attempt was lost
   */
  putNew(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean>;
  /**
   * False if the folder contains anything, including files of other programs, except for those that systems and sync
   * programs add to every folder.
   */
  isEmpty(): Promise<boolean>;
}

/**
 * The stored settings of a remote store, by the names of its kind's fields. May contain a password: stored only in the
 * extension's own storage, and never part of settings, backups, exports or messages to tabs.
 */
export type RemoteConfig = Readonly<Record<string, string>> & { readonly kind: string };

/** The name of a form field. Its label is `placeField_<name>` in `locales`, and its hint `placeFieldHint_<name>`. */
type RemoteFieldName = 'address' | 'folder' | 'user' | 'password';

/** A field of the form that sets up a remote store. */
export interface RemoteField {
  name: RemoteFieldName;
  type: 'url' | 'text' | 'password';
  isOptional?: boolean;
  /** The default value. */
  initial?: string;
}

/** The id of a kind. Its name is `placeKind_<id>` in `locales`, and its description `placeKindText_<id>`. */
type RemoteKindId = 'webDav' | 'folder';

/** A kind of remote store, implemented in one file. */
export interface RemoteKind {
  id: RemoteKindId;
  fields: readonly RemoteField[];
  /** False if this browser does not support it. */
  isOffered(): boolean;
  /**
   * Lets the user choose something that can't be typed. Must be called inside a user gesture.
   *
   * @returns further values; null if the user chose nothing
   */
  pick?(): Promise<Readonly<Record<string, string>> | null>;
  /** Validates the values of the form. @throws RemoteError if they are invalid */
  make(values: Readonly<Record<string, string>>): RemoteConfig;
  /** The address that the browser must grant access to; null if there is none. */
  address(stored: RemoteConfig): string | null;
  /** A label for the user, without the password. */
  describe(stored: RemoteConfig): string;
  /** Whether the password is sent unencrypted, which the user is warned about. */
  isPlain(stored: RemoteConfig): boolean;
  /** Asks again for access that the browser has withdrawn. Must be called inside a user gesture. */
  regain?(stored: RemoteConfig): Promise<boolean>;
  /** @throws RemoteError if the settings can't be used */
  open(stored: RemoteConfig): Promise<RemoteStore>;
}

/** Why an operation failed. Each code has a sentence `placeError_<code>` in `locales`. */
export type RemoteErrorCode =
  /** 401: wrong user or password. */
  | 'signIn'
  /** 403: this user is not allowed to do that. */
  | 'forbidden'
  /** 404: the folder does not exist, or no longer exists. */
  | 'notFound'
  /** The server does not speak WebDAV: 405, 501, or an HTML page. */
  | 'notWebDav'
  /** 409 */
  | 'conflict'
  /** 412 */
  | 'changed'
  /** 423: another client holds a lock. */
  | 'locked'
  /** 429, 503, 408 and 425: the server asks to wait. */
  | 'busy'
  /** Any other 5xx. */
  | 'serverFault'
  /** 507, or a full disk. */
  | 'full'
  /** 413 */
  | 'tooBig'
  /** This device has no network. */
  | 'offline'
  /** No answer: unknown host, refused or broken connection, or an invalid certificate. */
  | 'unreachable'
  | 'timeout'
  /** The server redirects to another address, where nothing is written. */
  | 'moved'
  /** The answer can't be parsed, is too large, or is not what was written. */
  | 'badAnswer'
  /** Any other 4xx. */
  | 'refused'
  /** The entered address is invalid. */
  | 'badAddress'
  /** With plain http, everybody on the way could read the password. */
  | 'needsHttps'
  /** The browser does not grant access to the server or the folder, or no longer does. */
  | 'noAccess'
  /** The browser does not support folders (Firefox). */
  | 'noFolders'
  /** An organisation has disabled sync, or requires another remote store. */
  | 'byPolicy';

/** Errors that may resolve without the user, so that a later retry makes sense. */
const TRANSIENT_CODES: ReadonlySet<RemoteErrorCode> = new Set([
  'locked',
  'busy',
  'serverFault',
  'offline',
  'unreachable',
  'timeout',
]);

export class RemoteError extends Error {
  override name = 'RemoteError';
  readonly code: RemoteErrorCode;
  /** The retry delay that the server asked for, in milliseconds, or null. */
  readonly wait: number | null;

  /** @param message for developers; without addresses and names, since errors end up in consoles */
  constructor(
    code: RemoteErrorCode,
    message: string,
    options: { wait?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.wait = options.wait ?? null;
  }

  /** Whether a later retry may help. */
  get mayRetry(): boolean {
    return TRANSIENT_CODES.has(this.code);
  }
}

const CODE_BY_STATUS: Readonly<Record<number, RemoteErrorCode>> = {
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

/** The error code of an HTTP status other than success (RFC 9110, section 15; RFC 4918, section 11). */
export function errorCodeOfStatus(status: number): RemoteErrorCode {
  return CODE_BY_STATUS[status] ?? (status >= 500 ? 'serverFault' : 'refused');
}
