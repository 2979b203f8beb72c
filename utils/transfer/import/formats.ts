/** All import formats; see CONTRIBUTING.md for how one is added. */
import type { ArchiveFormat, FileFormat } from './format-types.ts';
import { ANY_CSV } from './formats/any/any-csv.ts';
import { ANY_JSON } from './formats/any/any-json.ts';
import { OFFPRINT_HTML } from './formats/any/offprint-html.ts';
import { URL_LIST } from './formats/any/url-list.ts';
import { CHROME_JSON, FIREFOX_JSON, SAFARI_PLIST } from './formats/bookmarks/browser-bookmarks.ts';
import { KARAKEEP_CSV, KARAKEEP_JSON } from './formats/bookmarks/karakeep.ts';
import { BOOKMARKS_HTML } from './formats/bookmarks/link-html.ts';
import { LINKWARDEN_JSON } from './formats/bookmarks/linkwarden-json.ts';
import { PINBOARD_JSON, POSTS_XML } from './formats/bookmarks/pinboard.ts';
import { RAINDROP_CSV } from './formats/bookmarks/raindrop-csv.ts';
import { STARRED_JSON } from './formats/feeds/starred-json.ts';
import { GOODLINKS_JSON } from './formats/read-later/goodlinks-json.ts';
import { INSTAPAPER_CSV, INSTAPAPER_HTML } from './formats/read-later/instapaper.ts';
import { MATTER_CSV, MATTER_HIGHLIGHTS, MATTER_ZIP } from './formats/read-later/matter-zip.ts';
import { OMNIVORE_ZIP } from './formats/read-later/omnivore-zip.ts';
import {
  POCKET_ANNOTATIONS,
  POCKET_COLLECTION,
  POCKET_CSV,
  POCKET_HTML,
} from './formats/read-later/pocket.ts';
import { READECK_CSV, READECK_ZIP } from './formats/read-later/readeck.ts';
import { READWISE_HIGHLIGHTS, READWISE_READER } from './formats/read-later/readwise.ts';
import { WALLABAG_CSV, WALLABAG_JSON } from './formats/read-later/wallabag.ts';
import { CSL_JSON } from './formats/references/csl-json.ts';
import { RIS } from './formats/references/ris.ts';

/**
 * Each has a label `importFormat_<format>` in `locales`. `backup` is our own backup, which has no records; `mixed` is an
 * archive with files of several formats.
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
  | 'chrome'
  | 'cslJson'
  | 'firefox'
  | 'goodLinks'
  | 'instapaperHtml'
  | 'karakeepCsv'
  | 'json'
  | 'linkwarden'
  | 'pinboard'
  | 'raindropCsv'
  | 'readeck'
  | 'readeckCsv'
  | 'ris'
  | 'safari'
  | 'starred'
  | 'urlList'
  | 'wallabagCsv'
  | 'offprintHtml'
  | 'mixed'
  | 'backup';

/** Checked in this order: specific formats before general ones. */
export const FILE_FORMATS: readonly FileFormat<ImportFormatName>[] = [
  OFFPRINT_HTML,
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
  KARAKEEP_CSV,
  WALLABAG_CSV,
  READECK_CSV,
  RAINDROP_CSV,
  LINKWARDEN_JSON,
  PINBOARD_JSON,
  POSTS_XML,
  GOODLINKS_JSON,
  STARRED_JSON,
  INSTAPAPER_HTML,
  FIREFOX_JSON,
  CHROME_JSON,
  SAFARI_PLIST,
  CSL_JSON,
  RIS,
  BOOKMARKS_HTML,
  ANY_JSON,
  ANY_CSV,
  URL_LIST,
];

/** Checked before the files of an archive are read separately. */
export const ARCHIVE_FORMATS: readonly ArchiveFormat<ImportFormatName>[] = [
  OMNIVORE_ZIP,
  READECK_ZIP,
  MATTER_ZIP,
];
