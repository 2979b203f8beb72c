/** The stored examples of the schema's versions, and disks on which an earlier release left one. */
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { SCHEMA_VERSIONS } from '../../../../utils/library/schema/schema-versions.ts';
import { type Dump, load } from './dump.ts';

export function example(version: number): Dump {
  return JSON.parse(readFileSync(new URL(`./v${version}.json`, import.meta.url), 'utf8')) as Dump;
}

/** An example as it is read: since version 5 some texts lie as UTF-8. */
export function exampleAsRead(version: number): Dump {
  const { tables } = example(version);
  const read = (text: unknown): string =>
    typeof text === 'string'
      ? text
      : new TextDecoder().decode(Uint8Array.from((text as { $u8: number[] }).$u8));
  const contents = (tables.contents as { html: unknown; text: unknown }[]).map((row) => ({
    ...row,
    html: read(row.html),
    text: read(row.text),
  }));
  return { version, tables: { ...tables, contents } };
}

/**
 * A disk on which an earlier release left its library; each call of what it gives opens a window on it.
 *
 * @param use what its user had done with it besides
 * @param factory the disk
 */
export async function diskOf(
  version: number,
  use?: (former: Dexie) => Promise<void>,
  factory = { indexedDB: new IDBFactory(), IDBKeyRange },
): Promise<() => LibraryDb> {
  const former = new Dexie('offprint', factory);
  for (const step of SCHEMA_VERSIONS)
    if (step.version <= version) former.version(step.version).stores(step.stores);
  await load(former, example(version));
  await use?.(former);
  former.close();
  return () => new LibraryDb('offprint', factory);
}
