import Dexie, { type Transaction } from 'dexie';
import { foldText } from '../search/fold-text.ts';

/** Articles rewritten at once. */
const BATCH = 200;

interface FormerArticle {
  id: string;
  savedAt: number;
  deletedAt: number | null;
  openedAt: number | null;
  publishedAt: string | null;
  progress: number;
  isPreview: boolean;
  imagesFailed: number;
  tags: string[];
  views: [view: string, newestFirst: number, articleId: string][];
}

interface FormerQuote {
  articleId: string;
  speakerKey: string;
  resolvedSpeaker: string | null;
  role: string | null;
  saidAt: number;
}

async function speakersOf(transaction: Transaction, articleId: string): Promise<Map<string, FormerQuote>> {
  const quotes: FormerQuote[] = await transaction
    .table('quotes')
    .where('[articleId+index]')
    .between([articleId, Dexie.minKey], [articleId, Dexie.maxKey])
    .toArray();
  return new Map(
    quotes.flatMap((quote) => (quote.speakerKey === '' ? [] : [[quote.speakerKey, quote] as const])),
  );
}

/** Adds what version 2 knows of an article, and its new views. */
function extend(article: FormerArticle, speakerKeys: string[]): void {
  const published = article.publishedAt === null ? Number.NaN : Date.parse(article.publishedAt);
  Object.assign(article, {
    pinnedAt: null,
    finishedAt: article.progress >= 0.95 ? (article.openedAt ?? article.savedAt) : null,
    hasText: true,
    publishedTime: Number.isNaN(published) ? article.savedAt : published,
    speakerKeys,
    highlightCount: 0,
    noteCount: 0,
  });
  if (article.deletedAt !== null) return;
  const more = speakerKeys.map((key) => `voice:${key}`);
  if (article.isPreview || article.imagesFailed > 0) more.push('incomplete');
  article.views.push(...more.map((view): FormerArticle['views'][0] => [view, -article.savedAt, article.id]));
}

/** One row for each tag, by its folded name; articles get the spelling that was met first. */
function nameTag(names: Map<string, string>, tag: string): string {
  const key = foldText(tag);
  const name = names.get(key) ?? tag;
  names.set(key, name);
  return name;
}

function renameTags(article: FormerArticle, names: Map<string, string>): void {
  article.tags = [...new Set(article.tags.map((tag) => nameTag(names, tag)))];
  const views = article.views.map(([view, place, id]): FormerArticle['views'][0] => [
    view.startsWith('tag:') ? `tag:${nameTag(names, view.slice(4))}` : view,
    place,
    id,
  ]);
  article.views = [...new Map(views.map((key) => [key[0], key])).values()];
}

/** Version 1 to 2. */
export async function addUserRows(transaction: Transaction): Promise<void> {
  const articles = transaction.table<FormerArticle, string>('articles');
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  const ids = await articles.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = (await articles.bulkGet(ids.slice(from, from + BATCH))).filter((row) => row !== undefined);
    for (const row of rows) {
      const speakers = await speakersOf(transaction, row.id);
      extend(row, [...speakers.keys()]);
      renameTags(row, names);
      for (const [view] of row.views) counts.set(view, (counts.get(view) ?? 0) + 1);
      await transaction.table('speakers').bulkPut(
        [...speakers.values()].map(({ speakerKey, resolvedSpeaker, role, saidAt }) => ({
          speakerKey,
          name: resolvedSpeaker ?? speakerKey,
          role,
          saidAt,
        })),
      );
    }
    await articles.bulkPut(rows);
  }
  const revision = await transaction.table<{ view: string; count: number }, string>('counts').get('');
  await transaction.table('counts').clear();
  counts.set('', (revision?.count ?? 0) + 1);
  await transaction.table('counts').bulkPut([...counts].map(([view, count]) => ({ view, count })));
  const createdAt = Date.now();
  await transaction
    .table('tags')
    .bulkPut([...names].map(([key, name]) => ({ key, name, createdAt, aliasOf: null })));
  await transaction
    .table('versions')
    .toCollection()
    .modify((version: { quotes?: unknown[] }) => {
      version.quotes = [];
    });
  // The search index knows fields from version 2 on: it is thrown away here and built again when it is first missed.
  await transaction.table('segments').clear();
  await transaction.table('deadDocs').clear();
}
