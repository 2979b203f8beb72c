/** Reading and writing whole databases as JSON: the stored examples of the schema's versions. */
import type Dexie from 'dexie';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A database as a file: tables in order of their names, rows in order of their keys. */
export interface Dump {
  version: number;
  tables: Record<string, Json[]>;
}

async function encode(value: unknown): Promise<Json> {
  if (value instanceof Blob) {
    return { $blob: value.type, bytes: [...new Uint8Array(await value.arrayBuffer())] };
  }
  if (value instanceof Uint8Array) return { $u8: [...value] };
  if (value instanceof Uint32Array) return { $u32: [...value] };
  if (Array.isArray(value)) return Promise.all(value.map(encode));
  if (typeof value !== 'object' || value === null) return value as Json;
  const entries = Object.entries(value).map(async ([key, part]) => [key, await encode(part)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function decode(value: Json): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value.$u8)) return Uint8Array.from(value.$u8 as number[]);
  if (Array.isArray(value.$u32)) return Uint32Array.from(value.$u32 as number[]);
  if (typeof value.$blob === 'string') {
    return new Blob([Uint8Array.from(value.bytes as number[])], { type: value.$blob });
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decode(part)]));
}

export async function dump(db: Dexie): Promise<Dump> {
  const tables: Dump['tables'] = {};
  for (const table of [...db.tables].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    tables[table.name] = (await encode(await table.toArray())) as Json[];
  }
  return { version: db.verno, tables };
}

/** Writes an example into a database that has its tables. */
export async function load(db: Dexie, { tables }: Dump): Promise<void> {
  for (const [name, rows] of Object.entries(tables)) await db.table(name).bulkAdd(rows.map(decode));
}
