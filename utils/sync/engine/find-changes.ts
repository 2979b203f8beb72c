/**
 * Records the user's changes of the library in the sync records, with the current time as their timestamp. Runs soon
 * after each change, even without a network. The library's writing code knows nothing of sync: changes are read from
 * the change log.
 */
import { imagesOf } from '../../library/articles/article-parts.ts';
import { parseRecordKey } from '../../library/log/record-keys.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { ArticleRow, ImageRow } from '../../library/types.ts';
import type { Kind } from '../format/segment-file.ts';
import type { SyncPicture } from './article-fields.ts';
import type { Engine } from './engine.ts';
import { localRef, type Task } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import { identityOfRow, kindOfTable, type ROW_KINDS } from './row-kinds.ts';
import { type LogPosition, readState, writeState } from './sync-state.ts';
import { syncSettings } from './synced-settings.ts';

/** Rows per transaction. Kept small because a save has to wait for the transaction to end. */
const BATCH_SIZE = 20;

/** A row that may have changed. `rowKey` is its primary key as JSON, or an article's id as it is. */
interface RowRef {
  kind: Kind;
  rowKey: string;
}

/** The sync record of a row that may have changed and, for an article, its current row. */
interface Found {
  ref: RowRef;
  known: SyncRecordRow | undefined;
  article: ArticleRow | undefined;
  /** The article's pictures that are stored on this device. */
  saved: ImageRow[];
}

/** Uses one transaction, since one per query would take several times as long as the queries. */
function loadRows({ db, config }: Engine, refs: readonly RowRef[]): Promise<Found[]> {
  return db.transaction('r', db.syncRecords, db.articles, db.images, () =>
    Promise.all(
      refs.map(async (ref): Promise<Found> => {
        const known = await db.syncRecords.where('local').equals(localRef(ref.kind, ref.rowKey)).first();
        if (ref.kind !== 'article') return { ref, known, article: undefined, saved: [] };
        const article = await db.articles.get(ref.rowKey);
        const images = article && config.pictures !== 'none' ? await imagesOf(db, article.id).toArray() : [];
        return { ref, known, article, saved: images.filter(({ state }) => state === 'saved') };
      }),
    ),
  );
}

/** Pictures of an article that are stored on this device and not in its record yet, with names for their files. */
async function newPictures(
  engine: Engine,
  saved: readonly ImageRow[],
  known: SyncRecordRow | undefined,
): Promise<Task['pictures']> {
  if (saved.length === 0) return undefined;
  const fresh = saved.filter(({ url }) => (known?.fields[`picture:${url}`]?.[1] ?? null) === null);
  if (fresh.length > 0 && !engine.mayTransferPictures()) {
    await writeState(engine.db, 'skipped', true);
    return undefined;
  }
  const found = new Map<string, SyncPicture>();
  for (const { url, blob, type, bytes } of fresh) {
    if (blob === null) continue;
    const file = engine.key.nameOf('picture', new Uint8Array(await blob.arrayBuffer()));
    found.set(url, { file, type, bytes });
  }
  return found;
}

async function makeTask(engine: Engine, { ref, known, article, saved }: Found): Promise<Task | null> {
  const { db, key } = engine;
  const { kind, rowKey } = ref;
  const local = localRef(kind, rowKey);
  if (kind === 'article') {
    if (article === undefined) return known ? { key: known.key, kind, local, incoming: null } : null;
    const name = known?.key ?? key.nameOf('article', article.identity);
    const row = known ?? (saved.length > 0 ? await db.syncRecords.get(name) : undefined);
    const pictures = await newPictures(engine, saved, row);
    return { key: name, kind, local, incoming: null, ...(pictures && { pictures }) };
  }
  if (known !== undefined) return { key: known.key, kind, local, incoming: null };
  const table = kind as keyof typeof ROW_KINDS;
  const identity = await identityOfRow(db, table, rowKey);
  return identity === null
    ? null
    : { key: key.nameOf('record', `${kind}\n${identity}`), kind, local, incoming: null };
}

async function reconcileInBatches(engine: Engine, tasks: readonly Task[]): Promise<void> {
  for (let from = 0; from < tasks.length; from += BATCH_SIZE) {
    await reconcile(engine, tasks.slice(from, from + BATCH_SIZE));
    await engine.yieldTurn();
    engine.signal.throwIfAborted();
  }
}

async function reconcileRows(engine: Engine, refs: readonly RowRef[]): Promise<void> {
  for (let from = 0; from < refs.length; from += BATCH_SIZE) {
    const tasks: Task[] = [];
    for (const found of await loadRows(engine, refs.slice(from, from + BATCH_SIZE))) {
      const task = await makeTask(engine, found);
      if (task !== null) tasks.push(task);
    }
    await reconcileInBatches(engine, tasks);
  }
}

/** The rows that these keys of the change log belong to. */
function changedRows(keys: Iterable<string>): RowRef[] {
  const refs = new Map<string, RowRef>();
  for (const key of keys) {
    const parsed = parseRecordKey(key);
    if (parsed === null) continue;
    const { table } = parsed;
    const rowKind = kindOfTable(table);
    const isArticle = table === 'articles' || table === 'contents' || table === 'corrections';
    // A change of a highlight also changes its article's row.
    if (rowKind === null && !isArticle) continue;
    const [first] = [parsed.key].flat();
    const ref: RowRef = rowKind
      ? { kind: rowKind, rowKey: JSON.stringify(parsed.key) }
      : { kind: 'article', rowKey: String(first) };
    refs.set(localRef(ref.kind, ref.rowKey), ref);
  }
  return [...refs.values()];
}

