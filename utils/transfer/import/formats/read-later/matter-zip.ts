import { TransferError } from '../../../transfer-error.ts';
import { plain, plainOrNull } from '../../../web-address.ts';
import type { ArchiveFile, ArchiveFormat, FileFormat } from '../../format-types.ts';
import type { ImportedHighlight, ImportItem, RecordStream } from '../../import-types.ts';
import { looseHighlights, makeRecord } from '../../make-record.ts';
import { type CsvRow, csvFormat, foldColumn, readRows } from '../../parsing/csv-rows.ts';
import { HtmlTokens } from '../../parsing/html-tokens.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/** Maximum size of a text in bytes. */
const MAX_TEXT_BYTES = 32 * 2 ** 20;

const HISTORY = ['url', 'publisher', 'lastinteractiondate'];
const HIGHLIGHTS = ['title', 'text', 'highlighteddate'];

function factsOf(row: CsvRow): Partial<Omit<ImportItem, 'url'>> {
  const [queued, saved] = [row('inqueue'), row('saved')];
  return {
    title: row('title'),
    byline: plainOrNull(row('author')),
    siteName: plainOrNull(row('publisher')),
    tags: readNames(row('tags')),
    savedAt: readTime(row('lastinteractiondate')),
    archived: queued === '' ? readFlag(row('read')) && !readFlag(saved) : !readFlag(queued),
    favourite: readFlag(row('favorited')),
    progress: readFlag(row('read')) ? 1 : 0,
  };
}

/**
 * Matter's list, `_matter_history.csv`: `Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight
 * Count,Last Interaction Date,File Id`; until 2023 `In Queue` was called `Saved`, and there were no tags and
 * favourites.
 */
export const MATTER_CSV: FileFormat<'matter'> = csvFormat({
  name: 'matter',
  columns: HISTORY,
  toRecord: (row, at) => makeRecord(at, row('url'), factsOf(row)),
});

function highlightOf(row: CsvRow): ImportedHighlight {
  const createdAt = readTime(row('highlighteddate'));
  return { text: plain(row('text')), note: row('note', 'notes'), createdAt, colour: null };
}

/**
 * Matter's highlights, `_matter_highlights.csv`: `Title,Author,Publisher,Highlighted Date,Text` (according to scripts
 * that read it), and sometimes a column for notes; one row per highlight. The address is in the list, under the same
 * title.
 */
export const MATTER_HIGHLIGHTS: FileFormat<'matter'> = {
  ...csvFormat({
    name: 'matter',
    columns: HIGHLIGHTS,
    toRecord: (row, at) => {
      const url = row('url');
      const facts = {
        title: plain(row('title')),
        byline: plainOrNull(row('author', 'publisher')),
        tags: [],
        highlights: [highlightOf(row)],
      };
      if (url === '') return looseHighlights(at, facts);
      const record = makeRecord(at, url, facts);
      return 'item' in record ? { ...record, adds: true } : record;
    },
  }),
  comesLast: true,
};

interface Marked {
  title: string;
  byline: string | null;
  highlights: ImportedHighlight[];
}

/** Identifies an article in both files by title and author. */
const keyOf = (row: CsvRow): string => `${foldColumn(row('title'))}\n${foldColumn(row('author'))}`;

/** The highlights of each article. */
async function readHighlights(tables: readonly ArchiveFile[]): Promise<Map<string, Marked>> {
  const found = new Map<string, Marked>();
  for (const table of tables) {
    const file = await openSafely(table);
    if (file !== null) for await (const { row } of readRows(file)) addHighlight(found, row);
  }
  return found;
}

function addHighlight(found: Map<string, Marked>, row: CsvRow): void {
  const highlight = highlightOf(row);
  if (highlight.text === '' && highlight.note === '') return;
  const known = found.get(keyOf(row));
  if (known !== undefined) known.highlights.push(highlight);
  else
    found.set(keyOf(row), {
      title: plain(row('title')),
      byline: plainOrNull(row('author')),
      highlights: [highlight],
    });
}

