import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { type ListAnswer, type SearchOptions, searchList } from '../../../utils/library/search/search.ts';

/** Searches, with the details of every result. */
export const search = (query: string, options: SearchOptions = {}, db?: LibraryDb): Promise<ListAnswer> =>
  searchList(query, options, options.limit ?? 20, db);
