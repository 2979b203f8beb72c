/**
 * Records the user's changes of the library in the sync records, with the time of the user's action as their timestamp.
 * Runs soon after each change, even without a network. The library's writing code knows nothing of sync: changes are
 * read from the outbox.
 */
import { queryImages } from '../../library/articles/article-parts.ts';
import { markProcessed } from '../../library/log/outbox.ts';
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
import { readState, writeState } from './sync-state.ts';
import { syncSettings } from './synced-settings.ts';

/** Rows per transaction. Kept small because a save has to wait for the transaction to end. */
const BATCH_SIZE = 20;

/** A row that may have changed. */
interface RowRef {
  kind: Kind;
  /** Its primary key as JSON, or an article's id as it is. */
  rowKey: string;
  /** When it was changed last, in milliseconds since 1970, if that is known. */
  changedAt?: number;
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
        const images =
          article && config.pictures !== 'none' ? await queryImages(db, article.id).toArray() : [];
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
  const { kind, rowKey, changedAt } = ref;
  const local = localRef(kind, rowKey);
  const task = { kind, local, incoming: null, ...(changedAt !== undefined && { changedAt }) };
  if (kind === 'article') {
    if (article === undefined) return known ? { key: known.key, ...task } : null;
    const name = known?.key ?? key.nameOf('article', article.identity);
    const row = known ?? (saved.length > 0 ? await db.syncRecords.get(name) : undefined);
    const pictures = await newPictures(engine, saved, row);
    return { key: name, ...task, ...(pictures && { pictures }) };
  }
  if (known !== undefined) return { key: known.key, ...task };
  const table = kind as keyof typeof ROW_KINDS;
  const identity = await identityOfRow(db, table, rowKey);
  return identity === null ? null : { key: key.nameOf('record', `${kind}\n${identity}`), ...task };
}

async function reconcileRows(engine: Engine, refs: readonly RowRef[]): Promise<void> {
  for (let from = 0; from < refs.length; from += BATCH_SIZE) {
    const tasks: Task[] = [];
    for (const found of await loadRows(engine, refs.slice(from, from + BATCH_SIZE))) {
      const task = await makeTask(engine, found);
      if (task !== null) tasks.push(task);
    }
    await reconcile(engine, tasks);
    await engine.yieldTurn();
    engine.signal.throwIfAborted();
  }
}

interface Changes {
  refs: RowRef[];
  /** Their rows in the outbox. */
  ids: number[];
}

/** Reads which rows have changed since the last call. */
async function readOutbox(db: LibraryDb): Promise<Changes> {
  const rows = await db.outbox.where('due').equals('sync').toArray();
  const refs = new Map<string, RowRef>();
  for (const { keys, at } of rows)
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
        ? { kind: rowKind, rowKey: JSON.stringify(parsed.key), changedAt: at }
        : { kind: 'article', rowKey: String(first), changedAt: at };
      refs.set(localRef(ref.kind, ref.rowKey), ref);
    }
  return { refs: [...refs.values()], ids: rows.map(({ id }) => id) };
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
}

/** Records all changes since the last call. @throws the database's errors; the next call continues */
export async function recordLocalChanges(engine: Engine): Promise<void> {
  const { db } = engine;
  if (engine.mayTransferPictures() && (await readState(db, 'skipped')) === true) {
    await restartScan(db);
    await db.syncState.delete('skipped');
  }
  await syncSettings(engine);
  const { refs, ids } = await readOutbox(db);
  await scanLibrary(engine);
  await reconcileRows(engine, refs);
  if (ids.length > 0)
    await db.transaction('rw', db.outbox, db.syncState, () => markProcessed(db, ids, 'sync'));
}