/** Passages marked in the article's HTML. */
function marksIn(html: string): ImportedHighlight[] {
  const marks: ImportedHighlight[] = [];
  let open: string | null = null;
  const tokens = new HtmlTokens();
  for (const token of [...tokens.push(html), ...tokens.end()]) {
    if (token.kind === 'text') open = open === null ? null : open + token.text;
    else if (token.tag === 'mark' && token.kind === 'open') open = '';
    else if (token.tag === 'mark') {
      const text = plain(open ?? '');
      if (text !== '') marks.push({ text, note: '', createdAt: null, colour: null });
      open = null;
    }
  }
  return marks;
}

/** Unpacks a file; null if it is damaged. */
async function openSafely(file: ArchiveFile | undefined): Promise<Blob | null> {
  try {
    return (await file?.open()) ?? null;
  } catch (error) {
    if (error instanceof TransferError) return null;
    throw error;
  }
}

/** The tables of an archive that have certain columns. */
async function findTables(
  files: readonly ArchiveFile[],
  columns: readonly string[],
): Promise<readonly ArchiveFile[]> {
  const tables: ArchiveFile[] = [];
  for (const file of files) {
    if (!isTable(file)) continue;
    const head = await file.head();
    if (head?.kind === 'text' && columns.every((column) => head.columns.includes(column))) tables.push(file);
  }
  return tables;
}

const isTable = ({ name }: ArchiveFile): boolean => /\.csv$/i.test(name);

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Possible names of an article's file. */
const namesOf = (fileId: string): string[] => {
  const id = lastPart(fileId);
  return id === '' ? [] : [id, `${id}.html`, `${id}.htm`];
};

/**
 * The texts of an archive. Each is returned once, since a malicious archive could refer to one large text many times.
 */
class Texts {
  readonly #files: Map<string, ArchiveFile>;

  constructor(files: readonly ArchiveFile[]) {
    this.#files = new Map(files.map((file) => [lastPart(file.name), file]));
  }

  async take(fileId: string): Promise<string | null> {
    const name = namesOf(fileId).find((one) => this.#files.has(one));
    if (name === undefined) return null;
    const blob = await openSafely(this.#files.get(name));
    this.#files.delete(name);
    if (blob === null || blob.size > MAX_TEXT_BYTES) return null;
    const html = await blob.text();
    return html.trim() === '' ? null : html;
  }
}

/** Matter's files: its tables, and the texts they name. Other files may be from other products. */
async function partsOf(files: readonly ArchiveFile[]): Promise<readonly ArchiveFile[]> {
  const lists = await findTables(files, HISTORY);
  const tables = new Set([...lists, ...(await findTables(files, HIGHLIGHTS))]);
  const named = new Set<string>();
  for (const list of lists) {
    const file = await openSafely(list);
    if (file === null) continue;
    for await (const { row } of readRows(file)) for (const name of namesOf(row('fileid'))) named.add(name);
  }
  return files.filter((file) => tables.has(file) || (!isTable(file) && named.has(lastPart(file.name))));
}

async function* readMatter(files: readonly ArchiveFile[]): RecordStream {
  const marked = await readHighlights(await findTables(files, HIGHLIGHTS));
  const texts = new Texts(files);
  for (const list of await findTables(files, HISTORY)) {
    const table = await openSafely(list);
    if (table === null) {
      yield { at: list.name, why: 'unreadable', url: '', title: list.name };
      continue;
    }
    for await (const { row, at } of readRows(table)) {
      const html = await texts.take(row('fileid'));
      const own = marked.get(keyOf(row))?.highlights ?? (html === null ? [] : marksIn(html));
      marked.delete(keyOf(row));
      yield makeRecord(`${list.name}: ${at}`, row('url'), { ...factsOf(row), html, highlights: own });
    }
  }
  // Highlights of articles that are not in the list.
  for (const { title, byline, highlights } of marked.values()) {
    yield looseHighlights(title, { title, byline, tags: [], highlights });
  }
}

/**
 * Matter's archive: the list, the highlights, and an HTML file for each article, named by its `File Id` (according to
 * Omnivore's importer).
 */
export const MATTER_ZIP: ArchiveFormat<'matter'> = {
  name: 'matter',
  fitsArchive: async (files) => (await findTables(files, HISTORY)).length > 0,
  partsOf,
  readArchive: readMatter,
};
