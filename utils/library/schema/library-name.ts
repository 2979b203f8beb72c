/** The database's name in the extension's origin. */
export const LIBRARY_NAME = 'offprint';

/** The version of its schema that this code reads and writes; see `schema-versions.ts`. */
export const LIBRARY_VERSION = 10;
