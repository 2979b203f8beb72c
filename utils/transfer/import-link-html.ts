/**
 * HTML files that are lists of links: Netscape bookmarks (`<DT><H3>` folders, `<DL>`, `<DT><A HREF ADD_DATE TAGS>`,
 * `<DD>`), Pocket's (`<h1>Unread</h1><ul><li><a href time_added tags>`) and Instapaper's. Tags may be unclosed.
 */
import { type HtmlToken, HtmlTokens } from './html-tokens.ts';
import type { ImportItem, ImportRecord, RecordStream } from './import-types.ts';
import { readNames, readTime } from './read-fields.ts';
import { readText } from './read-text.ts';
import { makeRecord, plain } from './web-address.ts';

type Facts = Partial<Omit<ImportItem, 'url'>>;

/** Folders every browser has, by name where nothing else tells; being in one says nothing. */
const ROOT_FOLDERS =
  /^(?:bookmarks(?: bar| toolbar| menu)?|other bookmarks|mobile bookmarks|favou?rites(?: bar)?|imported|unsorted|inbox|unread|reading list)$/i;

/** What browsers mark them with, whatever their names are in its language. */
const ROOT_MARKS = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

/** Folders within one another that are believed; more are tags that were never closed. */
const DEEPEST = 16;

/** Reads tokens into records. */
class LinkReader {
  #heading = '';
  #folders: string[] = [];
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
      this.#folders.push(isRoot ? '' : this.#pendingFolder);
      this.#isRoot = false;
      this.#pendingFolder = '';
    }
    this.#text = '';
  }

  #note = '';

  #endText(isHeadingEnd = false): void {
    const text = plain(this.#text);
    if (this.#collecting === 'link') this.#title = text;
    if (this.#collecting === 'note') this.#note = text;
    if (this.#collecting === 'heading' || isHeadingEnd) {
      this.#heading = text;
      this.#pendingFolder = text;
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
    const names = (this.#folders.length === 0 ? [this.#heading] : this.#folders).filter(
      (name) => name !== '',
    );
    const isArchive = /^(?:read )?archive$/i.test(names.at(-1) ?? '');
    const first = names.findIndex((name) => !ROOT_FOLDERS.test(name));
    const path = isArchive || first === -1 ? [] : names.slice(first).slice(-DEEPEST);
    return {
      title: this.#title,
      savedAt: readTime(link.get('time_added') ?? link.get('add_date') ?? link.get('time')),
      tags: readNames(link.get('tags'), ','),
      archived: isArchive,
      excerpt: this.#note || null,
      lists: path.length === 0 ? [] : [path],
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
