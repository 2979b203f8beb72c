import { toPlainTextOrNull } from '../../web-address.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { htmlToText, stripTitleMarkup } from '../parsing/html-text.ts';
import { formatIsoDate, makeArticleNote, parseTime } from '../parsing/read-fields.ts';
import { readLines } from '../parsing/read-text.ts';

/** `TY  - NEWS`. Some programs write one space before the hyphen. */
const FIELD = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/;

/** Values of an entry by tag, in order. */
type Entry = Map<string, string[]>;

/** Maximum number of fields of one entry, and of lines of one field. */
const MAX_FIELDS = 20_000;
const MAX_FIELD_LENGTH = 1_000_000;

function readFirst(entry: Entry, ...tags: string[]): string {
  for (const tag of tags) {
    const value = entry.get(tag)?.find((text) => text.trim() !== '');
    if (value !== undefined) return value.trim();
  }
  return '';
}

function readAll(entry: Entry, ...tags: string[]): string[] {
  return tags.flatMap((tag) => entry.get(tag) ?? []).map((value) => value.trim());
}

/** `2024/01/31/` and `2024/01/31/note`: unknown parts are empty. */
function parseRisDate(field: string): string | null {
  return formatIsoDate(field.split('/')) ?? toPlainTextOrNull(field);
}

/** The day with an optional time. */
function parseRisTime(field: string): number | null {
  const time = /\/\s*(\d\d:\d\d(?::\d\d)?)Z?\s*$/.exec(field)?.[1];
  const day = parseRisDate(field);
  return parseTime(time !== undefined && day?.length === 10 ? `${day} ${time}` : day);
}

/** `Holm, Ina, Jr.` */
function parseRisName(field: string): string {
  const [family = '', given = '', suffix = ''] = field.split(',').map((part) => part.trim());
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}

function toRecord(entry: Entry, at: string): ImportRecord {
  const doi = readFirst(entry, 'DO');
  const address = readFirst(entry, 'UR', 'L2', 'LK', 'L1') || (doi === '' ? null : `https://doi.org/${doi}`);
  return makeRecord(at, address, {
    title: stripTitleMarkup(readFirst(entry, 'TI', 'T1', 'CT', 'BT', 'ST')),
    byline: toPlainTextOrNull(readAll(entry, 'AU', 'A1').map(parseRisName).join(', ')),
    siteName: toPlainTextOrNull(readFirst(entry, 'T2', 'JF', 'JO', 'BT', 'PB')),
    publishedAt: parseRisDate(readFirst(entry, 'DA', 'PY', 'Y1')),
    lang: toPlainTextOrNull(readFirst(entry, 'LA')),
    excerpt: toPlainTextOrNull(htmlToText(readFirst(entry, 'AB', 'N2'))),
    savedAt: parseRisTime(readFirst(entry, 'Y2')),
    tags: readAll(entry, 'KW').flatMap((words) => words.split(/\s*[\n;]\s*/)),
    highlights: makeArticleNote(...readAll(entry, 'N1', 'RN').map(htmlToText)),
  });
}

/** The entries of a file. A line without a tag continues the previous field. */
async function* readEntries(file: Blob): AsyncGenerator<Entry, void, undefined> {
  let entry: Entry | null = null;
  let [tag, fieldCount] = ['', 0];
  for await (const line of readLines(file, MAX_FIELD_LENGTH)) {
    const [, newTag, value = ''] = FIELD.exec(line) ?? [];
    if (newTag === undefined) {
      const values = entry?.get(tag);
      const last = values?.at(-1);
      if (values !== undefined && last !== undefined && last.length < MAX_FIELD_LENGTH)
        values[values.length - 1] = `${last}\n${line}`;
      continue;
    }
    if (newTag === 'TY' || newTag === 'ER') {
      if (entry !== null) yield entry;
      entry = newTag === 'TY' ? new Map() : null;
      fieldCount = 0;
    }
    tag = newTag;
    fieldCount += 1;
    if (fieldCount > MAX_FIELDS) continue;
    const values = entry?.get(tag);
    if (values === undefined) entry?.set(tag, [value]);
    else values.push(value);
  }
  if (entry !== null) yield entry;
}

async function* readRis(file: Blob): RecordStream {
  let count = 0;
  for await (const entry of readEntries(file)) yield toRecord(entry, String(++count));
}

/** RIS, as written by Zotero, EndNote and libraries: one tag per line, entries from `TY` to `ER`. */
export const RIS: FileFormat<'ris'> = {
  name: 'ris',
  matches: (head) => {
    const start = head.kind === 'text' ? head.lines.find((line) => line.trim() !== '') : undefined;
    return /^\ufeff?TY {1,2}- ?[A-Z]/.test(start ?? '');
  },
  read: readRis,
};
