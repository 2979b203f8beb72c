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

/** Values by field name in lower case, still with LaTeX's commands. */
type Fields = ReadonlyMap<string, string>;

interface Entry {
  type: string;
  fields: Fields;
  end: number;
}

/** The offset after the string that begins at `from` with a brace or a quotation mark; -1 if it is not closed. */
function endOfString(text: string, from: number, limit: number): number {
  const isQuoted = text[from] === '"';
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const mark = text[at];
    if (mark === '\\') at += 1;
    else if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    if (depth < 0) return -1;
    if (depth === 0 && at > from && (isQuoted ? mark === '"' : true)) return at + 1;
  }
  return -1;
}

const BARE = /[^\s"#%'(),={}]+/y;
const SPACE = /\s*/y;

/** Reads one value with its parts joined by `#`. */
function readValue(
  text: string,
  from: number,
  limit: number,
  macros: ReadonlyMap<string, string>,
): { value: string; end: number } | null {
  let value = '';
  let at = from;
  for (;;) {
    at = skipSpace(text, at);
    if (text[at] === '{' || text[at] === '"') {
      const end = endOfString(text, at, limit);
      if (end === -1) return null;
      value += text.slice(at + 1, end - 1);
      at = end;
    } else {
      BARE.lastIndex = at;
      const word = BARE.exec(text)?.[0];
      if (word === undefined) return null;
      value += macros.get(word.toLowerCase()) ?? word;
      at += word.length;
    }
    at = skipSpace(text, at);
    if (text[at] !== '#') return { value, end: at };
    at += 1;
  }
}

function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

const ENTRY = /@\s*([a-z]+)\s*([{(])/gi;
const KEY = /[^\s,{}()=]*\s*,/y;
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
  KEY.lastIndex = skipSpace(text, from);
  let at = type !== 'string' && KEY.exec(text) !== null ? KEY.lastIndex : from;
  for (;;) {
    FIELD.lastIndex = at;
    const name = FIELD.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) break;
    const read = readValue(text, FIELD.lastIndex, limit, macros);
    if (read === null) return null;
    if (!fields.has(name)) fields.set(name, read.value);
    at = read.end;
  }
  const end = skipSpace(text, at);
  const isClosed = /^[\s,]*[)}]/.test(text.slice(end, end + 20));
  return isClosed && end < limit ? { type, fields, end } : null;
}

/** Entries of a file; null for each damaged one. */
function* entriesOf(text: string): Generator<Entry | null, void, undefined> {
  const macros = new Map(MONTHS.map((name, i) => [name, String(i + 1)]));
  const lookAhead = new LookAheadBudget();
  ENTRY.lastIndex = 0;
  let at = 0;
  for (;;) {
    ENTRY.lastIndex = at;
    const found = ENTRY.exec(text);
    if (found === null) return;
    const [start, type = ''] = [found.index, (found[1] ?? '').toLowerCase()];
    const from = start + found[0].length;
    at = from;
    const limit = Math.min(text.length, from + Math.max(0, lookAhead.remaining));
    if (type === 'comment' || type === 'preamble') {
      const end = found[2] === '{' ? endOfString(text, from - 1, limit) : from;
      if (end === -1) lookAhead.charge(limit - from);
      else at = end;
      continue;
    }
    const entry = readEntry(text, type, from, limit, macros);
    if (entry === null) {
      lookAhead.charge(limit - from);
      yield null;
      continue;
    }
    at = entry.end;
    lookAhead.refill(at - start);
    if (type !== 'string') yield entry;
    else for (const [name, value] of entry.fields) macros.set(name, value);
  }
}

/** A map of words that are followed by their values. */
const pairsOf = (words: string): ReadonlyMap<string, string> =>
  new Map([...words.matchAll(/(\S+) (\S+)/g)].map(([, word = '', value = '']) => [word, value]));

/** LaTeX's accents, with combining characters. */
const ACCENTS = pairsOf(
  '` \u0300 \' \u0301 ^ \u0302 ~ \u0303 = \u0304 u \u0306 . \u0307 " \u0308 r \u030a H \u030b v \u030c d \u0323 c \u0327 k \u0328 b \u0331',
);

