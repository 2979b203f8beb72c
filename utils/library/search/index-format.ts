/** The version of the search index. An index with another version is rebuilt. */
export const INDEX_FORMAT = 1;

/** Key in `meta` for the time when this database was created, in milliseconds since 1970. */
export const CREATED_AT_KEY = 'createdAt';

/** Key in `meta` for the version of the search index. */
export const INDEX_FORMAT_KEY = 'searchFormat';
