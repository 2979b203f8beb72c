import { plainOrNull } from '../../web-address.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { textOfHtml, textOfTitle } from '../parsing/html-text.ts';
import { articleNote, isoDate, readTime } from '../parsing/read-fields.ts';
import { readLines } from '../parsing/read-text.ts';

/** `TY  - NEWS`. Some programs write one space before the hyphen. */
const FIELD = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/;

/** Values of an entry by tag, in order. */
type Entry = Map<string, string[]>;

/** Maximum number of fields of one entry, and of lines of one field. */
const MAX_FIELDS = 20_000;
const MAX_FIELD_LENGTH = 1_000_000;

function first(entry: Entry, ...tags: string[]): string {
  for (const tag of tags) {
    const value = entry.get(tag)?.find((text) => text.trim() !== '');
    if (value !== undefined) return value.trim();
  }
  return '';
}

function all(entry: Entry, ...tags: string[]): string[] {
  return tags.flatMap((tag) => entry.get(tag) ?? []).map((value) => value.trim());
}

/** `2024/01/31/` and `2024/01/31/note`: unknown parts are empty. */
function dateOf(field: string): string | null {
  return isoDate(field.split('/')) ?? plainOrNull(field);
}

/** The day with an optional time. */
function momentOf(field: string): number | null {
  const time = /\/\s*(\d\d:\d\d(?::\d\d)?)Z?\s*$/.exec(field)?.[1];
  const day = dateOf(field);
  return readTime(time !== undefined && day?.length === 10 ? `${day} ${time}` : day);
}

/** `Holm, Ina, Jr.` */
function nameOf(field: string): string {
  const [family = '', given = '', suffix = ''] = field.split(',').map((part) => part.trim());
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}

function toRecord(entry: Entry, at: string): ImportRecord {
  const doi = first(entry, 'DO');
  const address = first(entry, 'UR', 'L2', 'LK', 'L1') || (doi === '' ? null : `https://doi.org/${doi}`);
  return makeRecord(at, address, {
    title: textOfTitle(first(entry, 'TI', 'T1', 'CT', 'BT', 'ST')),
    byline: plainOrNull(all(entry, 'AU', 'A1').map(nameOf).join(', ')),
    siteName: plainOrNull(first(entry, 'T2', 'JF', 'JO', 'BT', 'PB')),
    publishedAt: dateOf(first(entry, 'DA', 'PY', 'Y1')),
    lang: plainOrNull(first(entry, 'LA')),
    excerpt: plainOrNull(textOfHtml(first(entry, 'AB', 'N2'))),
    savedAt: momentOf(first(entry, 'Y2')),
    tags: all(entry, 'KW').flatMap((words) => words.split(/\s*[\n;]\s*/)),
    highlights: articleNote(...all(entry, 'N1', 'RN').map(textOfHtml)),
  });
}

/** Collects lines into entries. A line without a tag continues the previous field. */
class EntryReader {
  #entry: Entry | null = null;
  #tag = '';
  #fields = 0;

  /** Returns the entry that this line ends, if any. */
  take(line: string): Entry | null {
    const [, tag, value = ''] = FIELD.exec(line) ?? [];
    if (tag === undefined) {
      const values = this.#entry?.get(this.#tag);
      const last = values?.at(-1);
      if (values !== undefined && last !== undefined && last.length < MAX_FIELD_LENGTH)
        values[values.length - 1] = `${last}\n${line}`;
      return null;
    }
    const done = tag === 'TY' || tag === 'ER' ? this.end() : null;
    if (tag === 'TY') this.#entry = new Map();
    this.#tag = tag;
    this.#fields += 1;
    if (this.#fields <= MAX_FIELDS) {
      const values = this.#entry?.get(tag);
      if (values === undefined) this.#entry?.set(tag, [value]);
      else values.push(value);
    }
    return done;
  }

  end(): Entry | null {
    const done = this.#entry;
    this.#entry = null;
    this.#fields = 0;
    return done;
  }
}

async function* readRis(file: Blob): RecordStream {
  const reader = new EntryReader();
  let count = 0;
  for await (const line of readLines(file, MAX_FIELD_LENGTH)) {
    const entry = reader.take(line);
    if (entry !== null) yield toRecord(entry, String(++count));
  }
  const last = reader.end();
  if (last !== null) yield toRecord(last, String(++count));
}

/** RIS, as written by Zotero, EndNote and libraries: one tag per line, entries from `TY` to `ER`. */
export const RIS: FileFormat<'ris'> = {
  name: 'ris',
  fits: (head) => {
    const start = head.kind === 'text' ? head.lines.find((line) => line.trim() !== '') : undefined;
    return /^\ufeff?TY {1,2}- ?[A-Z]/.test(start ?? '');
  },
  read: readRis,
};
