/** Adds addresses to the library, as an import whose file is a list that the user entered. */
import { normaliseAddress } from '../articles/article-identity.ts';
import { deleteArticles } from '../articles/delete-articles.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImportOptions } from '../user-types.ts';
import type { LinkPreview } from '../view-types.ts';
import { cancelImport, dismissImport, startImport } from './import-jobs.ts';

type Links = LinkPreview['newLinks'];

export type LinksTarget = Pick<ImportOptions, 'listId' | 'tag'>;

/**
 * Starts to add addresses and to fetch their texts, without the user's log-ins. Continues after pages are closed.
 *
 * @param name of the import in the list of imports
 * @param to the list or tag for the new articles, in addition to the inbox
 * @returns the id of the import
 * @throws LibraryFullError if there is no room
 */
export function addLinks(
  links: Links,
  name: string,
  to: LinksTarget = {},
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
 * Undoes adding addresses, even if it is still in progress. Articles that the user has saved from their page since
 * stay.
 *
 * @returns the number of removed articles
 */
export async function undoAddLinks(importId: string, links: Links, db: LibraryDb = library): Promise<number> {
  await cancelImport(importId, db);
  await dismissImport(importId, db);
  const added = await db.articles
    .where('identity')
    .anyOf(links.map(({ url }) => normaliseAddress(url)))
    .toArray();
  const ids = added.flatMap(({ id, savedFrom }) => (savedFrom === 'import' ? [id] : []));
  await deleteArticles(ids, db);
  return ids.length;
}

/** The result of adding addresses. */
export interface LinksResult {
  importId: string;
  /** Number of texts that could not be fetched, and the reason of the first failure as a code of `importWhy_…`. */
  textsFailed: number;
  why: string | null;
  /** Why the import stopped, as a code of `transferError_…`, or null. */
  stopped: string | null;
}

/** The results of those imports that are over: completed or stopped, with every text fetched or given up. */
export async function finishedLinks(
  importIds: readonly string[],
  db: LibraryDb = library,
): Promise<LinksResult[]> {
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
