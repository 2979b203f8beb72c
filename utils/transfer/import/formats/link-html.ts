import { cleanLine } from '../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../text/limits.ts';
import { toPlainText } from '../../web-address.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportItem, ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { filterOpenTags, type HtmlToken, readTokens } from '../parsing/html-tokens.ts';
import { makeArticleNote, parseBoolean, parseNames, parseTime } from '../parsing/read-fields.ts';

/** Maximum folder nesting; deeper nesting comes from unclosed tags. The innermost folders are kept. */
const MAX_FOLDER_DEPTH = 16;

/** Names of browsers' root folders, which do not become lists. */
const ROOT_FOLDERS =
  /^(?:bookmarks(?: bar| toolbar| menu)?|other bookmarks|mobile bookmarks|favou?rites(?: bar)?|imported|unsorted|inbox|unread|reading list)$/i;

/** The folder of a link. */
interface Folder {
  /** The name of the innermost named folder. */
  name: string;
  /** The path from the outermost folder, without root folders. */
  path: readonly string[];
}

const NO_FOLDER: Folder = { name: '', path: [] };

function makeSubfolder({ name: outer, path }: Folder, name: string): Folder {
  if (name === '') return { name: outer, path };
  const isRootFolder = path.length === 0 && ROOT_FOLDERS.test(name);
  return { name, path: isRootFolder ? [] : [...path, name].slice(-MAX_FOLDER_DEPTH) };
}

/** A link with its context in the file. */
interface FoundLink {
  attributes: ReadonlyMap<string, string>;
  title: string;
  /** The text below it. */
  note: string;
  folder: Folder;
  /** The title of the file, which identifies the product. */
  fileTitle: string;
}

/** Folders that represent a state, as pairs of patterns for file title and folder name. */
const ARCHIVE_FOLDERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^/, /^(?:read )?archive$/i],
  [/^readeck\b/i, /^archived$/i],
];
const FAVOURITE_FOLDERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^readeck\b/i, /^favorite$/i],
  [/^instapaper\b/i, /^starred$/i],
];
const IGNORED_FOLDERS: readonly (readonly [RegExp, RegExp])[] = [[/^readeck\b/i, /^uncategorized$/i]];

function isInFolderOf(folders: typeof ARCHIVE_FOLDERS, { fileTitle, folder }: FoundLink): boolean {
  return folders.some(([file, name]) => file.test(fileTitle) && name.test(folder.name));
}

/** linkding's current and former tag for archived bookmarks. */
const LINKDING_ARCHIVED_TAG = /^\s*linkding:(?:bookmarks\.)?archived\s*$/;
const NOTES_START = '[linkding-notes]';
const NOTES_END = '[/linkding-notes]';

/** Attributes that mark a favourite; our own export uses the first. */
const FAVOURITE_ATTRIBUTES = ['data-important', 'favorite', 'favourite', 'starred'];

/**
 * Separates the page's description from the user's note. Most products don't mark the note; then a text longer than an
 * excerpt counts as one.
 */
function readNote({ note, fileTitle }: FoundLink): Pick<ImportItem, 'excerpt' | 'highlights'> {
  const start = note.indexOf(NOTES_START);
  const end = note.lastIndexOf(NOTES_END);
  if (start !== -1 && end > start)
    return {
      excerpt: toPlainText(note.slice(0, start)) || null,
      highlights: makeArticleNote(note.slice(start + NOTES_START.length, end)),
    };
  const isNote = /^pinboard\b/i.test(fileTitle) || toPlainText(note).length > LINE_LIMITS.excerpt;
  return isNote
    ? { excerpt: null, highlights: makeArticleNote(note) }
    : { excerpt: toPlainText(note) || null, highlights: [] };
}

