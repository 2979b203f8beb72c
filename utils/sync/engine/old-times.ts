/**
 * When what is in a library was changed, as near as its rows tell. A library that begins or joins is not new: with the
 * time of now on it, an old copy would win over everything that was done elsewhere since.
 */
import { highlightsOf } from '../../library/articles/article-parts.ts';
import { correctionsOf } from '../../library/people/correct-speaker.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { Kind } from '../format/segment-file.ts';
import { LONG_AGO } from '../merge/stamp.ts';
import { isShelfKind, timesOfShelf } from './shelf-kinds.ts';

/** Of a field, milliseconds since 1970. */
export type TimeOf = (name: string) => number;

async function timesOfArticle(db: LibraryDb, id: string): Promise<TimeOf> {
  const row = await db.articles.get(id);
  if (row === undefined) return () => LONG_AGO;
  const times = new Map<string, number>();
  for (const name of ['savedAt', 'archivedAt', 'deletedAt', 'openedAt', 'pinnedAt', 'finishedAt'] as const)
    times.set(name, row[name] ?? row.updatedAt);
  times.set('progress', Math.max(row.updatedAt, row.openedAt ?? 0));
  for (const { id: mark, createdAt, updatedAt } of await highlightsOf(db, id).toArray()) {
    times.set(`mark:${mark}`, createdAt);
    times.set(`note:${mark}`, updatedAt);
    times.set(`colour:${mark}`, updatedAt);
  }
  for (const { quoteHash, correctedAt } of await correctionsOf(db, id))
    times.set(`fix:${quoteHash}`, correctedAt);
  return (name) => times.get(name) ?? row.updatedAt;
}

/**
 * Inside the caller's transaction.
 *
 * @param own the row's key, as JSON; that of an article as it is
 */
export async function timesOf(db: LibraryDb, kind: Kind, own: string): Promise<TimeOf> {
  if (kind === 'article') return timesOfArticle(db, own);
  const at = isShelfKind(kind) ? await timesOfShelf(db, kind, own) : null;
  return () => at ?? LONG_AGO;
}