interface Changes {
  keys: string[];
  cursor: number;
  lookedAt: LogPosition;
}

/**
 * Reads the keys of all rows that have changed since the cursor. Segments and notes are numbered by one counter:
 * whatever is written to the log later either has a number above those of all current notes, or is one of these notes.
 */
function readChanges(db: LibraryDb, cursor: number): Promise<Changes> {
  return db.transaction('r', db.logNotes, db.logRecords, async () => {
    const notes = await db.logNotes.toArray();
    const records = await db.logRecords.where('segment').above(cursor).primaryKeys();
    const last = records.reduce((highest, [, segment]) => Math.max(highest, segment), cursor);
    // Notes are ordered by their numbers.
    const first = notes[0]?.id ?? 0;
    return {
      keys: [...records.map(([key]) => key), ...notes.flatMap(({ keys }) => keys)],
      lookedAt: {
        upTo: Math.max(last, notes.at(-1)?.id ?? 0),
        noted: [...new Set(notes.flatMap(({ keys }) => keys))],
      },
      cursor: notes.length === 0 ? last : Math.max(cursor, Math.min(last, first - 1)),
    };
  });
}

/** Reads the index only, not the rows. */
async function localRefsOf(db: LibraryDb, kind: Kind): Promise<string[]> {
  return (await db.syncRecords.where('local').startsWith(localRef(kind, '')).keys()) as string[];
}

/**
 * Finds records whose rows no longer exist. The change log lists a deletion only until it is shredded, which may happen
 * before the next run, so deletions are detected by comparing the tables with the records.
 */
async function findDeleted(db: LibraryDb): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const name of SCANNED_TABLES) {
    const kind = kindOfTable(name) ?? 'article';
    const known = db.syncRecords.where('local').startsWith(localRef(kind, ''));
    // If the counts are equal, nothing is missing. Aliases are always compared, since some may have no record yet;
    // there are few.
    if (kind !== 'alias' && (await known.count()) <= (await db.table(name).count())) continue;
    const keys = await db.table<unknown, string>(name).toCollection().primaryKeys();
    const present = new Set(
      keys.map((key) => localRef(kind, kind === 'article' ? key : JSON.stringify(key))),
    );
    for (const local of await localRefsOf(db, kind)) {
      const row = present.has(local) ? undefined : await db.syncRecords.where('local').equals(local).first();
      if (row !== undefined) tasks.push({ key: row.key, kind, local, incoming: null });
    }
  }
  return tasks;
}

/** The tables whose rows are synced, in the order of the first scan. */
const SCANNED_TABLES = ['lists', 'tags', 'smartLists', 'people', 'articles', 'aliases', 'stories'];

/** Scans the whole library once after sync was set up. Resumes if it was interrupted. */
async function scanLibrary(engine: Engine): Promise<void> {
  const { db } = engine;
  const walk = await readState(db, 'walk');
  if (walk === null) return;
  for (let at = walk.table, { last } = walk; at < SCANNED_TABLES.length; at += 1, last = null) {
    const name = SCANNED_TABLES[at] ?? '';
    const kind = kindOfTable(name) ?? 'article';
    for (;;) {
      const rows = db.table<unknown, string>(name).orderBy(':id');
      const keys = await (last === null ? rows : db.table<unknown, string>(name).where(':id').above(last))
        .limit(BATCH_SIZE)
        .primaryKeys();
      if (keys.length === 0) break;
      await reconcileRows(
        engine,
        keys.map((key) => ({ kind, rowKey: kind === 'article' ? String(key) : JSON.stringify(key) })),
      );
      last = keys.at(-1) ?? null;
      await writeState(db, 'walk', { ...walk, table: at, last });
    }
  }
  await db.syncState.delete('walk');
}

/** Schedules a scan of the whole library. */
export async function restartScan(db: LibraryDb, first?: 'begin' | 'join'): Promise<void> {
  const how = first ?? (await readState(db, 'walk'))?.first;
  await writeState(db, 'walk', { table: 0, last: null, ...(how && { first: how }) });
  // The scan covers all earlier changes.
  if (first !== undefined) await writeState(db, 'cursor', (await readChanges(db, 0)).cursor);
}

/** Records all changes since the last call. @throws the database's errors; the next call continues */
export async function recordLocalChanges(engine: Engine): Promise<void> {
  const { db } = engine;
  if (engine.mayTransferPictures() && (await readState(db, 'skipped')) === true) {
    await restartScan(db);
    await db.syncState.delete('skipped');
  }
  await syncSettings(engine);
  const { keys, cursor, lookedAt } = await readChanges(db, (await readState(db, 'cursor')) ?? 0);
  await scanLibrary(engine);
  await reconcileRows(engine, changedRows(keys));
  await reconcileInBatches(engine, await findDeleted(db));
  await writeState(db, 'cursor', cursor);
  await writeState(db, 'lookedAt', lookedAt);
}
