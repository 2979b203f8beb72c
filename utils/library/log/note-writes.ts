/**
 * Notes with every write, in its own transaction, what the second copy has to be told of. Once that is committed, it
 * tells it, and only then lets whoever wrote know that it is done.
 */
import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie';
import type { MetaRow } from '../reader-types.ts';
import { confirmAfter } from './confirm-after.ts';
import { dueRows } from './journal-due.ts';
import { JOURNAL_NEXT_KEY, numberAfter } from './log-facts.ts';
import { JOURNALED, journalKeyOf } from './record-keys.ts';

const DUE = 'journalDue';
const META = 'meta';

/** Unlike all others in this window and elsewhere. */
const window_ = crypto.randomUUID();
let transactions = 0;

/** What a transaction has changed. */
export interface Told {
  /** Its number among the journal's segments: those of later changes are higher. */
  segment: number;
  /** What its keys are due under. */
  token: string;
  keys: Set<string>;
  /** Rows that say so of many of them at once. */
  batches: string[];
}

/** Tells the second copy of what was committed. It never fails: what it can't do stays due. */
export type Tell = (told: Told) => Promise<void>;

type Keys = readonly unknown[];

const isArray = (keys: Keys | PromiseLike<Keys>): keys is Keys => Array.isArray(keys);

/** Primary keys of the rows that a request changes; null where the database makes them as it writes. */
function keysOf(table: DBCoreTable, request: DBCoreMutateRequest): PromiseLike<Keys> | Keys | null {
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

/** A write that the copy is not told of must not be. */
function mustNotFail({ failures }: DBCoreMutateResponse): void {
  if (failures[0] !== undefined) throw failures[0];
}

/**
 * Draws the next number among the journal's segments, in the transaction that it is for. No `await` here and below:
 * Dexie follows a transaction through its own promises.
 */
function drawSegment(core: DBCore, trans: DBCoreTransaction, told: Told): PromiseLike<void> {
  const meta = core.table(META);
  return meta.get({ trans, key: JOURNAL_NEXT_KEY }).then((last: MetaRow | undefined) => {
    told.segment = numberAfter(last?.value);
    const values = [{ key: JOURNAL_NEXT_KEY, value: told.segment }];
    return meta.mutate({ type: 'put', trans, values }).then(mustNotFail);
  });
}

function noteWrites(core: DBCore, tell: Tell | null): DBCore {
  // A step of a migration from before the journal: it is filled from the beginning afterwards.
  if (!core.schema.tables.some(({ name }) => name === DUE)) return core;
  const due = core.table(DUE);
  const noted = new WeakMap<DBCoreTransaction, Told>();

  const note = (trans: DBCoreTransaction, table: string, primaryKeys: Keys): PromiseLike<unknown> => {
    let told = noted.get(trans);
    const isFirst = told === undefined;
    if (told === undefined) {
      transactions += 1;
      told = { segment: 0, token: `${window_} ${transactions}`, keys: new Set(), batches: [] };
    }
    const { keys, token, batches } = told;
    const named = primaryKeys.map((primaryKey) => journalKeyOf(table, primaryKey as string));
    const fresh = [...new Set(named)].filter((key) => !keys.has(key));
    if (fresh.length === 0) return Dexie.Promise.resolve();
    noted.set(trans, told);
    for (const key of fresh) keys.add(key);
    const values = dueRows(fresh, token, batches.length);
    batches.push(...values.flatMap((row) => (row.keys === undefined ? [] : [row.key])));
    const marking = due.mutate({ type: 'put', trans, values }).then(mustNotFail);
    return isFirst ? Dexie.Promise.all([drawSegment(core, trans, told), marking]) : marking;
  };

  return {
    ...core,
    transaction: (stores, mode, options) => {
      const isToldOf = mode === 'readwrite' && stores.some((name) => JOURNALED.has(name));
      if (!isToldOf) return core.transaction(stores, mode, options);
      const trans = core.transaction([...new Set([...stores, DUE, META])], mode, options);
      if (tell !== null) {
        confirmAfter(trans as IDBTransaction, () => {
          const told = noted.get(trans);
          return told === undefined ? null : tell(told);
        });
      }
      return trans;
    },
    table: (name) => {
      const table = core.table(name);
      if (!JOURNALED.has(name)) return table;
      return {
        ...table,
        mutate: (request) => {
          const known = keysOf(table, request);
          const writing = table.mutate(request);
          const keys =
            known ?? writing.then(({ results }) => (results ?? []).filter((key) => key !== undefined));
          const noting = isArray(keys)
            ? note(request.trans, name, keys)
            : keys.then((found) => note(request.trans, name, found));
          return Dexie.Promise.all([writing, noting]).then(
            ([answer]) => answer,
          ) as unknown as Promise<DBCoreMutateResponse>;
        },
      };
    },
  };
}

/**
 * For `LibraryDb`.
 *
 * @param tell is told of what was committed, and waited for before it is confirmed; null where nobody is
 */
export function journalMarks(tell: Tell | null): Middleware<DBCore> {
  return { stack: 'dbcore', name: 'journal', create: (core) => noteWrites(core, tell) };
}
