/** Why an image is missing. Each code has a sentence `readerImage_<failure>` in `locales`. */
export const IMAGE_FAILURES = [
  /** The site answered 401, 403, 451 or the like. */
  'refused',
  /** 404 or 410. */
  'gone',
  /** Larger than the size limit. */
  'too-big',
  /** The answer was not an image. */
  'not-image',
  /** No answer, after every retry. */
  'unreachable',
  /** A local network address, or one that contains a password; never requested. */
  'not-public',
  /** The user has not granted access to its site. */
  'no-access',
  /** Beyond a limit per article, for the number, size or duration; see `image-limits.ts`. */
  'too-many',
  'too-much',
  'too-slow',
  /** The disk is full. */
  'disk-full',
  /** The backup did not contain it, and the user has not requested it yet. */
  'not-in-backup',
] as const;
