/** Adding addresses to the library: an import whose file is a list that the user gave. */
import { identify } from '../articles/article-identity.ts';
import { deleteArticles } from '../articles/delete-articles.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImportOptions } from '../user-types.ts';
import type { LinkSurvey } from '../view-types.ts';
import { cancelImport, dismissImport, startImport } from './import-jobs.ts';

type Links = LinkSurvey['fresh'];

export type LinksPlace = Pick<ImportOptions, 'listId' | 'tag'>;

/**
 * Begins to add addresses and to fetch their texts, each without the user's login. It goes on whatever is closed.
 *
 * @param name what the import is called among the others
 * @param to the list or the tag that they get, beside the inbox
 * @returns the id of the import
 * @throws LibraryFullError where there is no room
 */
export function addLinks(
  links: Links,
  name: string,
  to: LinksPlace = {},
  db: LibraryDb = library,
): Promise<string> {
  const lines = links.map(({ url, title }) => (title === '' ? url : `${url} | ${title}`));
  return startImport(
    {
      file: new Blob([lines.join('\n')], { type: 'text/plain' }),
      fileName: name,
      format: 'urlList',
      total: links.length,
      options: { fetchTexts: true, takeSettings: false, ...to },
    },
    db,
  );
}

/**
 * Takes addresses back that were added, however far that has come; one that the user has saved from its page since
 * stays.
 *
 * @returns how many articles went
 */
export async function takeBackLinks(
  importId: string,
  links: Links,
  db: LibraryDb = library,
): Promise<number> {
  await cancelImport(importId, db);
  await dismissImport(importId, db);
  const added = await db.articles
    .where('identity')
    .anyOf(links.map(({ url }) => identify(url)))
    .toArray();
  const ids = added.flatMap(({ id, savedFrom }) => (savedFrom === 'import' ? [id] : []));
  await deleteArticles(ids, db);
  return ids.length;
}

/** How adding addresses ended. */
export interface LinksEnd {
  importId: string;
  /** Texts that could not be fetched, and why the first could not, as `importWhy_…` says it. */
  textsFailed: number;
  why: string | null;
  /** Why it stopped as a whole, as `transferError_…` says it, or null. */
  stopped: string | null;
}

/** Those of some imports that are over: read or stopped, and every text fetched or given up. */
export async function endedLinks(importIds: readonly string[], db: LibraryDb = library): Promise<LinksEnd[]> {
  const rows = (await db.imports.bulkGet([...importIds])).filter((row) => row !== undefined);
  return Promise.all(
    rows
      .filter(({ state }) => state === 'done' || state === 'failed')
      .map(async ({ id, state, error, textsFailed }) => ({
        importId: id,
        textsFailed,
        why: (await db.importFailures.where('importId').equals(id).first())?.why ?? null,
        stopped: state === 'failed' ? (error ?? 'failed') : null,
      })),
  );
}
