/**
 * Records the keys of changed rows in the outbox with every write, in the same transaction. After the commit, the
 * changes are written to the log; only then does the promise of the write resolve.
 */
import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type DBCoreTransaction,
  type PromiseExtended,
} from 'dexie';
import type { OutboxRow } from './log-schema.ts';
import { getRecordKey, LOGGED_TABLES } from './record-keys.ts';

const OUTBOX_TABLE = 'outbox';

/** Maximum time for which a write waits for the log. Changes that are not in the log by then stay in the outbox. */
export const MAX_LOG_WAIT_MS = 3000;

/** Unique id of this window. */
const windowId = crypto.randomUUID();
let transactionCount = 0;

/** The changes of a transaction. */
export interface CommittedChanges {
  /** Ids of the outbox rows of the transaction. */
  ids: number[];
  keys: Set<string>;
}

/** Writes committed changes to the log. Never rejects: changes that can't be written stay in the outbox. */
export type WriteToLog = (changes: CommittedChanges) => Promise<void>;

type Keys = readonly unknown[];

const isArray = (keys: Keys | PromiseLike<Keys>): keys is Keys => Array.isArray(keys);

/** Returns the primary keys of the rows that a request changes; null if the database generates them while writing. */
function changedKeys(table: DBCoreTable, request: DBCoreMutateRequest): PromiseLike<Keys> | Keys | null {
  const { extractKey } = table.schema.primaryKey;
  switch (request.type) {
    case 'add':
    case 'put': {
      const keys = request.keys ?? request.values.map((row) => extractKey?.(row));
      return keys.includes(undefined) ? null : keys;
    }
    case 'delete':
      return request.keys;
    case 'deleteRange':
      return table
        .query({
          trans: request.trans,
          values: false,
          query: { index: table.schema.primaryKey, range: request.range },
        })
        .then(({ result }) => result);
  }
}

/**
 * Wraps the database core so that writes are recorded. Must not use `await`, because Dexie tracks transactions by its
 * own promises.
 */
function recordWrites(
  core: DBCore,
  now: () => number,
  onCommit: (changes: CommittedChanges) => void,
): DBCore {
  const outbox = core.table(OUTBOX_TABLE);
  const recorded = new WeakMap<DBCoreTransaction, { changes: CommittedChanges; name: string }>();

  const addToOutbox = (trans: DBCoreTransaction, table: string, primaryKeys: Keys): PromiseLike<unknown> => {
    const recordedChanges = recorded.get(trans) ?? {
      changes: { ids: [], keys: new Set() },
      name: `${windowId} ${transactionCount++}`,
    };
    recorded.set(trans, recordedChanges);
    const { changes, name } = recordedChanges;
    const recordKeys = primaryKeys.map((primaryKey) => getRecordKey(table, primaryKey as string));
    const newKeys = [...new Set(recordKeys)].filter((key) => !changes.keys.has(key));
    if (newKeys.length === 0) return Dexie.Promise.resolve();
    for (const key of newKeys) changes.keys.add(key);
    const row: Omit<OutboxRow, 'id'> = { transaction: name, keys: newKeys, at: now(), due: ['log', 'sync'] };
    return outbox.mutate({ type: 'add', trans, values: [row] }).then(({ failures, lastResult }) => {
      // A write that can't be recorded must fail.
      if (failures[0] !== undefined) throw failures[0];
      changes.ids.push(lastResult as number);
    });
  };

  return {
    ...core,
    transaction: (stores, mode, options) => {
      if (mode !== 'readwrite' || !stores.some((name) => LOGGED_TABLES.has(name))) {
        return core.transaction(stores, mode, options);
      }
      const trans = core.transaction([...new Set([...stores, OUTBOX_TABLE])], mode, options);
      (trans as IDBTransaction).addEventListener('complete', () => {
        const recordedChanges = recorded.get(trans);
        if (recordedChanges !== undefined && recordedChanges.changes.ids.length > 0)
          onCommit(recordedChanges.changes);
      });
      return trans;
    },
    table: (name) => {
      const table = core.table(name);
      if (!LOGGED_TABLES.has(name)) return table;
      return {
        ...table,
        mutate: (request) => {
          const knownKeys = changedKeys(table, request);
          const writing = table.mutate(request);
          const keys =
            knownKeys ?? writing.then(({ results }) => (results ?? []).filter((key) => key !== undefined));
          const recording = isArray(keys)
            ? addToOutbox(request.trans, name, keys)
            : keys.then((found) => addToOutbox(request.trans, name, found));
          return Dexie.Promise.all([writing, recording]).then(
            ([value]) => value,
          ) as unknown as Promise<DBCoreMutateResponse>;
        },
      };
    },
  };
}

/** Methods that write. */
const TABLE_WRITE_METHODS = ['add', 'put', 'update', 'upsert', 'delete', 'clear'];
const BULK_WRITE_METHODS = ['bulkAdd', 'bulkPut', 'bulkUpdate', 'bulkDelete'];
const COLLECTION_WRITE_METHODS = ['modify', 'delete'];

type AnyMethod = (this: unknown, ...args: unknown[]) => PromiseExtended<unknown>;

/**
 * Wraps methods so that their results are delayed until another promise resolves. Calls inside a transaction are not
 * delayed.
 *
 * @param isRead whether a call with the given first argument only reads, so that its result need not be delayed
 */
function delayResults(
  methods: object,
  names: readonly string[],
  waitForLog: () => Promise<void> | null,
  isRead: (argument: unknown) => boolean = () => false,
): void {
  const wrapped = methods as Record<string, AnyMethod>;
  for (const name of names) {
    const original = wrapped[name];
    if (original === undefined) continue;
    wrapped[name] = function (...args) {
      const result = original.apply(this, args);
      if (Dexie.currentTransaction !== null || isRead(args[0])) return result;
      return result.then(async (value) => {
        await waitForLog();
        return value;
      });
    };
  }
}

async function withTimeout(pending: Iterable<Promise<void>>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MAX_LOG_WAIT_MS);
  });
  await Promise.race([Promise.all(pending), timeout]);
  clearTimeout(timer);
}

/**
 * Makes a database record and log its writes. When a write is confirmed, it is in the log, together with all earlier
 * writes of this window, unless logging failed or took longer than `MAX_LOG_WAIT_MS`.
 *
 * @param writeToLog null to only record changes in the outbox. It must not write to the database before it resolves,
 *   which would cause a deadlock
 * @param now returns the time in milliseconds since 1970
 */
export function logWrites(db: Dexie, writeToLog: WriteToLog | null, now: () => number): void {
  const pendingWrites = new Set<Promise<void>>();
  const onCommit = (changes: CommittedChanges): void => {
    const writing = Dexie.ignoreTransaction(() => writeToLog?.(changes) ?? Promise.resolve());
    pendingWrites.add(writing);
    writing.finally(() => pendingWrites.delete(writing));
  };
  db.use({ stack: 'dbcore', name: 'change-log', create: (core) => recordWrites(core, now, onCommit) });
  if (writeToLog === null) return;
  const waitForLog = (): Promise<void> | null =>
    pendingWrites.size === 0 ? null : withTimeout(pendingWrites);
  delayResults(db, ['transaction'], waitForLog, (mode) => mode === 'r');
  delayResults(db.Table.prototype, [...TABLE_WRITE_METHODS, ...BULK_WRITE_METHODS], waitForLog);
  delayResults(db.Collection.prototype, COLLECTION_WRITE_METHODS, waitForLog);
}
