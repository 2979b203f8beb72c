/** All import formats; see CONTRIBUTING.md for how one is added. */
import type { ArchiveFormat, FileFormat } from './format-types.ts';
import { ANY_CSV } from './formats/any/any-csv.ts';
import { KARAKEEP_JSON } from './formats/bookmarks/karakeep-json.ts';
import { BOOKMARKS_HTML } from './formats/bookmarks/link-html.ts';
import { INSTAPAPER_CSV } from './formats/read-later/instapaper-csv.ts';
import { MATTER_CSV, MATTER_HIGHLIGHTS, MATTER_ZIP } from './formats/read-later/matter-zip.ts';
import { OMNIVORE_ZIP } from './formats/read-later/omnivore-zip.ts';
import { POCKET_ANNOTATIONS } from './formats/read-later/pocket-annotations.ts';
import { POCKET_COLLECTION } from './formats/read-later/pocket-collection.ts';
import { POCKET_CSV } from './formats/read-later/pocket-csv.ts';
import { POCKET_HTML } from './formats/read-later/pocket-html.ts';
import { READWISE_HIGHLIGHTS } from './formats/read-later/readwise-highlights.ts';
import { READWISE_READER } from './formats/read-later/readwise-reader.ts';
import { WALLABAG_JSON } from './formats/read-later/wallabag-json.ts';

/** Asked in this order: those of one product before those that fit many. */
export const FILE_FORMATS = [
  POCKET_CSV,
  POCKET_HTML,
  POCKET_ANNOTATIONS,
  POCKET_COLLECTION,
  INSTAPAPER_CSV,
  READWISE_READER,
  READWISE_HIGHLIGHTS,
  MATTER_CSV,
  MATTER_HIGHLIGHTS,
  WALLABAG_JSON,
  KARAKEEP_JSON,
  BOOKMARKS_HTML,
  ANY_CSV,
] as const satisfies readonly FileFormat[];

/** Asked before a file of an archive is looked at by itself. */
export const ARCHIVE_FORMATS = [OMNIVORE_ZIP, MATTER_ZIP] as const satisfies readonly ArchiveFormat[];

/**
 * Each has a name `importFormat_<format>` in `locales`. A backup is our own and has no records; `mixed` is an archive
 * of files of several formats.
 */
export type ImportFormatName =
  | (typeof FILE_FORMATS)[number]['name']
  | (typeof ARCHIVE_FORMATS)[number]['name']
  | 'mixed'
  | 'backup';
