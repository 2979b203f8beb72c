/**
 * A name of a file or folder. The length is limited because encrypted file systems on servers allow 143 bytes, which
 * include the extension of uploads.
 */
const PATH_SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,117}$/;
const MAX_DEPTH = 4;

/** Extensions of partially written files, used by Chromium, rclone and many other programs. */
const TEMP_EXTENSION = /\.(?:crswap|partial|tmp|upload)$/;

/** The extension of a file during its upload. Nextcloud and ownCloud reject `.part`. */
const UPLOAD_EXTENSION = /\.[0-9a-f]{16}\.upload$/;

/** True if we might have created a file or folder with this name. */
export const isOwnPathSegment = (segment: string): boolean => PATH_SEGMENT.test(segment);

/** True if we might have created a file or folder with this path. All others in the remote store are ignored. */
export function isOwnPath(name: string): boolean {
  const segments = name.split('/');
  return segments.length <= MAX_DEPTH && segments.every(isOwnPathSegment) && !TEMP_EXTENSION.test(name);
}

/** True for a file whose upload has not been completed. */
export const isUploadName = (name: string): boolean => UPLOAD_EXTENSION.test(name);

/** Returns the name of a file during its upload. It is random, because two devices may upload the same file at once. */
export function makeUploadName(name: string): string {
  const random = crypto.getRandomValues(new Uint8Array(8));
  return `${name}.${[...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')}.upload`;
}

/** @throws TypeError if the path is not allowed */
export function requireOwnPath(name: string): void {
  if (!isOwnPath(name)) throw new TypeError('not an allowed file name');
}

/** Returns the parent folders of a path, outermost first: `a` and `a/b` for `a/b/c`. */
export function parentFolders(name: string): string[] {
  const segments = name.split('/').slice(0, -1);
  return segments.map((_, at) => segments.slice(0, at + 1).join('/'));
}

/** The folder for testing a remote store. It is not deleted, because not all stores can delete folders. */
export const TEST_FOLDER = 'test';

/** True for files that operating systems and folder-sync programs create in every folder. */
const isSystemFile = (segment: string): boolean =>
  segment.startsWith('.') || /^(?:desktop\.ini|thumbs\.db)$/i.test(segment);

/**
 * True for files from the system, and for the folder of a test of the store. A folder that contains nothing else counts
 * as empty.
 */
export const isIgnorable = (segment: string): boolean => segment === TEST_FOLDER || isSystemFile(segment);
