/** All import formats; see CONTRIBUTING.md for how one is added. */
import type { ArchiveFormat, FileFormat } from './format-types.ts';
import { ANY_CSV } from './formats/any/any-csv.ts';
import { OFFPRINT_HTML } from './formats/any/offprint-html.ts';
import { URL_LIST } from './formats/any/url-list.ts';
import { CHROME_JSON } from './formats/bookmarks/chrome-json.ts';
import { FIREFOX_JSON } from './formats/bookmarks/firefox-json.ts';
import { KARAKEEP_CSV } from './formats/bookmarks/karakeep-csv.ts';
import { KARAKEEP_JSON } from './formats/bookmarks/karakeep-json.ts';
import { BOOKMARKS_HTML } from './formats/bookmarks/link-html.ts';
import { LINKDING_JSON } from './formats/bookmarks/linkding-json.ts';
import { LINKWARDEN_JSON } from './formats/bookmarks/linkwarden-json.ts';
import { PINBOARD_JSON } from './formats/bookmarks/pinboard-json.ts';
import { POSTS_XML } from './formats/bookmarks/posts-xml.ts';
import { RAINDROP_CSV } from './formats/bookmarks/raindrop-csv.ts';
import { SAFARI_PLIST } from './formats/bookmarks/safari-plist.ts';
import { STARRED_JSON } from './formats/feeds/starred-json.ts';
import { GOODLINKS_JSON } from './formats/read-later/goodlinks-json.ts';
import { INSTAPAPER_CSV } from './formats/read-later/instapaper-csv.ts';
import { INSTAPAPER_HTML } from './formats/read-later/instapaper-html.ts';
import { MATTER_CSV, MATTER_HIGHLIGHTS, MATTER_ZIP } from './formats/read-later/matter-zip.ts';
import { OMNIVORE_ZIP } from './formats/read-later/omnivore-zip.ts';
import { POCKET_ANNOTATIONS } from './formats/read-later/pocket-annotations.ts';
import { POCKET_COLLECTION } from './formats/read-later/pocket-collection.ts';
import { POCKET_CSV } from './formats/read-later/pocket-csv.ts';
import { POCKET_HTML } from './formats/read-later/pocket-html.ts';
import { READECK_CSV } from './formats/read-later/readeck-csv.ts';
import { READECK_ZIP } from './formats/read-later/readeck-zip.ts';
import { READWISE_HIGHLIGHTS } from './formats/read-later/readwise-highlights.ts';
import { READWISE_READER } from './formats/read-later/readwise-reader.ts';
import { WALLABAG_CSV } from './formats/read-later/wallabag-csv.ts';
import { WALLABAG_JSON } from './formats/read-later/wallabag-json.ts';
import { CSL_JSON } from './formats/references/csl-json.ts';
import { RIS } from './formats/references/ris.ts';

/**
 * Each has a name `importFormat_<format>` in `locales`. A backup is our own and has no records; `mixed` is an archive
 * of files of several formats.
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
  | 'linkding'
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

/** Asked in this order: those of one product before those that fit many. */
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
  LINKDING_JSON,
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
  ANY_CSV,
  URL_LIST,
];

/** Asked before a file of an archive is looked at by itself. */
export const ARCHIVE_FORMATS: readonly ArchiveFormat<ImportFormatName>[] = [
  OMNIVORE_ZIP,
  READECK_ZIP,
  MATTER_ZIP,
];
