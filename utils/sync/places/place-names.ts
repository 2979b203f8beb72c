/** The longest name of a file or folder: encrypted file systems below a server allow 143 bytes, endings of uploads included. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,117}$/;
const DEEPEST = 4;

/** Endings under which programs write what is not whole yet: Chromium, rclone, and many others. */
const UNFINISHED = /\.(?:crswap|partial|tmp|upload)$/;

/** What a file is called while it is uploaded. Not `.part`: Nextcloud and ownCloud refuse such names. */
const UPLOAD = /\.[0-9a-f]{16}\.upload$/;

/** True for a name that a file or a folder of ours may have in its folder. */
export const isOwnSegment = (segment: string): boolean => SEGMENT.test(segment);

/** True for a name that we may have given a file: whatever else lies at a place is somebody else's, and left alone. */
export function isOwnName(name: string): boolean {
  const segments = name.split('/');
  return segments.length <= DEEPEST && segments.every(isOwnSegment) && !UNFINISHED.test(name);
}

/** True for a file that was still being uploaded. */
export const isUploadName = (name: string): boolean => UPLOAD.test(name);

/** Another one each time: two devices may write one file at once. */
export function uploadName(name: string): string {
  const noise = crypto.getRandomValues(new Uint8Array(8));
  return `${name}.${[...noise].map((byte) => byte.toString(16).padStart(2, '0')).join('')}.upload`;
}

/** @throws TypeError where a file can't be called so */
export function requireOwnName(name: string): void {
  if (!isOwnName(name)) throw new TypeError('not a name that a place keeps');
}

/** The folders that a file is in, the outer one first: `a/b/c` is in `a` and in `a/b`. */
export function foldersOf(name: string): string[] {
  const segments = name.split('/').slice(0, -1);
  return segments.map((_, at) => segments.slice(0, at + 1).join('/'));
}

/** Where a place is tried out. The folder stays behind, as not every place can take one away. */
export const TEST_FOLDER = 'test';

/** Whether a system, or a program that carries a folder about, puts such a thing into every folder. */
const isOfSystem = (segment: string): boolean =>
  segment.startsWith('.') || /^(?:desktop\.ini|thumbs\.db)$/i.test(segment);

/** Whether such a thing in a place's folder leaves it as good as empty: put there by a system, or by a test of the place. */
export const isNothing = (segment: string): boolean => segment === TEST_FOLDER || isOfSystem(segment);
