/** Interfaces of import formats: detection and reading. */
import type { RecordStream } from './import-types.ts';
import type { HtmlToken } from './parsing/html-tokens.ts';

/**
 * The parsed beginning of a file. Formats are detected by structure (columns, keys, tags, starts of lines), never by
 * the file name, which users can change.
 */
export type FileHead =
  /** JSON; `value` is truncated if the file is longer than the head. */
  | { kind: 'json'; value: unknown }
  /** HTML or XML; `tokens` are the tags and texts of `text`. */
  | { kind: 'markup'; text: string; tokens: readonly HtmlToken[] }
  /**
   * Any other text, also parsed as a table: `header` is the first row, and `columns` are its cells as normalised by
   * `normaliseName`.
   */
  | {
      kind: 'text';
      text: string;
      lines: readonly string[];
      header: readonly string[];
      columns: readonly string[];
      rows: readonly (readonly string[])[];
    }
  /** Not text, such as a binary property list; `bytes` are the first 4096 bytes. */
  | { kind: 'binary'; bytes: Uint8Array };

/** A format of single files, which may also occur in archives. */
export interface FileFormat<Name extends string = string> {
  /** The format has a label `importFormat_<name>` in `locales`. */
  name: Name;
  /** Whether a file has this format. The first match in the order of `formats.ts` is used. */
  matches: (head: FileHead) => boolean;
  /** Files of this format are read after all others, because they refer to articles in them. */
  isReadLast?: true;
  /**
   * Reads the records of a file, always in the same order.
   *
   * @param siblings finds other files, if the file is in an archive
   */
  read: (file: Blob, siblings?: SiblingFiles) => RecordStream;
}

/** Finds the file at a path relative to another file of an archive; undefined if there is none. */
export type SiblingFiles = (path: string) => ArchiveFile | undefined;

/** A file of an archive. */
export interface ArchiveFile {
  /** The path in the archive. */
  name: string;
  /**
   * Unpacks the file.
   *
   * @throws TransferError `damaged` or `bomb`
   */
  open: () => Promise<Blob>;
  /** Parses the beginning of the file; null if it can't be unpacked. */
  head: () => Promise<FileHead | null>;
}

/** A format of archives whose files belong together. */
export interface ArchiveFormat<Name extends string = string> {
  name: Name;
  /**
   * Whether an archive has this format. Implementations check names first, since an archive may contain many thousand
   * files.
   */
  matchesArchive: (files: readonly ArchiveFile[]) => Promise<boolean> | boolean;
  /** Selects the files that belong to this format; all others are read separately. */
  selectFiles: (files: readonly ArchiveFile[]) => Promise<readonly ArchiveFile[]> | readonly ArchiveFile[];
  /** Reads the records of the selected files, always in the same order. */
  readArchive: (files: readonly ArchiveFile[]) => RecordStream;
}
