import { openOrNull, readArchiveText } from '../archive-files.ts';
import { readArticleFields, readArticleUrl, toFirstText } from '../field-format.ts';
import type { ArchiveFile, ArchiveFormat } from '../format-types.ts';
import type { ImportedHighlight, RecordStream, UnmatchedHighlights } from '../import-types.ts';
import { makeRecord, makeUnmatchedRecord } from '../make-record.ts';
import { getElementTexts, HtmlTokenizer } from '../parsing/html-tokens.ts';
import { normaliseName, type Row, readTable } from '../parsing/rows.ts';
import { MATTER_CSV, MATTER_HIGHLIGHTS } from './field-table.ts';

const HISTORY = MATTER_CSV.declared;
const HIGHLIGHTS = MATTER_HIGHLIGHTS.declared;

/** Identifies an article in both files by title and author. */
const keyOf = (row: Row): string =>
  `${normaliseName(toFirstText(row('Title')))}\n${normaliseName(toFirstText(row('Author')))}`;

type Marked = Pick<UnmatchedHighlights, 'title' | 'byline' | 'highlights'>;

/** The highlights of each article. */
async function readHighlights(tables: readonly ArchiveFile[]): Promise<Map<string, Marked>> {
  const found = new Map<string, Marked>();
  for (const table of tables) {
    const file = await openOrNull(table);
    if (file !== null)
      for await (const read of readTable(file)) if ('row' in read) addHighlights(found, read.row);
  }
  return found;
}

function addHighlights(found: Map<string, Marked>, row: Row): void {
  const { title = '', byline = null, highlights = [] } = readArticleFields(row, HIGHLIGHTS.fields);
  if (highlights.length === 0) return;
  const known = found.get(keyOf(row));
  if (known !== undefined) known.highlights.push(...highlights);
  else found.set(keyOf(row), { title, byline, highlights });
}

/** Passages marked in the article's HTML. */
function marksIn(html: string): ImportedHighlight[] {
  const tokens = new HtmlTokenizer();
  return getElementTexts([...tokens.push(html), ...tokens.end()], 'mark')
    .filter((text) => text !== '')
    .map((text) => ({ text, note: '', createdAt: null, colour: null }));
}

/** The tables of an archive that have certain columns. */
async function findTables(
  files: readonly ArchiveFile[],
  { requiredNames }: { requiredNames: readonly string[] },
): Promise<readonly ArchiveFile[]> {
  const tables: ArchiveFile[] = [];
  for (const file of files) {
    if (!isTable(file)) continue;
    const head = await file.head();
    if (head?.kind === 'text' && requiredNames.every((name) => head.columns.includes(normaliseName(name))))
      tables.push(file);
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
    const file = this.#files.get(name);
    this.#files.delete(name);
    return readArchiveText(file);
  }
}

/** Matter's files: its tables, and the texts they name. Other files may be from other products. */
async function partsOf(files: readonly ArchiveFile[]): Promise<readonly ArchiveFile[]> {
  const lists = await findTables(files, HISTORY);
  const tables = new Set([...lists, ...(await findTables(files, HIGHLIGHTS))]);
  const named = new Set<string>();
  for (const list of lists) {
    const file = await openOrNull(list);
    if (file === null) continue;
    for await (const read of readTable(file))
      if ('row' in read) for (const name of namesOf(toFirstText(read.row('File Id')))) named.add(name);
  }
  return files.filter((file) => tables.has(file) || (!isTable(file) && named.has(lastPart(file.name))));
}

async function* readMatter(files: readonly ArchiveFile[]): RecordStream {
  const marked = await readHighlights(await findTables(files, HIGHLIGHTS));
  const texts = new Texts(files);
  for (const list of await findTables(files, HISTORY)) {
    const table = await openOrNull(list);
    if (table === null) {
      yield { at: list.name, why: 'unreadable', url: '', title: list.name };
      continue;
    }
    for await (const read of readTable(table)) {
      if (!('row' in read)) continue;
      const { row, at } = read;
      const html = await texts.take(toFirstText(row('File Id')));
      const highlights = marked.get(keyOf(row))?.highlights ?? (html === null ? [] : marksIn(html));
      marked.delete(keyOf(row));
      const facts = { ...readArticleFields(row, HISTORY.fields), html, highlights };
      yield makeRecord(`${list.name}: ${at}`, readArticleUrl(row, HISTORY.fields), facts);
    }
  }
  // Highlights of articles that are not in the list.
  for (const { title, byline, highlights } of marked.values()) {
    yield makeUnmatchedRecord(title, { title, byline, tags: [], highlights });
  }
}

/**
 * Matter's archive: the list, the highlights, and an HTML file for each article, named by its `File Id` (according to
 * Omnivore's importer).
 */
export const MATTER_ZIP: ArchiveFormat<'matter'> = {
  name: 'matter',
  matchesArchive: async (files) => (await findTables(files, HISTORY)).length > 0,
  selectFiles: partsOf,
  readArchive: readMatter,
};
