/** Lists highlights and notes of all articles: filtered, newest first, with their articles. */
import { queryView } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { HighlightFilter } from '../lists/library-location.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { normaliseText } from '../search/fold-text.ts';
import type { ArticleRow } from '../types.ts';
import type { HighlightRow } from '../user-types.ts';

const DAY_MS = 86_400_000;

/** A highlight with its article. */
export interface HighlightInArticle {
  highlight: HighlightRow;
  article: ArticleRow;
}

export interface HighlightPage {
  items: HighlightInArticle[];
  /** Number of matching highlights, and of their articles. */
  total: number;
  articles: number;
  /** Whether there are any highlights at all. */
  isAny: boolean;
}

const splitWords = (words: string): string[] => normaliseText(words).split(/\s+/).filter(Boolean);

/** Ids of the articles that match a filter and are not deleted. */
async function findArticleIds(db: LibraryDb, { tag, list }: HighlightFilter): Promise<Set<string>> {
  const views = [
    'highlighted' as const,
    ...(tag === null ? [] : [`tag:${tag}` as const]),
    ...(list === null ? [] : [`list:${list}` as const]),
  ];
  const [first = [], ...others] = await Promise.all(views.map((view) => queryView(db, view).primaryKeys()));
  const sets = others.map((ids) => new Set(ids));
  return new Set(first.filter((id) => sets.every((set) => set.has(id))));
}

async function readTitles(
  db: LibraryDb,
  rows: readonly HighlightRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ articleId }) => articleId))];
  const articles = await db.articles.bulkGet(ids);
  return new Map(articles.flatMap((row) => (row === undefined ? [] : [[row.id, row.title] as const])));
}

/** All matching highlights, newest first. If grouped, those of an article are together, in text order. */
async function findRows(db: LibraryDb, filter: HighlightFilter, now: number) {
  const within = await findArticleIds(db, filter);
  const all = (await db.highlights.orderBy('createdAt').reverse().toArray()).filter(
    // A row from a damaged backup may be empty.
    ({ text, note }) => text !== '' || note !== '',
  );
  const { colour, hasNote, days } = filter;
  let rows = all.filter(
    (row) =>
      within.has(row.articleId) &&
      (colour === null || (row.colour === colour && row.text !== '')) &&
      (!hasNote || row.note !== '') &&
      (days === null || row.createdAt >= now - days * DAY_MS),
  );
  const words = splitWords(filter.words);
  if (words.length > 0) {
    const titles = await readTitles(db, rows);
    rows = rows.filter(({ text, note, articleId }) => {
      const normalised = normaliseText([text, note, titles.get(articleId) ?? ''].join('\n'));
      return words.every((word) => normalised.includes(word));
    });
  }
  return { all, rows };
}

const getPosition = ({ text, start }: HighlightRow): number =>
  text === '' ? -1 : (start ?? Number.POSITIVE_INFINITY);

function groupByArticle(rows: readonly HighlightRow[]): HighlightRow[] {
  const groups = Map.groupBy(rows, ({ articleId }) => articleId);
  return [...groups.values()].flatMap((own) => own.sort((a, b) => getPosition(a) - getPosition(b)));
}

async function withArticles(db: LibraryDb, rows: readonly HighlightRow[]): Promise<HighlightInArticle[]> {
  const articles = await db.articles.bulkGet(rows.map(({ articleId }) => articleId));
  return rows.flatMap((highlight, at) => {
    const article = articles[at];
    return article === undefined || article.deletedAt !== null ? [] : [{ highlight, article }];
  });
}

/** A page of the highlights that match a filter. */
export async function listHighlights(
  filter: HighlightFilter,
  shown: number,
  now: number = Date.now(),
  db: LibraryDb = library,
): Promise<HighlightPage> {
  const { all, rows } = await findRows(db, filter, now);
  const ordered = filter.grouped ? groupByArticle(rows) : rows;
  const articleIds = await findArticleIds(db, { ...filter, tag: null, list: null });
  return {
    items: await withArticles(db, ordered.slice(0, shown)),
    total: rows.length,
    articles: new Set(rows.map(({ articleId }) => articleId)).size,
    isAny: all.some(({ articleId }) => articleIds.has(articleId)),
  };
}

/** Ids of all matching highlights by article: newest first, and in text order within an article. */
export async function highlightIds(
  filter: HighlightFilter,
  db: LibraryDb = library,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await findRows(db, filter, Date.now());
  const groups = Map.groupBy(rows, ({ articleId }) => articleId);
  return new Map([...groups].map(([id, own]) => [id, new Set(own.map((row) => row.id))]));
}
