/** Grows when what stands in the search index changes; an index of another format is built anew. */
export const INDEX_FORMAT = 1;

/** Key of `meta` that says when this database was made, in milliseconds since 1970. */
export const CREATED_AT_KEY = 'createdAt';

/** Key of `meta` the format is kept under. */
export const INDEX_FORMAT_KEY = 'searchFormat';
