import { openOrNull, readArchiveText } from '../archive-files.ts';
import { readArticleFields, readArticleUrl, toFirstText } from '../field-format.ts';
import type { ArchiveFile, ArchiveFormat } from '../format-types.ts';
import type { ImportedHighlight, RecordStream, UnmatchedHighlights } from '../import-types.ts';
import { makeRecord, makeUnmatchedRecord } from '../make-record.ts';
import { getElementTexts, HtmlTokenizer } from '../parsing/html-tokens.ts';
import { normaliseName, type Row, readTable } from '../parsing/rows.ts';
import { MATTER_CSV, MATTER_HIGHLIGHTS } from './field-table.ts';

const ARTICLES_DECLARATION = MATTER_CSV.declared;
const HIGHLIGHTS_DECLARATION = MATTER_HIGHLIGHTS.declared;

/** Identifies an article in both files by title and author. */
const toArticleKey = (row: Row): string =>
  `${normaliseName(toFirstText(row('Title')))}\n${normaliseName(toFirstText(row('Author')))}`;

type ArticleHighlights = Pick<UnmatchedHighlights, 'title' | 'byline' | 'highlights'>;

/** Reads the highlights, keyed by article. */
async function readHighlights(tables: readonly ArchiveFile[]): Promise<Map<string, ArticleHighlights>> {
  const highlightsByArticle = new Map<string, ArticleHighlights>();
  for (const table of tables) {
    const file = await openOrNull(table);
    if (file !== null)
      for await (const result of readTable(file))
        if ('row' in result) addHighlights(highlightsByArticle, result.row);
  }
  return highlightsByArticle;
}

function addHighlights(highlightsByArticle: Map<string, ArticleHighlights>, row: Row): void {
  const {
    title = '',
    byline = null,
    highlights = [],
  } = readArticleFields(row, HIGHLIGHTS_DECLARATION.fields);
  if (highlights.length === 0) return;
  const known = highlightsByArticle.get(toArticleKey(row));
  if (known !== undefined) known.highlights.push(...highlights);
  else highlightsByArticle.set(toArticleKey(row), { title, byline, highlights });
}

/** Reads the passages in `mark` elements of an article. */
function readMarkedPassages(html: string): ImportedHighlight[] {
  const tokens = new HtmlTokenizer();
  return getElementTexts([...tokens.push(html), ...tokens.end()], 'mark')
    .filter((text) => text !== '')
    .map((text) => ({ text, note: '', createdAt: null, colour: null }));
}

/** Finds the tables of an archive that have certain columns. */
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

const toBaseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Returns possible names of an article's file. */
const possibleFileNames = (fileId: string): string[] => {
  const id = toBaseName(fileId);
  return id === '' ? [] : [id, `${id}.html`, `${id}.htm`];
};

/**
 * The texts of an archive. Each is returned only once, since a malicious archive could refer to one large text many
 * times.
 */
class ArticleTexts {
  readonly #files: Map<string, ArchiveFile>;

  constructor(files: readonly ArchiveFile[]) {
    this.#files = new Map(files.map((file) => [toBaseName(file.name), file]));
  }

  async take(fileId: string): Promise<string | null> {
    const name = possibleFileNames(fileId).find((candidate) => this.#files.has(candidate));
    if (name === undefined) return null;
    const file = this.#files.get(name);
    this.#files.delete(name);
    return readArchiveText(file);
  }
}

/** Selects Matter's tables and the texts to which they refer. Other files may be from other products. */
async function selectMatterFiles(files: readonly ArchiveFile[]): Promise<readonly ArchiveFile[]> {
  const lists = await findTables(files, ARTICLES_DECLARATION);
  const tables = new Set([...lists, ...(await findTables(files, HIGHLIGHTS_DECLARATION))]);
  const textNames = new Set<string>();
  for (const list of lists) {
    const file = await openOrNull(list);
    if (file === null) continue;
    for await (const result of readTable(file))
      if ('row' in result)
        for (const name of possibleFileNames(toFirstText(result.row('File Id')))) textNames.add(name);
  }
  return files.filter((file) => tables.has(file) || (!isTable(file) && textNames.has(toBaseName(file.name))));
}

async function* readMatter(files: readonly ArchiveFile[]): RecordStream {
  const highlightsByArticle = await readHighlights(await findTables(files, HIGHLIGHTS_DECLARATION));
  const texts = new ArticleTexts(files);
  for (const list of await findTables(files, ARTICLES_DECLARATION)) {
    const table = await openOrNull(list);
    if (table === null) {
      yield { at: list.name, why: 'unreadable', url: '', title: list.name };
      continue;
    }
    for await (const result of readTable(table)) {
      if (!('row' in result)) continue;
      const { row, at } = result;
      const html = await texts.take(toFirstText(row('File Id')));
      const highlights =
        highlightsByArticle.get(toArticleKey(row))?.highlights ??
        (html === null ? [] : readMarkedPassages(html));
      highlightsByArticle.delete(toArticleKey(row));
      const facts = { ...readArticleFields(row, ARTICLES_DECLARATION.fields), html, highlights };
      yield makeRecord(`${list.name}: ${at}`, readArticleUrl(row, ARTICLES_DECLARATION.fields), facts);
    }
  }
  // Highlights of articles that are not in the list.
  for (const { title, byline, highlights } of highlightsByArticle.values()) {
    yield makeUnmatchedRecord(title, { title, byline, tags: [], highlights });
  }
}

/**
 * Matter's archive: the list, the highlights, and an HTML file for each article, named by its `File Id` (according to
 * Omnivore's importer).
 */
export const MATTER_ZIP: ArchiveFormat<'matter'> = {
  name: 'matter',
  matchesArchive: async (files) => (await findTables(files, ARTICLES_DECLARATION)).length > 0,
  selectFiles: selectMatterFiles,
  readArchive: readMatter,
};
