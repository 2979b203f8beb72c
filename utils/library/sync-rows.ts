/** Rows of sync: what is known of each thing that travels, and what this device remembers. Empty where no place is set up. */
import type { Field, Json } from '../sync/merge/field.ts';
import type { Stamp } from '../sync/merge/stamp.ts';

/** What sync knows of an article, a list, a tag …, with the stamps of its fields. */
export interface SyncRecordRow {
  /** The same on every device, and says nothing by itself. */
  key: string;
  /** See `KINDS` in `sync/format/segment-file.ts`. */
  kind: string;
  /** Kind and key of the row it is of in this library; `''` while there is none. */
  local: string;
  fields: Record<string, Field>;
  /** When it was deleted, or null. */
  gone: Stamp | null;
  /** Fields that the place does not have yet; `''` stands for `gone`. */
  fresh: string[];
  /** By field, what is here in the place of a value that this version can't hold; see `shown-values.ts`. */
  shown?: Readonly<Record<string, Json>>;
  /** Something is in `fresh`. */
  dirty?: 1;
  /** Fields of pictures that the place does not have any more, and gets where pictures may travel. */
  held?: string[];
  /** Its text at the place could not be read yet: what is here is no change of it. */
  lacksText?: 1;
  /** Since when, as far as is known; milliseconds since 1970. */
  lackedAt?: number;
  /** It has a text or pictures at the place that are not here. */
  wants?: 1;
  /** The server could not give something of that: since when, and when it was asked last; ms since 1970. */
  ungiven?: { since: number; triedAt: number; isUngiven: true };
}

/** What this device remembers of its place, by name; see `sync/engine/sync-state.ts`. */
export interface SyncStateRow {
  key: string;
  value: unknown;
}

/** A file at the place that nothing refers to any more: it goes when every device knows. */
export interface SyncGarbageRow {
  /** Without folder and ending. */
  name: string;
  /** The number of this device's segment that says so. */
  number: number;
}