/** The fields of a link. */
function readLinkFields(link: FoundLink): Partial<Omit<ImportItem, 'url'>> {
  const { attributes, folder, fileTitle } = link;
  const tags = parseNames(attributes.get('tags'), ',');
  const isInArchive = isInFolderOf(ARCHIVE_FOLDERS, link);
  const isInFavourites = isInFolderOf(FAVOURITE_FOLDERS, link);
  const isStateFolder = isInArchive || isInFavourites || isInFolderOf(IGNORED_FOLDERS, link);
  return {
    title: link.title,
    savedAt: parseTime(attributes.get('time_added') ?? attributes.get('add_date') ?? attributes.get('time')),
    tags: tags.filter((tag) => !LINKDING_ARCHIVED_TAG.test(tag)),
    // In Pinboard, posts not marked "to read" count as archived; linkding has an archive.
    archived:
      isInArchive ||
      tags.some((tag) => LINKDING_ARCHIVED_TAG.test(tag)) ||
      (/^pinboard\b/i.test(fileTitle) && attributes.get('toread') === '0'),
    favourite:
      isInFavourites || FAVOURITE_ATTRIBUTES.some((attribute) => parseBoolean(attributes.get(attribute))),
    imageUrl: attributes.get('data-cover') ?? null,
    lists: isStateFolder || folder.path.length === 0 ? [] : [folder.path],
    ...readNote(link),
  };
}

/**
 * HTML files that are lists of links: Netscape bookmarks (`<DT><H3>` folders, `<DL>`, `<DT><A HREF ADD_DATE TAGS>`,
 * `<DD>`), Pocket's (`<h1>Unread</h1><ul><li><a href time_added tags>`) and Instapaper's. Tags may be unclosed.
 */

/** Attributes of browsers' root folders, whose names depend on the language. */
const ROOT_ATTRIBUTES = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

/** Maximum folder nesting while parsing. */
const MAX_OPEN_FOLDERS = 10_000;

/** The id of Safari's reading list, whose name depends on the language. */
const READING_LIST = 'com.apple.ReadingList';

/** Elements that cause a line break in a note. */
const LINE_BREAK_TAGS = /^(?:br|p|div|blockquote)$/;

/** Reads tokens into records. */
class LinkReader {
  #fileTitle = '';
  #heading = '';
  /**
   * Whether the next list contains the whole file, because the heading above it is the file's title or is missing.
   */
  #isOutermostNext = true;
  #folders: Folder[] = [];
  #pendingFolder = '';
  #isRootNext = false;
  #collecting: 'file' | 'link' | 'heading' | 'note' | null = null;
  #text = '';
  #linkAttributes: ReadonlyMap<string, string> | null = null;
  #title = '';
  #linkCount = 0;

