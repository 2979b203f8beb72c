/** Name of the database in the extension's origin. */
export const LIBRARY_NAME = 'offprint';

/** The version of the schema that this code reads and writes; see `schema-versions.ts`. */
export const SCHEMA_VERSION = 1;