/** LaTeX's commands for characters. */
const SYMBOLS = pairsOf(
  'textbackslash \\ textbraceleft { textbraceright } textasciitilde ~ textasciicircum ^ textendash – textemdash — ' +
    "textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle ' ldots … dots … " +
    'textellipsis … euro € texteuro € pounds £ S § copyright © guillemotleft « guillemotright » ss ß ae æ AE Æ oe œ ' +
    'OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ',
);

const LATEX =
  /\\([`'^"~=.]) ?(?:\{\\?([a-z])\}|\\?([a-z]))|\\([uvHcdbkr])(?: ?\{\\?([a-z])\}| \\?([a-z]))|\\([a-z]+)(?:\{\}| ?)|\\([\s\S])|---?|``|''|[{}$]|~/gi;

/** The plain text of a value: accents and symbols are converted, other commands and braces removed. */
function textOfLatex(value: string): string {
  const text = value
    .replace(/\s+/g, ' ')
    .replace(LATEX, (all, accent, a, b, letterAccent, c, d, command, mark) => {
      const accentName = accent ?? letterAccent;
      const letter = a ?? b ?? c ?? d;
      if (letter !== undefined) return letter + (ACCENTS.get(accentName) ?? '');
      if (command !== undefined) return SYMBOLS.get(command) ?? '';
      if (mark !== undefined) return mark;
      return { '---': '—', '--': '–', '``': '“', "''": '”', '~': ' ' }[all as string] ?? '';
    });
  return toPlainText(text.normalize('NFC'));
}

const textOfFirst = (fields: Fields, ...names: string[]): string => {
  for (const name of names) {
    const text = textOfLatex(fields.get(name) ?? '');
    if (text !== '') return text;
  }
  return '';
};

/** Splits at the word “and” outside of braces. */
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

/** “van Holm, Jr., Ina” is Ina van Holm Jr.; in braces, a name is kept as it is. */
function readName(value: string): string {
  const name = value.trim();
  if (name === 'others') return '';
  if (name.startsWith('{') && endOfString(name, 0, name.length) === name.length) return textOfLatex(name);
  const [family = '', ...rest] = name.split(',').map(textOfLatex);
  return [rest.pop() ?? '', family, ...rest].filter((part) => part !== '').join(' ');
}

/** An address is not escaped, but some programs do so anyway. */
const addressIn = (value: string | undefined): string | null =>
  /https?:\/\/[^\s{}]+/i.exec((value ?? '').replace(/\\([%&#_~$])/g, '$1'))?.[0] ?? null;

function dateOf(fields: Fields): string | null {
  const date = textOfFirst(fields, 'date').split('/')[0] ?? '';
  const month = textOfFirst(fields, 'month').toLowerCase();
  const number = MONTHS.indexOf(month.slice(0, 3)) + 1 || month;
  const day = textOfFirst(fields, 'day');
  return (
    formatIsoDate(date.slice(0, 10).split('-')) ?? formatIsoDate([textOfFirst(fields, 'year'), number, day])
  );
}

function toRecord({ fields }: Entry, at: string): ImportRecord {
  const doi = textOfFirst(fields, 'doi').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
  const address =
    addressIn(fields.get('url')) ??
    addressIn(fields.get('howpublished')) ??
    (doi === '' ? null : `https://doi.org/${doi}`);
  const authors = splitNames(fields.get('author') ?? '').map(readName);
  return makeRecord(at, address, {
    title: textOfFirst(fields, 'title'),
    byline: toPlainTextOrNull(authors.filter((name) => name !== '').join(', ')),
    siteName: toPlainTextOrNull(
      textOfFirst(fields, 'journaltitle', 'journal', 'organization', 'publisher', 'institution'),
    ),
    publishedAt: dateOf(fields),
    lang: toPlainTextOrNull(textOfFirst(fields, 'langid', 'language')),
    excerpt: toPlainTextOrNull(textOfFirst(fields, 'abstract')),
    savedAt: parseTime(textOfFirst(fields, 'urldate')),
    tags: parseNames(textOfFirst(fields, 'keywords')),
    highlights: makeArticleNote(textOfFirst(fields, 'note'), textOfFirst(fields, 'annotation', 'annote')),
  });
}

async function* readBibtex(file: Blob): RecordStream {
  const text = await readWholeText(file);
  if (text === null) return yield { at: '1', why: 'tooBig', url: '', title: '' };
  let count = 0;
  for (const entry of entriesOf(text)) {
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
