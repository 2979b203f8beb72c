/**
 * BibTeX and biblatex, as Offprint, Zotero and others write them. Entries are read as BibTeX does ("BibTeXing", O.
 * Patashnik 1988): strings in braces or quotation marks, joined by `#`, with macros defined by `@string`.
 */
import { toPlainText, toPlainTextOrNull } from '../../web-address.ts';
import type { FileFormat } from '../format-types.ts';
import type { ImportRecord, RecordStream } from '../import-types.ts';
import { makeRecord } from '../make-record.ts';
import { LookAheadBudget } from '../parsing/look-ahead.ts';
import { formatIsoDate, makeArticleNote, parseNames, parseTime } from '../parsing/read-fields.ts';
import { readWholeText } from '../parsing/read-text.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Unprocessed LaTeX values by field name in lower case. */
type EntryFields = ReadonlyMap<string, string>;

interface Entry {
  type: string;
  fields: EntryFields;
  end: number;
}

/** Finds the offset after the string that begins at `from` with a brace or a quotation mark; -1 if it is not closed. */
function findStringEnd(text: string, from: number, limit: number): number {
  const isQuoted = text[from] === '"';
  let depth = 0;
  for (let position = from; position < limit; position += 1) {
    const character = text[position];
    if (character === '\\') position += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth < 0) return -1;
    if (depth === 0 && position > from && (isQuoted ? character === '"' : true)) return position + 1;
  }
  return -1;
}

