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

function folderWithin({ name: outer, path }: Folder, name: string): Folder {
  if (name === '') return { name: outer, path };
  const saysNothing = path.length === 0 && ROOT_FOLDERS.test(name);
  return { name, path: saysNothing ? [] : [...path, name].slice(-MAX_FOLDER_DEPTH) };
}

/** A link as it is in the file. */
interface FoundLink {
  attributes: ReadonlyMap<string, string>;
  title: string;
  /** The text below it. */
  note: string;
  folder: Folder;
  /** The title of the file, which identifies the product. */
  fileTitle: string;
}

/** Folders that stand for a state, as pairs of file title and folder name. */
const ARCHIVES: readonly (readonly [RegExp, RegExp])[] = [
  [/^/, /^(?:read )?archive$/i],
  [/^readeck\b/i, /^archived$/i],
];
const FAVOURITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^readeck\b/i, /^favorite$/i],
  [/^instapaper\b/i, /^starred$/i],
];
const PLAIN_FOLDERS: readonly (readonly [RegExp, RegExp])[] = [[/^readeck\b/i, /^uncategorized$/i]];

function isOneOf(states: typeof ARCHIVES, { fileTitle, folder }: FoundLink): boolean {
  return states.some(([file, name]) => file.test(fileTitle) && name.test(folder.name));
}

/** linkding's current and former tag for archived bookmarks. */
const ARCHIVED_TAG = /^\s*linkding:(?:bookmarks\.)?archived\s*$/;
const NOTES_START = '[linkding-notes]';
const NOTES_END = '[/linkding-notes]';

/** Attributes that mark a favourite; our own export uses the first. */
const FAVOURITE_MARKS = ['data-important', 'favorite', 'favourite', 'starred'];

/** Separates the page's description from the user's note. Most products don't; a very long text counts as a note. */
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
function fieldsOfLink(link: FoundLink): Partial<Omit<ImportItem, 'url'>> {
  const { attributes, folder, fileTitle } = link;
  const tags = parseNames(attributes.get('tags'), ',');
  const isArchive = isOneOf(ARCHIVES, link);
  const isFavourite = isOneOf(FAVOURITES, link);
  const isState = isArchive || isFavourite || isOneOf(PLAIN_FOLDERS, link);
  return {
    title: link.title,
    savedAt: parseTime(attributes.get('time_added') ?? attributes.get('add_date') ?? attributes.get('time')),
    tags: tags.filter((tag) => !ARCHIVED_TAG.test(tag)),
    // In Pinboard, posts not marked "to read" count as archived; linkding has an archive.
    archived:
      isArchive ||
      tags.some((tag) => ARCHIVED_TAG.test(tag)) ||
      (/^pinboard\b/i.test(fileTitle) && attributes.get('toread') === '0'),
    favourite: isFavourite || FAVOURITE_MARKS.some((mark) => parseBoolean(attributes.get(mark))),
    imageUrl: attributes.get('data-cover') ?? null,
    lists: isState || folder.path.length === 0 ? [] : [folder.path],
    ...readNote(link),
  };
}

/**
 * HTML files that are lists of links: Netscape bookmarks (`<DT><H3>` folders, `<DL>`, `<DT><A HREF ADD_DATE TAGS>`,
 * `<DD>`), Pocket's (`<h1>Unread</h1><ul><li><a href time_added tags>`) and Instapaper's. Tags may be unclosed.
 */

/** Attributes of browsers' root folders, whose names depend on the language. */
const ROOT_MARKS = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

/** Maximum folder nesting while parsing. */
const MAX_OPEN_FOLDERS = 10_000;

/** The id of Safari's reading list, whose name depends on the language. */
const READING_LIST = 'com.apple.ReadingList';

/** Elements in a note that cause a line break. */
const LINES = /^(?:br|p|div|blockquote)$/;

/** Reads tokens into records. */
class LinkReader {
  #fileTitle = '';
  #heading = '';
  /**
   * True if the next list is that of the whole file, because the heading above it is the file's title or is missing.
   */
  #isWhole = true;
  #folders: Folder[] = [];
  #pendingFolder = '';
  #isRoot = false;
  #collecting: 'file' | 'link' | 'heading' | 'note' | null = null;
  #text = '';
  #link: ReadonlyMap<string, string> | null = null;
  #title = '';
  #count = 0;

  /** Processes a token; returns a record if it is complete now. */
  take(token: HtmlToken): ImportRecord | null {
    if (token.kind === 'text') {
      if (this.#collecting !== null) this.#text += token.text;
      return null;
    }
    const isOpen = token.kind === 'open';
    if (LINES.test(token.tag) && this.#collecting !== null) this.#text += '\n';
    if (isOpen && token.tag === 'dd') {
      this.#endText();
      if (this.#link !== null) this.#collecting = 'note';
      return null;
    }
    if (token.tag === 'title') {
      this.#endText();
      if (isOpen && this.#fileTitle === '') this.#collecting = 'file';
      return null;
    }
    if (token.tag === 'a' && !isOpen) {
      this.#endText();
      return null;
    }
    if (/^(?:a|dt|li|dl|ul|ol|h\d)$/.test(token.tag)) {
      this.#endText(/^h\d$/.test(token.tag) && !isOpen);
      // A closing `</li>` may stand before a note that still belongs to the link; opening tags end it.
      const record = isOpen || token.tag !== 'li' ? this.finish() : null;
      if (isOpen) this.#open(token.tag, token.attributes);
      else if (/^(?:dl|ul|ol)$/.test(token.tag)) this.#folders.pop();
      return record;
    }
    return null;
  }

  #open(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (tag === 'a' && attributes.has('href')) {
      this.#link = attributes;
      this.#title = '';
      this.#collecting = 'link';
    } else if (/^h\d$/.test(tag)) {
      this.#collecting = 'heading';
      this.#isWhole = tag === 'h1';
      this.#isRoot = ROOT_MARKS.some((mark) => attributes.has(mark)) || attributes.get('id') === READING_LIST;
    } else if (/^(?:dl|ul|ol)$/.test(tag)) {
      const isRoot = this.#isRoot || (tag === 'dl' && this.#folders.length === 0 && this.#isWhole);
      const outer = this.#folders.at(-1) ?? NO_FOLDER;
      if (this.#folders.length < MAX_OPEN_FOLDERS)
        this.#folders.push(folderWithin(outer, isRoot ? '' : this.#pendingFolder));
      this.#isRoot = false;
      this.#pendingFolder = '';
    }
    this.#text = '';
  }

  #note = '';

  #endText(isHeadingEnd = false): void {
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
    const link = this.#link;
    if (link === null) return null;
    this.#endText();
    this.#link = null;
    this.#count += 1;
    const folder = this.#folders.at(-1) ?? folderWithin(NO_FOLDER, this.#heading);
    const found = {
      attributes: link,
      title: this.#title,
      note: this.#note,
      folder,
      fileTitle: this.#fileTitle,
    };
    this.#note = '';
    return makeRecord(String(this.#count), link.get('href'), fieldsOfLink(found));
  }
}

/** The links of a file. */
async function* readLinkHtml(file: Blob): RecordStream {
  const reader = new LinkReader();
  for await (const token of readTokens(file)) {
    const record = reader.take(token);
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
