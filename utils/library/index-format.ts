/** Grows when what stands in the search index changes; an index of another format is built anew. */
export const INDEX_FORMAT = 2;

/** Key of `meta` the format is kept under. */
export const INDEX_FORMAT_KEY = 'searchFormat';
