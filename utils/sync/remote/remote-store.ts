import type { FileBytes, FileStore } from '../../library/log/file-store.ts';

/** A remote store: a folder outside of the browser, through which devices sync. All methods may throw a `RemoteError`. */
export interface RemoteStore extends FileStore {
  /** Creates the folder for all files. Called when the store is tested or sync is set up. */
  prepare(): Promise<void>;
  /**
   * Lists our files.
   *
   * @param folder lists only this folder with its subfolders; by default all
   * @returns paths
   * @throws RemoteError `notFound` if our root folder is missing, which must never be mistaken for an empty one
   */
  list(folder?: string): Promise<string[]>;
  /**
   * Reads a file; null if it does not exist.
   *
   * @param maxBytes maximum size
   * @throws RemoteError `badAnswer` if the file is larger
   */
  get(name: string, maxBytes?: number): Promise<Blob | null>;
  /**
   * Like `put`, but never replaces an existing file.
   *
   * @returns false if a file exists already. It may be the same file, if the response to an earlier attempt was lost
   */
  putNew(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<boolean>;
  /**
   * Whether the folder contains no files, including those of other programs. Files that operating systems and folder-sync
   * programs create in every folder are ignored.
   */
  isEmpty(): Promise<boolean>;
}

/**
 * The stored configuration of a remote store, by the names of its kind's fields. May contain a password, so it is stored
 * only in the extension's own storage, and never included in settings, backups, exports or messages to tabs.
 */
export type RemoteConfig = Readonly<Record<string, string>> & { readonly kind: string };

/** The name of a form field. Its label is `placeField_<name>` in `locales`, and its hint `placeFieldHint_<name>`. */
type RemoteFieldName = 'address' | 'folder' | 'user' | 'password';

/** A field of the form for setting up a remote store. */
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
  isSupported(): boolean;
  /**
   * Shows a picker for values that can't be typed. Must be called inside a user gesture.
   *
   * @returns additional form values; null if the user cancelled
   */
  pick?(): Promise<Readonly<Record<string, string>> | null>;
  /** Makes a configuration from the form's values. @throws RemoteError if they are invalid */
  makeConfig(values: Readonly<Record<string, string>>): RemoteConfig;
  /** The URL to which the browser must grant access; null if there is none. */
  address(stored: RemoteConfig): string | null;
  /** A label for the user, without user name and password. */
  describe(stored: RemoteConfig): string;
  /** Whether the password is sent unencrypted, about which the user is warned. */
  isUnencrypted(stored: RemoteConfig): boolean;
  /** Requests permission again if the browser has withdrawn it. Must be called inside a user gesture. */
  requestPermission?(stored: RemoteConfig): Promise<boolean>;
  /** Opens the remote store. @throws RemoteError if the configuration can't be used */
  open(stored: RemoteConfig): Promise<RemoteStore>;
}

/** Why an operation failed. Each code has a message `placeError_<code>` in `locales`. */
export type RemoteErrorCode =
  /** 401: wrong user name or password. */
  | 'signIn'
  /** 403: this user is not allowed to do that. */
  | 'forbidden'
  /** 404: the folder does not exist, or no longer exists. */
  | 'notFound'
  /** The server does not support WebDAV: 405, 501, or an HTML page. */
  | 'notWebDav'
  /** 409 */
  | 'conflict'
  /** 412 */
  | 'changed'
  /** 423: another client holds a lock. */
  | 'locked'
  /** 408, 425, 429 or 503: the server is busy, and the request should be retried later. */
  | 'busy'
  /** Any other 5xx. */
  | 'serverFault'
  /** 507, or a full disk. */
  | 'full'
  /** 413 */
  | 'tooBig'
  /** This device has no network connection. */
  | 'offline'
  /** No response: unknown host, refused or broken connection, or invalid certificate. */
  | 'unreachable'
  | 'timeout'
  /** The server redirects to another address, to which nothing is written. */
  | 'moved'
  /** The response can't be parsed, is too large, or differs from what was written. */
  | 'badAnswer'
  /** Any other 4xx. */
  | 'refused'
  /** The entered address is invalid. */
  | 'badAddress'
  /** Over plain HTTP, the password could be intercepted. */
  | 'needsHttps'
  /** The extension does not have access to the server or the folder, or no longer has. */
  | 'noAccess'
  /** The browser does not support folders (Firefox). */
  | 'noFolders';

/** Errors that may resolve themselves, so that a later retry makes sense. */
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
  /** The retry delay requested by the server, in milliseconds, or null. */
  readonly wait: number | null;

  /** @param message for developers, without addresses and names, because errors are logged to the console */
  constructor(
    code: RemoteErrorCode,
    message: string,
    options: { wait?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.wait = options.wait ?? null;
  }

  /** Whether a later retry may succeed. */
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

/** Returns the error code of an unsuccessful HTTP status (RFC 9110, section 15; RFC 4918, section 11). */
export function errorCodeOfStatus(status: number): RemoteErrorCode {
  return CODE_BY_STATUS[status] ?? (status >= 500 ? 'serverFault' : 'refused');
}
