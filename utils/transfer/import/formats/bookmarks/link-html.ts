/**
 * HTML files that are lists of links: Netscape bookmarks (`<DT><H3>` folders, `<DL>`, `<DT><A HREF ADD_DATE TAGS>`,
 * `<DD>`), Pocket's (`<h1>Unread</h1><ul><li><a href time_added tags>`) and Instapaper's. Tags may be unclosed.
 */
import { cleanLine } from '../../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../../text/limits.ts';
import { plain } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportItem, ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { type HtmlToken, HtmlTokens } from '../../parsing/html-tokens.ts';
import { readNames, readTime } from '../../parsing/read-fields.ts';
import { readText } from '../../parsing/read-text.ts';

type Facts = Partial<Omit<ImportItem, 'url'>>;

/** Folders every browser has, by name where nothing else tells; being in one says nothing. */
const ROOT_FOLDERS =
  /^(?:bookmarks(?: bar| toolbar| menu)?|other bookmarks|mobile bookmarks|favou?rites(?: bar)?|imported|unsorted|inbox|unread|reading list)$/i;

/** What browsers mark them with, whatever their names are in its language. */
const ROOT_MARKS = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

/** Folders within one another that are believed, the innermost; more are tags that were never closed. */
const DEEPEST = 16;

/** Folders that can be closed again. */
const MOST_OPEN = 10_000;

/** Where a link is. */
interface Folder {
  /** The innermost that has a name. */
  name: string;
  /** The way to it, from the outermost that says something. */
  path: readonly string[];
}

const NO_FOLDER: Folder = { name: '', path: [] };

function folderWithin({ name: outer, path }: Folder, name: string): Folder {
  if (name === '') return { name: outer, path };
  const saysNothing = path.length === 0 && ROOT_FOLDERS.test(name);
  return { name, path: saysNothing ? [] : [...path, name].slice(-DEEPEST) };
}

/** Reads tokens into records. */
class LinkReader {
  #heading = '';
  #folders: Folder[] = [];
  #pendingFolder = '';
  #isRoot = false;
  #collecting: 'link' | 'heading' | 'note' | null = null;
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
    if (isOpen && token.tag === 'dd') {
      this.#endText();
      if (this.#link !== null) this.#collecting = 'note';
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
      this.#isRoot = ROOT_MARKS.some((mark) => attributes.has(mark));
    } else if (/^(?:dl|ul|ol)$/.test(tag)) {
      const isRoot = this.#isRoot || (tag === 'dl' && this.#folders.length === 0);
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
    if (this.#collecting === 'link') this.#title = text;
    if (this.#collecting === 'note') this.#note = text;
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
    const record = makeRecord(String(this.#count), link.get('href'), this.#facts(link));
    this.#note = '';
    return record;
  }

  #facts(link: ReadonlyMap<string, string>): Facts {
    const { name, path } = this.#folders.at(-1) ?? folderWithin(NO_FOLDER, this.#heading);
    const isArchive = /^(?:read )?archive$/i.test(name);
    return {
      title: this.#title,
      savedAt: readTime(link.get('time_added') ?? link.get('add_date') ?? link.get('time')),
      tags: readNames(link.get('tags'), ','),
      archived: isArchive,
      excerpt: this.#note || null,
      lists: isArchive || path.length === 0 ? [] : [path],
    };
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
