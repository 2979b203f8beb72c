/** What an import would do, before anything is written. */
import { detectFormat, type ImportFormatName, readRecords } from '../../transfer/import/detect-format.ts';
import { hostOf, identify } from '../articles/article-identity.ts';
import { Backup } from '../backup/backup-read.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { listKey } from './import-records.ts';

export interface ImportSurvey {
  format: ImportFormatName;
  /** Records of the file, or articles of a backup. */
  total: number;
  /** Articles that are not in the library, and those that are. */
  fresh: number;
  here: number;
  /** Records of an article that the file has already had. */
  twice: number;
  /** Records that can't be taken. */
  failed: number;
  /** New articles whose text the file has. */
  withText: number;
  highlights: number;
  lists: number;
  tags: number;
  /** Minutes that fetching the missing texts would take at least, going easy on each site. */
  fetchMinutes: number;
  /** Articles the library has now. */
  libraryCount: number;
  /** For a backup: when it was made (ISO 8601) and its pictures. */
  backup: { createdAt: string; images: number } | null;
}

/** Seconds one page of one site takes, with the rest after it; see the background's queue. */
const SECONDS_PER_PAGE = 3.5;
const AT_ONCE = 4;

/** Addresses asked of the database at once. */
const BATCH = 200;

async function surveyBackup(
  file: Blob,
  onProgress: (done: number, total: number | null) => void,
  db: LibraryDb,
): Promise<ImportSurvey> {
  const backup = await Backup.open(file);
  const identities = new Set<string>();
  const failed = await backup.check((done, total, found) => {
    for (const identity of found) identities.add(identity);
    onProgress(done, total);
  });
  const { counts, createdAt } = backup.manifest;
  const here = await countHere(db, [...identities]);
  const total = counts.articles ?? 0;
  return {
    format: 'backup',
    total,
    fresh: total - here,
    here,
    twice: 0,
    failed,
    withText: counts.contents ?? 0,
    highlights: counts.highlights ?? 0,
    lists: counts.lists ?? 0,
    tags: counts.tags ?? 0,
    fetchMinutes: 0,
    libraryCount: await db.articles.count(),
    backup: { createdAt, images: counts.images ?? 0 },
  };
}

async function countHere(db: LibraryDb, identities: readonly string[]): Promise<number> {
  let here = 0;
  for (let from = 0; from < identities.length; from += BATCH) {
    here += await db.articles
      .where('identity')
      .anyOf(identities.slice(from, from + BATCH))
      .count();
  }
  return here;
}

/**
 * Reads a file through once and counts; a backup is checked whole.
 *
 * @param onProgress records looked at, and all where that is known
 * @param signal ends it with its reason
 * @throws TransferError where the file as a whole can't be taken
 */
export async function surveyImport(
  file: Blob,
  onProgress: (done: number, total: number | null) => void,
  signal?: AbortSignal,
  db: LibraryDb = library,
): Promise<ImportSurvey> {
  const format = await detectFormat(file);
  if (format === 'backup') return surveyBackup(file, onProgress, db);
  const identities = new Map<string, boolean>();
  const hosts = new Map<string, number>();
  const tags = new Set<string>();
  const lists = new Set<string>();
  let total = 0;
  let failed = 0;
  let highlights = 0;
  for await (const record of readRecords(file, format)) {
    total += 1;
    if (total % BATCH === 0) {
      signal?.throwIfAborted();
      onProgress(total, null);
      // The page must stay alive: a file's pieces come faster than its events.
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (!('item' in record)) {
      failed += 1;
      continue;
    }
    const { item } = record;
    const identity = identify(item.url);
    if (!identities.has(identity)) hosts.set(hostOf(item.url), (hosts.get(hostOf(item.url)) ?? 0) + 1);
    identities.set(identity, identities.get(identity) === true || item.html !== null);
    highlights += item.highlights.length;
    for (const tag of item.tags) tags.add(tag);
    // Those that lists are within are made, too.
    for (const path of item.lists) {
      for (let depth = 1; depth <= path.length; depth += 1) lists.add(listKey(path.slice(0, depth)));
    }
  }
  const here = await countHere(db, [...identities.keys()]);
  const withText = [...identities.values()].filter((hasText) => hasText).length;
  const busiest = Math.max(0, ...hosts.values());
  const missing = identities.size - here - withText;
  const seconds = Math.max(busiest, missing / AT_ONCE) * SECONDS_PER_PAGE;
  return {
    format,
    total,
    fresh: identities.size - here,
    here,
    twice: total - failed - identities.size,
    failed,
    withText: Math.min(withText, identities.size - here),
    highlights,
    lists: lists.size,
    tags: tags.size,
    fetchMinutes: missing <= 0 ? 0 : Math.max(1, Math.ceil(seconds / 60)),
    libraryCount: await db.articles.count(),
    backup: null,
  };
}
