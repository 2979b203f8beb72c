/**
 * Evernote's ENEX: `<en-export>` with notes, whose content is ENML, and their attachments in base64
 * (evernote-export4.dtd).
 */
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
  /** The XML without the attachments. */
  xml: string;
  resources: string[];
  /** Whether the note or some attachments were too long and dropped. */
  isIncomplete: boolean;
}

const END_TAG = /<\/(note|resource)>/g;
const END_TAG_LENGTH = '</resource>'.length;

/**
 * Splits a file into notes and attachments without reading it as a whole, since it may be larger than memory. Text
 * can't contain the end tags, because ENML escapes them.
 */
async function* readNotes(file: Blob): AsyncGenerator<Note, void, undefined> {
  let note: Note = { xml: '', resources: [], isIncomplete: false };
  let [pending, remainingLength, isSkipping] = ['', MAX_INLINED_LENGTH, false];
  const add = (part: string): void => {
    const from = part.indexOf('<resource>');
    const resource = from === -1 ? '' : part.slice(from);
    note.xml += part.slice(0, part.length - resource.length);
    remainingLength -= resource.length;
    if (remainingLength < 0) note.isIncomplete = true;
    else if (resource !== '') note.resources.push(resource);
  };
  for await (const chunk of readTextChunks(file)) {
    END_TAG.lastIndex = Math.max(0, pending.length - END_TAG_LENGTH);
    pending += chunk;
    for (let found = END_TAG.exec(pending); found !== null; found = END_TAG.exec(pending)) {
      if (!isSkipping) add(pending.slice(0, END_TAG.lastIndex));
      isSkipping = false;
      pending = pending.slice(END_TAG.lastIndex);
      END_TAG.lastIndex = 0;
      if (found[1] !== 'note') continue;
      yield note;
      note = { xml: '', resources: [], isIncomplete: false };
      remainingLength = MAX_INLINED_LENGTH;
    }
    if (pending.length <= MAX_PART_LENGTH) continue;
    const from = pending.indexOf('<resource>');
    if (!isSkipping && from !== -1) note.xml += pending.slice(0, from);
    note.isIncomplete = true;
    isSkipping = true;
    pending = pending.slice(-END_TAG_LENGTH);
  }
}

const findChild = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => child instanceof XmlElement && child.name === name);
const childText = (element: XmlElement | undefined, name: string): string =>
  (element === undefined ? undefined : findChild(element, name)?.text.trim()) ?? '';

/** Parses XML; returns null if it is invalid or nested too deeply. */
function parseXmlOrNull(xml: string): XmlElement | null {
  try {
    return readXml(xml);
  } catch {
    // Invalid, or a RangeError if it is nested too deeply for the parser.
    return null;
  }
}

const IMAGE_TYPE = /^image\/(?:png|jpe?g|gif|webp|avif)$/;

/** Decodes the images of a note, keyed by their MD5 hash, by which ENML refers to them. */
function imagesByHash(resources: readonly string[]): Map<string, string> {
  const images = new Map<string, string>();
  for (const resource of resources) {
    const root = parseXmlOrNull(resource);
    const type = childText(root ?? undefined, 'mime').toLowerCase();
    if (root === null || !IMAGE_TYPE.test(type)) continue;
    const base64 = childText(root, 'data').replace(/\s+/g, '');
    if (!/^[a-z0-9+/]+={0,2}$/i.test(base64) || base64.length % 4 !== 0) continue;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    images.set(bytesToHex(md5(bytes)), `data:${type};base64,${base64}`);
  }
  return images;
}

/** Converts ENML, which is XHTML with some additional elements, to HTML. Returns null if there is no text. */
function enmlToHtml(enml: string, images: ReadonlyMap<string, string>): string | null {
  const [from, to] = [/<en-note\b[^<>]*>/.exec(enml), enml.lastIndexOf('</en-note>')];
  if (from === null || to < from.index) return null;
  let remainingLength = MAX_INLINED_LENGTH;
  const html = enml
    .slice(from.index + from[0].length, to)
    .replace(/<en-media\b[^<>]*>/g, (tag) => {
      const image = images.get(/\shash="([\da-f]{32})"/i.exec(tag)?.[1]?.toLowerCase() ?? '');
      remainingLength -= image?.length ?? 0;
      return image === undefined || remainingLength < 0 ? '' : `<img src="${image}">`;
    })
    .replace(/<en-todo\b[^<>]*>/g, (tag) => (tag.includes('checked="true"') ? '☑ ' : '☐ '))
    .replace(/<en-crypt\b[^<>]*>[^<>]*/g, '')
    // In HTML, only void elements can be self-closing.
    .replace(/<(?!(?:br|hr|img|wbr|col)\b)([a-z][\w-]*)\b([^<>]*)\/>/gi, '<$1$2></$1>');
  return html.trim() === '' ? null : html;
}

/** `20240131T174209Z` */
const parseEnexTime = (text: string): number | null =>
  parseTime(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

function* toRecords(
  { xml, resources, isIncomplete }: Note,
  at: string,
): Generator<ImportRecord, void, undefined> {
  const start = xml.indexOf('<note');
  const note = start === -1 ? null : parseXmlOrNull(xml.slice(start));
  if (note === null) {
    const title = htmlToText(/<title>([^<]{0,1000})/.exec(xml)?.[1] ?? '');
    return yield { at, why: isIncomplete ? 'tooBig' : 'unreadable', url: '', title };
  }
  const enml = findChild(note, 'content')?.text ?? '';
  const clippedUrl = /--en-clipped-source-url:\s*([^\s;"]+)/.exec(
    decodeHTMLAttribute(enml.slice(0, 20_000)),
  )?.[1];
  const record = makeRecord(at, childText(findChild(note, 'note-attributes'), 'source-url') || clippedUrl, {
    title: childText(note, 'title'),
    savedAt: parseEnexTime(childText(note, 'created')),
    tags: note.children.flatMap((child) =>
      child instanceof XmlElement && child.name === 'tag' ? [child.text] : [],
    ),
    html: enmlToHtml(enml, enml.includes('<en-media') ? imagesByHash(resources) : new Map()),
  });
  yield record;
  if (isIncomplete && 'item' in record)
    yield { at, why: 'pictures', url: record.item.url, title: record.item.title };
}

async function* readEnex(file: Blob): RecordStream {
  let count = 0;
  for await (const note of readNotes(file)) yield* toRecords(note, String(++count));
}

/** Notes of web pages; notes without an address are reported. */
export const EVERNOTE: FileFormat<'evernote'> = {
  name: 'evernote',
  matches: (head) => head.kind === 'markup' && /<en-export[\s>]/.test(head.text.slice(0, 4096)),
  read: readEnex,
};
