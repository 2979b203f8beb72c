/** Notes with every write, in its own transaction, what the second copy has to be told of. */
import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie';
import { JOURNALED, journalKeyOf } from './journal-keys.ts';

const DUE = 'journalDue';

/** Unlike all others in this window and elsewhere. */
const window_ = crypto.randomUUID();
let transactions = 0;

/** What a transaction has noted so far. */
interface Noted {
  token: string;
  keys: Set<string>;
}

type Keys = readonly unknown[];

const isArray = (keys: Keys | PromiseLike<Keys>): keys is Keys => Array.isArray(keys);

/** Primary keys of the rows that a request changes. */
function keysOf(table: DBCoreTable, request: DBCoreMutateRequest): Promise<Keys> | Keys {
  const { extractKey } = table.schema.primaryKey;
  switch (request.type) {
    case 'add':
    case 'put':
      return request.keys ?? request.values.map((row) => extractKey?.(row));
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

function noteWrites(core: DBCore): DBCore {
  // A step of a migration from before the journal: it is filled from the beginning afterwards.
  if (!core.schema.tables.some(({ name }) => name === DUE)) return core;
  const due = core.table(DUE);
  const noted = new WeakMap<DBCoreTransaction, Noted>();

  const note = (trans: DBCoreTransaction, table: string, primaryKeys: Keys): PromiseLike<unknown> => {
    let known = noted.get(trans);
    if (known === undefined) {
      transactions += 1;
      known = { token: `${window_} ${transactions}`, keys: new Set() };
      noted.set(trans, known);
    }
    const { keys, token } = known;
    const fresh: string[] = [];
    for (const primaryKey of primaryKeys) {
      const key = journalKeyOf(table, primaryKey as string);
      if (keys.has(key)) continue;
      keys.add(key);
      fresh.push(key);
    }
    if (fresh.length === 0) return Dexie.Promise.resolve();
    return due
      .mutate({ type: 'put', trans, values: fresh.map((key) => ({ key, token })) })
      .then(({ failures }) => {
        // A write that the copy is not told of must not be.
        if (failures[0] !== undefined) throw failures[0];
      });
  };

  return {
    ...core,
    transaction: (stores, mode, options) => {
      const isToldOf =
        mode === 'readwrite' && !stores.includes(DUE) && stores.some((name) => JOURNALED.has(name));
      return core.transaction(isToldOf ? [...stores, DUE] : stores, mode, options);
    },
    table: (name) => {
      const table = core.table(name);
      if (!JOURNALED.has(name)) return table;
      return {
        ...table,
        mutate: (request) => {
          const keys = keysOf(table, request);
          const noting = isArray(keys)
            ? note(request.trans, name, keys)
            : keys.then((found) => note(request.trans, name, found));
          return Dexie.Promise.all([table.mutate(request), noting]).then(
            ([answer]) => answer,
          ) as unknown as Promise<DBCoreMutateResponse>;
        },
      };
    },
  };
}

/** For `LibraryDb`. */
export const JOURNAL_MARKS: Middleware<DBCore> = { stack: 'dbcore', name: 'journal', create: noteWrites };
