/**
 * Records the user's changes of the library in the sync records. Their stamps have the times of the user's actions. Runs
 * soon after each change, even without a network connection. The library's code does not depend on sync, so changes are
 * read from the outbox.
 */
import { queryImages } from '../../library/articles/article-parts.ts';
import { markProcessed } from '../../library/log/outbox.ts';
import { parseRecordKey } from '../../library/log/record-keys.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { ArticleRow, ImageRow } from '../../library/types.ts';
import type { RecordKind } from '../format/segment-file.ts';
import type { SyncPicture } from './article-fields.ts';
import type { Engine } from './engine.ts';
import { localRef, type MergeTask } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import { identityOfRow, kindOfTable, type ROW_KINDS } from './row-kinds.ts';
import { readState, writeState } from './sync-state.ts';
import { syncSettings } from './synced-settings.ts';

/** Number of rows per transaction. It is small, because a save must wait for the transaction to end. */
const BATCH_SIZE = 20;

/** A row that may have changed. */
interface RowRef {
  kind: RecordKind;
  /** The primary key as JSON, or an article's id unchanged. */
  rowKey: string;
  /** When the row was last changed, in milliseconds since 1970, if known. */
  changedAt?: number;
}

/** A row that may have changed, with its sync record and, for an article, the current row. */
interface LoadedRow {
  ref: RowRef;
  known: SyncRecordRow | undefined;
  article: ArticleRow | undefined;
  /** The article's pictures that are stored on this device. */
  savedImages: ImageRow[];
}

/** Loads rows in one transaction, because one per query would take several times as long. */
function loadRows({ db, config }: Engine, refs: readonly RowRef[]): Promise<LoadedRow[]> {
  return db.transaction('r', db.syncRecords, db.articles, db.images, () =>
    Promise.all(
      refs.map(async (ref): Promise<LoadedRow> => {
        const known = await db.syncRecords.where('local').equals(localRef(ref.kind, ref.rowKey)).first();
        if (ref.kind !== 'article') return { ref, known, article: undefined, savedImages: [] };
        const article = await db.articles.get(ref.rowKey);
        const images =
          article && config.pictures !== 'none' ? await queryImages(db, article.id).toArray() : [];
        return { ref, known, article, savedImages: images.filter(({ state }) => state === 'saved') };
      }),
    ),
  );
}

/** Returns the pictures of an article that are stored on this device but not in its record yet, with names for their files. */
async function findNewPictures(
  engine: Engine,
  savedImages: readonly ImageRow[],
  known: SyncRecordRow | undefined,
): Promise<MergeTask['pictures']> {
  if (savedImages.length === 0) return undefined;
  const newImages = savedImages.filter(({ url }) => (known?.fields[`picture:${url}`]?.[1] ?? null) === null);
  if (newImages.length > 0 && !engine.mayTransferPictures()) {
    await writeState(engine.db, 'skipped', true);
    return undefined;
  }
  const pictures = new Map<string, SyncPicture>();
  for (const { url, blob, type, bytes } of newImages) {
    if (blob === null) continue;
    const file = engine.key.computeName('picture', new Uint8Array(await blob.arrayBuffer()));
    pictures.set(url, { file, type, bytes });
  }
  return pictures;
}

async function makeMergeTask(
  engine: Engine,
  { ref, known, article, savedImages }: LoadedRow,
): Promise<MergeTask | null> {
  const { db, key } = engine;
  const { kind, rowKey, changedAt } = ref;
  const local = localRef(kind, rowKey);
  const task = { kind, local, incoming: null, ...(changedAt !== undefined && { changedAt }) };
  if (kind === 'article') {
    if (article === undefined) return known ? { key: known.key, ...task } : null;
    const name = known?.key ?? key.computeName('article', article.identity);
    const row = known ?? (savedImages.length > 0 ? await db.syncRecords.get(name) : undefined);
    const pictures = await findNewPictures(engine, savedImages, row);
    return { key: name, ...task, ...(pictures && { pictures }) };
  }
  if (known !== undefined) return { key: known.key, ...task };
  const table = kind as keyof typeof ROW_KINDS;
  const identity = await identityOfRow(db, table, rowKey);
  return identity === null ? null : { key: key.computeName('record', `${kind}\n${identity}`), ...task };
}

async function reconcileRows(engine: Engine, refs: readonly RowRef[]): Promise<void> {
  for (let from = 0; from < refs.length; from += BATCH_SIZE) {
    const tasks: MergeTask[] = [];
    for (const loaded of await loadRows(engine, refs.slice(from, from + BATCH_SIZE))) {
      const task = await makeMergeTask(engine, loaded);
      if (task !== null) tasks.push(task);
    }
    await reconcile(engine, tasks);
    await engine.yieldTurn();
    engine.signal.throwIfAborted();
  }
}

interface OutboxChanges {
  refs: RowRef[];
  /** The ids of their rows in the outbox. */
  ids: number[];
}

/** Reads from the outbox which rows have changed since the last call. */
async function readOutbox(db: LibraryDb): Promise<OutboxChanges> {
  const rows = await db.outbox.where('due').equals('sync').toArray();
  const refs = new Map<string, RowRef>();
  for (const { keys, at } of rows)
    for (const key of keys) {
      const parsed = parseRecordKey(key);
      if (parsed === null) continue;
      const { table } = parsed;
      const rowKind = kindOfTable(table);
      const isArticle = table === 'articles' || table === 'contents' || table === 'corrections';
      // Other tables need not be read: a change of a highlight, for example, also changes its article's row.
      if (rowKind === null && !isArticle) continue;
      const [first] = [parsed.key].flat();
      const ref: RowRef = rowKind
        ? { kind: rowKind, rowKey: JSON.stringify(parsed.key), changedAt: at }
        : { kind: 'article', rowKey: String(first), changedAt: at };
      refs.set(localRef(ref.kind, ref.rowKey), ref);
    }
  return { refs: [...refs.values()], ids: rows.map(({ id }) => id) };
}

/** The tables whose rows are synced, in the order of the scan. Stored positions refer to this order. */
const SCANNED_TABLES = ['lists', 'tags', 'smartLists', 'people', 'articles', 'aliases', 'stories'];

/** Scans the whole library if a scan is scheduled. Resumes an interrupted scan. */
async function scanLibrary(engine: Engine): Promise<void> {
  const { db } = engine;
  const progress = await readState(db, 'walk');
  if (progress === null) return;
  for (
    let tableIndex = progress.table, { last } = progress;
    tableIndex < SCANNED_TABLES.length;
    tableIndex += 1, last = null
  ) {
    const name = SCANNED_TABLES[tableIndex] ?? '';
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
      await writeState(db, 'walk', { ...progress, table: tableIndex, last });
    }
  }
  await db.syncState.delete('walk');
}

/**
 * Schedules a scan of the whole library.
 *
 * @param first how sync was just set up; if not set, that of a scheduled scan is kept
 */
export async function restartScan(db: LibraryDb, first?: 'begin' | 'join'): Promise<void> {
  const setUpKind = first ?? (await readState(db, 'walk'))?.first;
  await writeState(db, 'walk', { table: 0, last: null, ...(setUpKind && { first: setUpKind }) });
}

/** Records all local changes since the last call. @throws the database's errors; the next call continues */
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