  /** Processes a token. Returns a record if the token completes one. */
  push(token: HtmlToken): ImportRecord | null {
    if (token.kind === 'text') {
      if (this.#collecting !== null) this.#text += token.text;
      return null;
    }
    const isOpen = token.kind === 'open';
    if (LINE_BREAK_TAGS.test(token.tag) && this.#collecting !== null) this.#text += '\n';
    if (isOpen && token.tag === 'dd') {
      this.#finishText();
      if (this.#linkAttributes !== null) this.#collecting = 'note';
      return null;
    }
    if (token.tag === 'title') {
      this.#finishText();
      if (isOpen && this.#fileTitle === '') this.#collecting = 'file';
      return null;
    }
    if (token.tag === 'a' && !isOpen) {
      this.#finishText();
      return null;
    }
    if (/^(?:a|dt|li|dl|ul|ol|h\d)$/.test(token.tag)) {
      this.#finishText(/^h\d$/.test(token.tag) && !isOpen);
      // A closing `</li>` may stand before a note that still belongs to the link; opening tags end it.
      const record = isOpen || token.tag !== 'li' ? this.finish() : null;
      if (isOpen) this.#handleOpenTag(token.tag, token.attributes);
      else if (/^(?:dl|ul|ol)$/.test(token.tag)) this.#folders.pop();
      return record;
    }
    return null;
  }

  #handleOpenTag(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (tag === 'a' && attributes.has('href')) {
      this.#linkAttributes = attributes;
      this.#title = '';
      this.#collecting = 'link';
    } else if (/^h\d$/.test(tag)) {
      this.#collecting = 'heading';
      this.#isOutermostNext = tag === 'h1';
      this.#isRootNext =
        ROOT_ATTRIBUTES.some((attribute) => attributes.has(attribute)) ||
        attributes.get('id') === READING_LIST;
    } else if (/^(?:dl|ul|ol)$/.test(tag)) {
      const isRoot =
        this.#isRootNext || (tag === 'dl' && this.#folders.length === 0 && this.#isOutermostNext);
      const outer = this.#folders.at(-1) ?? NO_FOLDER;
      if (this.#folders.length < MAX_OPEN_FOLDERS)
        this.#folders.push(makeSubfolder(outer, isRoot ? '' : this.#pendingFolder));
      this.#isRootNext = false;
      this.#pendingFolder = '';
    }
    this.#text = '';
  }

  #note = '';

  #finishText(isHeadingEnd = false): void {
    const text = this.#collecting === null && !isHeadingEnd ? '' : toPlainText(this.#text);
    if (this.#collecting === 'file') this.#fileTitle = text;
    if (this.#collecting === 'link') this.#title = text;
    // Line breaks are kept, since it may be the user's note.
    if (this.#collecting === 'note') this.#note = this.#text.trim();
    if (this.#collecting === 'heading' || isHeadingEnd) {
      this.#heading = cleanLine(text, LINE_LIMITS.listName);
      this.#pendingFolder = this.#heading;
    }
    this.#collecting = null;
    this.#text = '';
  }

  /** Completes the current link with its note. */
  finish(): ImportRecord | null {
    const link = this.#linkAttributes;
    if (link === null) return null;
    this.#finishText();
    this.#linkAttributes = null;
    this.#linkCount += 1;
    const folder = this.#folders.at(-1) ?? makeSubfolder(NO_FOLDER, this.#heading);
    const foundLink = {
      attributes: link,
      title: this.#title,
      note: this.#note,
      folder,
      fileTitle: this.#fileTitle,
    };
    this.#note = '';
    return makeRecord(String(this.#linkCount), link.get('href'), readLinkFields(foundLink));
  }
}

/** The links of a file. */
async function* readLinkHtml(file: Blob): RecordStream {
  const reader = new LinkReader();
  for await (const token of readTokens(file)) {
    const record = reader.push(token);
    if (record !== null) yield record;
  }
  const last = reader.finish();
  if (last !== null) yield last;
}

const hasLinkWith = (attribute: string, tokens: readonly HtmlToken[]): boolean =>
  filterOpenTags(tokens).some(({ tag, attributes }) => tag === 'a' && attributes.has(attribute));

/** Netscape bookmark files, as browsers and many products write them; recognised by doctype or by typical lists. */
export const BOOKMARKS_HTML: FileFormat<'bookmarks'> = {
  name: 'bookmarks',
  matches: (head) =>
    head.kind === 'markup' &&
    (/<!doctype netscape-bookmark-file/i.test(head.text.slice(0, 4096)) ||
      (filterOpenTags(head.tokens).some(({ tag }) => tag === 'dl') && hasLinkWith('add_date', head.tokens))),
  read: readLinkHtml,
};

/** Pocket's HTML: `<h1>Unread</h1><ul><li><a href time_added tags>`. */
export const POCKET_HTML: FileFormat<'pocketHtml'> = {
  name: 'pocketHtml',
  matches: (head) => head.kind === 'markup' && hasLinkWith('time_added', head.tokens),
  read: readLinkHtml,
};

/** Instapaper's HTML: `<title>Instapaper: Export</title>`, and for each folder `<h1>Unread</h1><ol><li><a href>`. */
export const INSTAPAPER_HTML: FileFormat<'instapaperHtml'> = {
  name: 'instapaperHtml',
  matches: (head) => head.kind === 'markup' && /<title>\s*instapaper\b/i.test(head.text.slice(0, 4096)),
  read: readLinkHtml,
};
