/** Evernote's ENEX: `<en-export>` with notes, whose content is ENML, and their attachments in base64 (evernote-export4.dtd). */
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { XmlElement } from '@rgrove/parse-xml';
import { decodeHTMLAttribute } from 'entities';
import { HTML_LIMIT } from '../../../text/limits.ts';
import { readXml } from '../../../text/read-xml.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { htmlToText } from '../parsing/html-text.ts';
import { MAX_INLINED_LENGTH } from '../parsing/inline-pictures.ts';
import { parseTime } from '../parsing/read-fields.ts';
import { readTextChunks } from '../parsing/read-text.ts';

/** Maximum length of a note without attachments, and of one attachment, in UTF-16 units. */
const MAX_PART_LENGTH = HTML_LIMIT;

interface Note {
  /** Everything but the attachments. */
  xml: string;
  resources: string[];
  /** It is too long, or some of its attachments are. */
  isCut: boolean;
}

const END = /<\/(note|resource)>/g;
const END_LENGTH = '</resource>'.length;

/** Splits a file into notes and attachments, since it may be larger than memory. ENML escapes these tags in texts. */
async function* notesOf(file: Blob): AsyncGenerator<Note, void, undefined> {
  let note: Note = { xml: '', resources: [], isCut: false };
  let [pending, room, isSkipping] = ['', MAX_INLINED_LENGTH, false];
  const add = (part: string): void => {
    const from = part.indexOf('<resource>');
    const resource = from === -1 ? '' : part.slice(from);
    note.xml += part.slice(0, part.length - resource.length);
    room -= resource.length;
    if (room < 0) note.isCut = true;
    else if (resource !== '') note.resources.push(resource);
  };
  for await (const piece of readTextChunks(file)) {
    END.lastIndex = Math.max(0, pending.length - END_LENGTH);
    pending += piece;
    for (let found = END.exec(pending); found !== null; found = END.exec(pending)) {
      if (!isSkipping) add(pending.slice(0, END.lastIndex));
      isSkipping = false;
      pending = pending.slice(END.lastIndex);
      END.lastIndex = 0;
      if (found[1] !== 'note') continue;
      yield note;
      note = { xml: '', resources: [], isCut: false };
      room = MAX_INLINED_LENGTH;
    }
    if (pending.length <= MAX_PART_LENGTH) continue;
    const from = pending.indexOf('<resource>');
    if (!isSkipping && from !== -1) note.xml += pending.slice(0, from);
    note.isCut = true;
    isSkipping = true;
    pending = pending.slice(-END_LENGTH);
  }
}

const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => child instanceof XmlElement && child.name === name);
const textOf = (element: XmlElement | undefined, name: string): string =>
  (element === undefined ? undefined : childOf(element, name)?.text.trim()) ?? '';

/** The root of a piece of XML; null if it is invalid or nested too deeply. */
function rootOf(xml: string): XmlElement | null {
  try {
    return readXml(xml);
  } catch {
    // Invalid, or a RangeError if it is nested too deeply for the parser.
    return null;
  }
}

const IMAGE_TYPE = /^image\/(?:png|jpe?g|gif|webp|avif)$/;

/** The images of a note by the MD5 hash of their bytes, by which ENML refers to them. */
function picturesOf(resources: readonly string[]): Map<string, string> {
  const pictures = new Map<string, string>();
  for (const resource of resources) {
    const root = rootOf(resource);
    const type = textOf(root ?? undefined, 'mime').toLowerCase();
    if (root === null || !IMAGE_TYPE.test(type)) continue;
    const base64 = textOf(root, 'data').replace(/\s+/g, '');
    if (!/^[a-z0-9+/]+={0,2}$/i.test(base64) || base64.length % 4 !== 0) continue;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    pictures.set(bytesToHex(md5(bytes)), `data:${type};base64,${base64}`);
  }
  return pictures;
}

/** Converts ENML, which is XHTML with elements of its own. */
function htmlOfEnml(enml: string, pictures: ReadonlyMap<string, string>): string | null {
  const [from, to] = [/<en-note\b[^<>]*>/.exec(enml), enml.lastIndexOf('</en-note>')];
  if (from === null || to < from.index) return null;
  let room = MAX_INLINED_LENGTH;
  const html = enml
    .slice(from.index + from[0].length, to)
    .replace(/<en-media\b[^<>]*>/g, (tag) => {
      const picture = pictures.get(/\shash="([\da-f]{32})"/i.exec(tag)?.[1]?.toLowerCase() ?? '');
      room -= picture?.length ?? 0;
      return picture === undefined || room < 0 ? '' : `<img src="${picture}">`;
    })
    .replace(/<en-todo\b[^<>]*>/g, (tag) => (tag.includes('checked="true"') ? '☑ ' : '☐ '))
    .replace(/<en-crypt\b[^<>]*>[^<>]*/g, '')
    // HTML closes only void elements by a slash.
    .replace(/<(?!(?:br|hr|img|wbr|col)\b)([a-z][\w-]*)\b([^<>]*)\/>/gi, '<$1$2></$1>');
  return html.trim() === '' ? null : html;
}

/** `20240131T174209Z` */
const timeOf = (text: string): number | null =>
  parseTime(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

function* recordsOf({ xml, resources, isCut }: Note, at: string): Generator<ImportRecord, void, undefined> {
  const start = xml.indexOf('<note');
  const note = start === -1 ? null : rootOf(xml.slice(start));
  if (note === null) {
    const title = htmlToText(/<title>([^<]{0,1000})/.exec(xml)?.[1] ?? '');
    return yield { at, why: isCut ? 'tooBig' : 'unreadable', url: '', title };
  }
  const enml = childOf(note, 'content')?.text ?? '';
  const clipped = /--en-clipped-source-url:\s*([^\s;"]+)/.exec(
    decodeHTMLAttribute(enml.slice(0, 20_000)),
  )?.[1];
  const record = makeRecord(at, textOf(childOf(note, 'note-attributes'), 'source-url') || clipped, {
    title: textOf(note, 'title'),
    savedAt: timeOf(textOf(note, 'created')),
    tags: note.children.flatMap((child) =>
      child instanceof XmlElement && child.name === 'tag' ? [child.text] : [],
    ),
    html: htmlOfEnml(enml, enml.includes('<en-media') ? picturesOf(resources) : new Map()),
  });
  yield record;
  if (isCut && 'item' in record)
    yield { at, why: 'pictures', url: record.item.url, title: record.item.title };
}

async function* readEnex(file: Blob): RecordStream {
  let count = 0;
  for await (const note of notesOf(file)) yield* recordsOf(note, String(++count));
}

/** Notes with the address of a page; others are reported. */
export const EVERNOTE: FileFormat<'evernote'> = {
  name: 'evernote',
  matches: (head) => head.kind === 'markup' && /<en-export[\s>]/.test(head.text.slice(0, 4096)),
  read: readEnex,
};
