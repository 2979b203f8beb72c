/**
 * Names of files and folders, with a maximum length: encrypted file systems on servers allow 143 bytes, including the
 * extension of uploads.
 */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,117}$/;
const MAX_DEPTH = 4;

/** Extensions of partly written files, used by Chromium, rclone and many others. */
const UNFINISHED = /\.(?:crswap|partial|tmp|upload)$/;

/** The extension of a file during its upload. Not `.part`, because Nextcloud and ownCloud reject such names. */
const UPLOAD = /\.[0-9a-f]{16}\.upload$/;

/** True if a single file or folder name may be one of ours. */
export const isOwnPathSegment = (segment: string): boolean => SEGMENT.test(segment);

/** True if a path may be one of ours. All other files in the remote store are left alone. */
export function isOwnName(name: string): boolean {
  const segments = name.split('/');
  return segments.length <= MAX_DEPTH && segments.every(isOwnPathSegment) && !UNFINISHED.test(name);
}

/** True for a file whose upload was not finished. */
export const isUploadName = (name: string): boolean => UPLOAD.test(name);

/** Random, since two devices may upload the same file at once. */
export function uploadName(name: string): string {
  const noise = crypto.getRandomValues(new Uint8Array(8));
  return `${name}.${[...noise].map((byte) => byte.toString(16).padStart(2, '0')).join('')}.upload`;
}

/** @throws TypeError if the path is not allowed */
export function requireOwnName(name: string): void {
  if (!isOwnName(name)) throw new TypeError('not an allowed file name');
}

/** The parent folders of a path, outermost first: `a/b/c` has `a` and `a/b`. */
export function parentFolders(name: string): string[] {
  const segments = name.split('/').slice(0, -1);
  return segments.map((_, at) => segments.slice(0, at + 1).join('/'));
}

/** The folder for testing a remote store. It is left behind, since not every store can delete folders. */
export const TEST_FOLDER = 'test';

/** Whether the operating system or a folder-sync program creates such a file in every folder. */
const isSystemFile = (segment: string): boolean =>
  segment.startsWith('.') || /^(?:desktop\.ini|thumbs\.db)$/i.test(segment);

/**
 * Whether a folder that contains only such files counts as empty: they come from the system, or from a test of the
 * store.
 */
export const isIgnorable = (segment: string): boolean => segment === TEST_FOLDER || isSystemFile(segment);
