import { TransferError } from '../../../transfer-error.ts';
import { plain, plainOrNull } from '../../../web-address.ts';
import type { ArchiveFile, ArchiveFormat, FileFormat } from '../../format-types.ts';
import type { ImportedHighlight, ImportItem, RecordStream } from '../../import-types.ts';
import { looseHighlights, makeRecord } from '../../make-record.ts';
import { type CsvRow, csvFormat, foldColumn, readRows } from '../../parsing/csv-rows.ts';
import { HtmlTokens } from '../../parsing/html-tokens.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/** Bytes one text may have. */
const TEXT_LIMIT = 32 * 2 ** 20;

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
 * Matter's list, `_matter_history.csv`:
 * `Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id`;
 * up to 2023 `Saved` stood for `In Queue`, and there were no tags and favourites.
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
 * Matter's highlights, `_matter_highlights.csv`: `Title,Author,Publisher,Highlighted Date,Text,Note`, a row for each and
 * no address: the list has it, under the same title.
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

/** Names of articles as both files write them. */
const keyOf = (row: CsvRow): string => `${foldColumn(row('title'))}\n${foldColumn(row('author'))}`;

/** Highlights by the articles they are of. */
async function readHighlights(file: Blob | null): Promise<Map<string, Marked>> {
  const found = new Map<string, Marked>();
  if (file === null) return found;
  for await (const { row } of readRows(file)) {
    const highlight = highlightOf(row);
    if (highlight.text === '' && highlight.note === '') continue;
    const known = found.get(keyOf(row));
    if (known !== undefined) known.highlights.push(highlight);
    else
      found.set(keyOf(row), {
        title: plain(row('title')),
        byline: plainOrNull(row('author')),
        highlights: [highlight],
      });
  }
  return found;
}

/** Passages that are marked in a text itself. */
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

/** Unpacks a file; null where it is damaged. */
async function openSafely(file: ArchiveFile | undefined): Promise<Blob | null> {
  try {
    return (await file?.open()) ?? null;
  } catch (error) {
    if (error instanceof TransferError) return null;
    throw error;
  }
}

/** The tables of an archive, by what is in them. */
async function findTable(
  files: readonly ArchiveFile[],
  columns: readonly string[],
): Promise<ArchiveFile | undefined> {
  for (const file of files) {
    if (!/\.csv$/i.test(file.name)) continue;
    const head = await file.head();
    if (head?.kind === 'text' && columns.every((column) => head.columns.includes(column))) return file;
  }
  return undefined;
}

/** The texts of an archive, each given once: a small file whose articles all share a large one would be read forever. */
class Texts {
  readonly #files: Map<string, ArchiveFile>;

  constructor(files: readonly ArchiveFile[]) {
    this.#files = new Map(files.map((file) => [file.name.slice(file.name.lastIndexOf('/') + 1), file]));
  }

  async take(fileId: string): Promise<string | null> {
    const id = fileId.slice(fileId.lastIndexOf('/') + 1);
    const name = [id, `${id}.html`, `${id}.htm`].find((one) => this.#files.has(one));
    if (id === '' || name === undefined) return null;
    const blob = await openSafely(this.#files.get(name));
    this.#files.delete(name);
    if (blob === null || blob.size > TEXT_LIMIT) return null;
    const html = await blob.text();
    return html.trim() === '' ? null : html;
  }
}

async function* readMatter(files: readonly ArchiveFile[]): RecordStream {
  const list = await findTable(files, HISTORY);
  const table = await openSafely(list);
  if (list === undefined || table === null) {
    yield { at: list?.name ?? '', why: 'unreadable', url: '', title: list?.name ?? '' };
    return;
  }
  const marked = await readHighlights(await openSafely(await findTable(files, HIGHLIGHTS)));
  const texts = new Texts(files);
  for await (const { row, at } of readRows(table)) {
    const html = await texts.take(row('fileid'));
    const own = marked.get(keyOf(row))?.highlights ?? (html === null ? [] : marksIn(html));
    marked.delete(keyOf(row));
    yield makeRecord(`${list.name}: ${at}`, row('url'), { ...factsOf(row), html, highlights: own });
  }
  // What was marked in something that is not in the list.
  for (const { title, byline, highlights } of marked.values()) {
    yield looseHighlights(title, { title, byline, tags: [], highlights });
  }
}

/**
 * Matter's archive: the list, the highlights, and a file of HTML for each article, named by its `File Id` (as Omnivore's
 * importer of them reads it).
 */
export const MATTER_ZIP: ArchiveFormat<'matter'> = {
  name: 'matter',
  fitsArchive: async (files) => (await findTable(files, HISTORY)) !== undefined,
  isPart: (name) => /(?:\.html?|\.csv|(?:^|\/)[^./]+)$/i.test(name),
  readArchive: readMatter,
};
