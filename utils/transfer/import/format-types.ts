/** What an import format is: how a file of it is recognised, and how its records are read. */
import type { RecordStream } from './import-types.ts';
import type { HtmlToken } from './parsing/html-tokens.ts';

/**
 * The beginning of a file, parsed as what it is. A format is told by its shape: columns, keys, tags, how lines begin;
 * never by the name of the file, which users change.
 */
export type FileHead =
  /** Begins as JSON does. `value` is what the beginning says: cut off where it was cut off. */
  | { kind: 'json'; value: unknown }
  /** Begins as HTML or XML does. `tokens` are its tags and texts, `text` the same as it stands. */
  | { kind: 'markup'; text: string; tokens: readonly HtmlToken[] }
  /** Any other text. As a table: `columns` of the first row, folded by `foldColumn`, and the next `rows` as they stand. */
  | {
      kind: 'text';
      text: string;
      lines: readonly string[];
      columns: readonly string[];
      rows: readonly (readonly string[])[];
    }
  /** No text, such as a binary property list. `bytes` are the first. */
  | { kind: 'binary'; bytes: Uint8Array };

/** A format whose files stand for themselves, alone or in an archive. */
export interface FileFormat<Name extends string = string> {
  /** The name has a sentence `importFormat_<name>` in `locales`. */
  name: Name;
  /** Whether a file is of it. Formats are asked in the order of `formats.ts`; the first that fits is taken. */
  fits: (head: FileHead) => boolean;
  /** It speaks of articles that other files bring: of several files it is read last. */
  comesLast?: true;
  /** The records of a file in order, the same ones each time. */
  read: (file: Blob) => RecordStream;
}

/** A file of an archive. */
export interface ArchiveFile {
  /** Its path in the archive. */
  name: string;
  /**
   * Unpacks it.
   *
   * @throws TransferError `damaged` or `bomb`
   */
  open: () => Promise<Blob>;
  /** Its parsed beginning; null where it can't be unpacked. */
  head: () => Promise<FileHead | null>;
}

/** A format whose files belong together: an archive is read as a whole. */
export interface ArchiveFormat<Name extends string = string> {
  name: Name;
  /** Whether an archive is of it. Names first: an archive may have many thousand files. */
  fitsArchive: (files: readonly ArchiveFile[]) => Promise<boolean> | boolean;
  /** The files that belong to it; the others of the archive are read by themselves. */
  partsOf: (files: readonly ArchiveFile[]) => Promise<readonly ArchiveFile[]> | readonly ArchiveFile[];
  /** The records of its files in order, the same ones each time. */
  readArchive: (files: readonly ArchiveFile[]) => RecordStream;
}
