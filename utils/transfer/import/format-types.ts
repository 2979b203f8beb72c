/** Interfaces of import formats: detection and reading. */
import type { RecordStream } from './import-types.ts';
import type { HtmlToken } from './parsing/html-tokens.ts';

/**
 * The parsed beginning of a file. Formats are detected by structure (columns, keys, tags, beginnings of lines), never by
 * the file's name, which users may change.
 */
export type FileHead =
  /** JSON; `value` is incomplete if the file continues. */
  | { kind: 'json'; value: unknown }
  /** HTML or XML; `tokens` are the tags and texts of `text`. */
  | { kind: 'markup'; text: string; tokens: readonly HtmlToken[] }
  /** Any other text, also parsed as a table: `header` is the first row, `columns` the same normalised by `foldColumn`. */
  | {
      kind: 'text';
      text: string;
      lines: readonly string[];
      header: readonly string[];
      columns: readonly string[];
      rows: readonly (readonly string[])[];
    }
  /** Not text, such as a binary property list; `bytes` are the first ones. */
  | { kind: 'binary'; bytes: Uint8Array };

/** A format in which each file is complete by itself, alone or in an archive. */
export interface FileFormat<Name extends string = string> {
  /** The format has a label `importFormat_<name>` in `locales`. */
  name: Name;
  /** True if a file has this format. The first match in the order of `formats.ts` is used. */
  matches: (head: FileHead) => boolean;
  /** Of several files, this one is read last, since it refers to articles in other files. */
  isReadLast?: true;
  /**
   * The records of a file, in the same order each time.
   *
   * @param siblings the other files, if it is in an archive
   */
  read: (file: Blob, siblings?: SiblingFiles) => RecordStream;
}

/** The file at a path relative to another file of an archive; undefined if there is none. */
export type SiblingFiles = (path: string) => ArchiveFile | undefined;

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
  /** Its parsed beginning; null if it can't be unpacked. */
  head: () => Promise<FileHead | null>;
}

/** A format of archives whose files belong together. */
export interface ArchiveFormat<Name extends string = string> {
  name: Name;
  /** True if an archive has this format. Checks names first, since an archive may contain many thousand files. */
  matchesArchive: (files: readonly ArchiveFile[]) => Promise<boolean> | boolean;
  /** The files of this format; the others in the archive are read separately. */
  selectFiles: (files: readonly ArchiveFile[]) => Promise<readonly ArchiveFile[]> | readonly ArchiveFile[];
  /** The records of its files, in the same order each time. */
  readArchive: (files: readonly ArchiveFile[]) => RecordStream;
}
