/** All import formats; to add one, see CONTRIBUTING.md. */
import type { ArchiveFormat, FileFormat } from './format-types.ts';
import { ANY_CSV, ANY_JSON } from './formats/any-fields.ts';
import { CSV_FORMATS } from './formats/csv-formats.ts';
import { JSON_FORMATS } from './formats/json-formats.ts';
import { BOOKMARKS_HTML, INSTAPAPER_HTML, POCKET_HTML } from './formats/link-html.ts';
import { MARKDOWN } from './formats/markdown.ts';
import { MHTML } from './formats/mhtml.ts';
import { OMNIVORE_ZIP } from './formats/omnivore-zip.ts';
import { SAVED_PAGE } from './formats/saved-page.ts';
import { URL_LIST } from './formats/url-list.ts';

/**
 * Each has a label `importFormat_<format>` in `locales`. `backup` is our own backup, which has no records; `mixed` is
 * an archive with files of several formats.
 */
export type ImportFormatName =
  | 'pocketCsv'
  | 'pocketHtml'
  | 'instapaperCsv'
  | 'omnivore'
  | 'readwiseHighlights'
  | 'readwiseReader'
  | 'bookmarks'
  | 'wallabag'
  | 'karakeep'
  | 'matter'
  | 'csv'
  | 'goodLinks'
  | 'instapaperHtml'
  | 'karakeepCsv'
  | 'json'
  | 'linkwarden'
  | 'pinboard'
  | 'raindropCsv'
  | 'readeckCsv'
  | 'starred'
  | 'urlList'
  | 'wallabagCsv'
  | 'savedPage'
  | 'markdown'
  | 'mixed'
  | 'backup';

/** Checked in this order: specific formats before general ones. */
export const FILE_FORMATS: readonly FileFormat<ImportFormatName>[] = [
  ...CSV_FORMATS,
  ...JSON_FORMATS,
  POCKET_HTML,
  INSTAPAPER_HTML,
  MARKDOWN,
  MHTML,
  BOOKMARKS_HTML,
  SAVED_PAGE,
  ANY_JSON,
  ANY_CSV,
  URL_LIST,
];

/** Checked before the files of an archive are read separately. */
export const ARCHIVE_FORMATS: readonly ArchiveFormat<ImportFormatName>[] = [OMNIVORE_ZIP];
