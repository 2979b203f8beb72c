/**
 * HTML files that are lists of links: Netscape bookmarks (`<DT><H3>` folders, `<DL>`, `<DT><A HREF ADD_DATE TAGS>`,
 * `<DD>`), Pocket's (`<h1>Unread</h1><ul><li><a href time_added tags>`) and Instapaper's. Tags may be unclosed.
 */
import { cleanLine } from '../../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../../text/limits.ts';
import { plain } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { type HtmlToken, HtmlTokens } from '../../parsing/html-tokens.ts';
import { readText } from '../../parsing/read-text.ts';
import { type Folder, factsOfLink, folderWithin, NO_FOLDER } from './link-facts.ts';

/** What browsers mark their own folders with, whatever their names are in its language. */
const ROOT_MARKS = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

/** Folders that can be closed again. */
const MOST_OPEN = 10_000;

/** Safari's, whose name is in its language too. */
const READING_LIST = 'com.apple.ReadingList';

/** Elements in a note that begin a line, or end one. */
const LINES = /^(?:br|p|div|blockquote)$/;

/** Reads tokens into records. */
class LinkReader {
  #fileTitle = '';
  #heading = '';
  /** The list that comes is the whole file's: the heading above it is the file's, or there is none. */
  #isWhole = true;
  #folders: Folder[] = [];
  #pendingFolder = '';
  #isRoot = false;
  #collecting: 'file' | 'link' | 'heading' | 'note' | null = null;
  #text = '';
  #link: ReadonlyMap<string, string> | null = null;
  #title = '';
  #count = 0;

  /** The record that is complete with this token, if one is. */
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
      if (this.#folders.length < MOST_OPEN)
        this.#folders.push(folderWithin(outer, isRoot ? '' : this.#pendingFolder));
      this.#isRoot = false;
      this.#pendingFolder = '';
    }
    this.#text = '';
  }

  #note = '';

  #endText(isHeadingEnd = false): void {
    const text = this.#collecting === null && !isHeadingEnd ? '' : plain(this.#text);
    if (this.#collecting === 'file') this.#fileTitle = text;
    if (this.#collecting === 'link') this.#title = text;
    // With its lines: it may be somebody's note.
    if (this.#collecting === 'note') this.#note = this.#text.trim();
    if (this.#collecting === 'heading' || isHeadingEnd) {
      this.#heading = cleanLine(text, LINE_LIMITS.listName);
      this.#pendingFolder = this.#heading;
    }
    this.#collecting = null;
    this.#text = '';
  }

  /** The link that was open, with its note. */
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
    return makeRecord(String(this.#count), link.get('href'), factsOfLink(found));
  }
}

/** The links of a file. */
export async function* readLinkHtml(file: Blob): RecordStream {
  const tokens = new HtmlTokens();
  const reader = new LinkReader();
  for await (const piece of readText(file)) {
    for (const token of tokens.push(piece)) {
      const record = reader.take(token);
      if (record !== null) yield record;
    }
  }
  for (const token of tokens.end()) {
    const record = reader.take(token);
    if (record !== null) yield record;
  }
  const last = reader.finish();
  if (last !== null) yield last;
}

/** Bookmarks as browsers, and many products, write them: they say so, or have the lists that nothing else has. */
export const BOOKMARKS_HTML: FileFormat<'bookmarks'> = {
  name: 'bookmarks',
  fits: (head) =>
    head.kind === 'markup' &&
    (/<!doctype netscape-bookmark-file/i.test(head.text.slice(0, 4096)) ||
      (head.tokens.some((token) => token.kind === 'open' && token.tag === 'dl') &&
        head.tokens.some(
          (token) => token.kind === 'open' && token.tag === 'a' && token.attributes.has('add_date'),
        ))),
  read: readLinkHtml,
};