const BARE_WORD = /[^\s"#%'(),={}]+/y;
const SPACES = /\s*/y;

/** Reads a value: strings and macros joined by `#`. Returns null if it is damaged. */
function readValue(
  text: string,
  from: number,
  limit: number,
  macros: ReadonlyMap<string, string>,
): { value: string; end: number } | null {
  let value = '';
  let position = from;
  for (;;) {
    position = skipSpace(text, position);
    if (text[position] === '{' || text[position] === '"') {
      const end = findStringEnd(text, position, limit);
      if (end === -1) return null;
      value += text.slice(position + 1, end - 1);
      position = end;
    } else {
      BARE_WORD.lastIndex = position;
      const word = BARE_WORD.exec(text)?.[0];
      if (word === undefined) return null;
      value += macros.get(word.toLowerCase()) ?? word;
      position += word.length;
    }
    position = skipSpace(text, position);
    if (text[position] !== '#') return { value, end: position };
    position += 1;
  }
}

function skipSpace(text: string, from: number): number {
  SPACES.lastIndex = from;
  SPACES.exec(text);
  return SPACES.lastIndex;
}

const ENTRY = /@\s*([a-z]+)\s*([{(])/gi;
const CITATION_KEY = /[^\s,{}()=]*\s*,/y;
const FIELD = /[\s,]*([^\s"#%'(),={}]+)\s*=/y;

/** Reads the fields of an entry; null if it is damaged. */
function readEntry(
  text: string,
  type: string,
  from: number,
  limit: number,
  macros: ReadonlyMap<string, string>,
): Entry | null {
  const fields = new Map<string, string>();
  CITATION_KEY.lastIndex = skipSpace(text, from);
  let position = type !== 'string' && CITATION_KEY.exec(text) !== null ? CITATION_KEY.lastIndex : from;
  for (;;) {
    FIELD.lastIndex = position;
    const name = FIELD.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) break;
    const field = readValue(text, FIELD.lastIndex, limit, macros);
    if (field === null) return null;
    if (!fields.has(name)) fields.set(name, field.value);
    position = field.end;
  }
  const end = skipSpace(text, position);
  const isClosed = /^[\s,]*[)}]/.test(text.slice(end, end + 20));
  return isClosed && end < limit ? { type, fields, end } : null;
}

/** Reads the entries of a file; null for each damaged entry. */
function* readEntries(text: string): Generator<Entry | null, void, undefined> {
  const macros = new Map(MONTHS.map((name, i) => [name, String(i + 1)]));
  const lookAhead = new LookAheadBudget();
  ENTRY.lastIndex = 0;
  let position = 0;
  for (;;) {
    ENTRY.lastIndex = position;
    const match = ENTRY.exec(text);
    if (match === null) return;
    const [start, type = ''] = [match.index, (match[1] ?? '').toLowerCase()];
    const from = start + match[0].length;
    position = from;
    const limit = Math.min(text.length, from + Math.max(0, lookAhead.remaining));
    if (type === 'comment' || type === 'preamble') {
      const end = match[2] === '{' ? findStringEnd(text, from - 1, limit) : from;
      if (end === -1) lookAhead.charge(limit - from);
      else position = end;
      continue;
    }
    const entry = readEntry(text, type, from, limit, macros);
    if (entry === null) {
      lookAhead.charge(limit - from);
      yield null;
      continue;
    }
    position = entry.end;
    lookAhead.refill(position - start);
    if (type !== 'string') yield entry;
    else for (const [name, value] of entry.fields) macros.set(name, value);
  }
}

/** Parses a string of alternating keys and values, separated by spaces. */
const parsePairs = (words: string): ReadonlyMap<string, string> =>
  new Map([...words.matchAll(/(\S+) (\S+)/g)].map(([, word = '', value = '']) => [word, value]));

/** Combining characters by LaTeX accent command. */
const ACCENTS = parsePairs(
  '` \u0300 \' \u0301 ^ \u0302 ~ \u0303 = \u0304 u \u0306 . \u0307 " \u0308 r \u030a H \u030b v \u030c d \u0323 c \u0327 k \u0328 b \u0331',
);

/** Characters by LaTeX command. */
const SYMBOLS = parsePairs(
  'textbackslash \\ textbraceleft { textbraceright } textasciitilde ~ textasciicircum ^ textendash – textemdash — ' +
    "textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle ' ldots … dots … " +
    'textellipsis … euro € texteuro € pounds £ S § copyright © guillemotleft « guillemotright » ss ß ae æ AE Æ oe œ ' +
    'OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ',
);

const LATEX_TOKEN =
  /\\([`'^"~=.]) ?(?:\{\\?([a-z])\}|\\?([a-z]))|\\([uvHcdbkr])(?: ?\{\\?([a-z])\}| \\?([a-z]))|\\([a-z]+)(?:\{\}| ?)|\\([\s\S])|---?|``|''|[{}$]|~/gi;

/** Converts LaTeX to plain text: accents and symbols are converted, other commands and braces removed. */
function latexToText(value: string): string {
  const text = value
    .replace(/\s+/g, ' ')
    .replace(LATEX_TOKEN, (all, accent, a, b, letterAccent, c, d, command, mark) => {
      const accentName = accent ?? letterAccent;
      const letter = a ?? b ?? c ?? d;
      if (letter !== undefined) return letter + (ACCENTS.get(accentName) ?? '');
      if (command !== undefined) return SYMBOLS.get(command) ?? '';
      if (mark !== undefined) return mark;
      return { '---': '—', '--': '–', '``': '“', "''": '”', '~': ' ' }[all as string] ?? '';
    });
  return toPlainText(text.normalize('NFC'));
}

const readFirstText = (fields: EntryFields, ...names: string[]): string => {
  for (const name of names) {
    const text = latexToText(fields.get(name) ?? '');
    if (text !== '') return text;
  }
  return '';
};

/** Splits a list of names at the word “and” outside of braces. */
function splitNames(value: string): string[] {
  const line = value.replace(/\s+/g, ' ');
  const names: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: part, index } of line.matchAll(/\\.|[{}]| and(?= )/gi)) {
    if (part === '{') depth += 1;
    else if (part === '}') depth -= 1;
    else if (depth === 0 && part.startsWith(' ')) {
      names.push(line.slice(from, index));
      from = index + part.length;
    }
  }
  return [...names, line.slice(from)];
}

/** Reads a name: “van Holm, Jr., Ina” becomes “Ina van Holm Jr.”; a name in braces is not reordered. */
function readName(value: string): string {
  const name = value.trim();
  if (name === 'others') return '';
  if (name.startsWith('{') && findStringEnd(name, 0, name.length) === name.length) return latexToText(name);
  const [family = '', ...rest] = name.split(',').map(latexToText);
  return [rest.pop() ?? '', family, ...rest].filter((part) => part !== '').join(' ');
}

/** Finds an address in a value. Addresses need no escaping, but some programs escape them anyway. */
const findAddress = (value: string | undefined): string | null =>
  /https?:\/\/[^\s{}]+/i.exec((value ?? '').replace(/\\([%&#_~$])/g, '$1'))?.[0] ?? null;

function readDate(fields: EntryFields): string | null {
  const date = readFirstText(fields, 'date').split('/')[0] ?? '';
  const month = readFirstText(fields, 'month').toLowerCase();
  const monthNumber = MONTHS.indexOf(month.slice(0, 3)) + 1 || month;
  const day = readFirstText(fields, 'day');
  return (
    formatIsoDate(date.slice(0, 10).split('-')) ??
    formatIsoDate([readFirstText(fields, 'year'), monthNumber, day])
  );
}

function toRecord({ fields }: Entry, at: string): ImportRecord {
  const doi = readFirstText(fields, 'doi').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
  const address =
    findAddress(fields.get('url')) ??
    findAddress(fields.get('howpublished')) ??
    (doi === '' ? null : `https://doi.org/${doi}`);
  const authors = splitNames(fields.get('author') ?? '').map(readName);
  return makeRecord(at, address, {
    title: readFirstText(fields, 'title'),
    byline: toPlainTextOrNull(authors.filter((name) => name !== '').join(', ')),
    siteName: toPlainTextOrNull(
      readFirstText(fields, 'journaltitle', 'journal', 'organization', 'publisher', 'institution'),
    ),
    publishedAt: readDate(fields),
    lang: toPlainTextOrNull(readFirstText(fields, 'langid', 'language')),
    excerpt: toPlainTextOrNull(readFirstText(fields, 'abstract')),
    savedAt: parseTime(readFirstText(fields, 'urldate')),
    tags: parseNames(readFirstText(fields, 'keywords')),
    highlights: makeArticleNote(readFirstText(fields, 'note'), readFirstText(fields, 'annotation', 'annote')),
  });
}

async function* readBibtex(file: Blob): RecordStream {
  const text = await readWholeText(file);
  if (text === null) return yield { at: '1', why: 'tooBig', url: '', title: '' };
  let count = 0;
  for (const entry of readEntries(text)) {
    const at = String(++count);
    yield entry === null ? { at, why: 'unreadable', url: '', title: '' } : toRecord(entry, at);
  }
}

/** Recognised by an entry with a field; text before the first entry is a comment. */
export const BIBTEX: FileFormat<'bibtex'> = {
  name: 'bibtex',
  matches: (head) =>
    head.kind === 'text' && /^[ \t]*@[a-z]+[ \t]*[{(]\s*[^\s,{}()=]+\s*,\s*[\w-]+\s*=/im.test(head.text),
  read: readBibtex,
};
