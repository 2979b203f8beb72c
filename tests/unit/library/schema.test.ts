import { describe, expect, it } from 'vitest';
import { quotesOf } from '../../../utils/library/articles/article-parts.ts';
import { listArticleIds, listArticles } from '../../../utils/library/articles/articles.ts';
import { allTags } from '../../../utils/library/lists/tags.ts';
import { placeInViews } from '../../../utils/library/lists/view-keys.ts';
import { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { SCHEMA_VERSION, SCHEMA_VERSIONS } from '../../../utils/library/schema/schema-versions.ts';
import { rebuildSearchIndex } from '../../../utils/library/search/rebuild-index.ts';
import { search } from '../../../utils/library/search/search.ts';
import type { View } from '../../../utils/library/types.ts';
import { dump } from './schema/dump.ts';
import { diskOf, example, exampleAsRead } from './schema/examples.ts';

/** The same library in every version: a quote a row until version 4, a row an article since. */
const quotesBefore4 = example(2).tables.quotes;

const VERSIONS = SCHEMA_VERSIONS.map(({ version }) => version);

describe.each(VERSIONS)('a library of version %i', (version) => {
  it('opens with every article, text, quote, picture, list and tag it had', async () => {
    const open = await diskOf(version);
    const db = open();
    const before = exampleAsRead(version);
    const after = await dump(db);
    for (const table of ['contents', 'images', 'lists', 'jobs']) {
      expect(after.tables[table], table).toEqual(before.tables[table]);
    }
    const ids = await db.articles.toCollection().primaryKeys();
    expect((await Promise.all(ids.map((id) => quotesOf(db, id)))).flat()).toEqual(
      version < 4 ? before.tables.quotes : quotesBefore4,
    );
    expect(after.tables.articles).toHaveLength(before.tables.articles?.length ?? 0);
    expect(after.tables.versions).toHaveLength(before.tables.versions?.length ?? 0);
    if (version === SCHEMA_VERSION) expect(after).toEqual(before);
    expect((await listArticles('all', {}, db)).articles.map((article) => article.title)).toEqual([
      'Done with',
      'Vorschau',
      'Lock gates open',
    ]);
  });

  it('has its views, counts and tags right', async () => {
    const db = (await diskOf(version))();
    const rows = await db.articles.toArray();
    const expected = new Map<string, number>();
    for (const row of rows) {
      expect(row.views.toSorted()).toEqual(placeInViews({ ...row }).views.toSorted());
      for (const [view] of row.views) expected.set(view, (expected.get(view) ?? 0) + 1);
    }
    const counts = (await db.counts.toArray()).filter(({ view }) => view !== '');
    expect(new Map(counts.map(({ view, count }) => [view, count]))).toEqual(expected);
    expect(await allTags(db)).toEqual([
      { tag: 'Canal', count: 2 },
      { tag: 'Harbour', count: 1 },
      { tag: 'Øresund', count: 1 },
    ]);
    const ids = (view: View) => listArticleIds(view, db);
    expect(await ids('incomplete')).toHaveLength(2);
    expect(await ids('voice:tilde arnholt')).toHaveLength(1);
    expect(await ids('done')).toHaveLength(1);
  });

  it('can be searched once its index is built', async () => {
    const db = (await diskOf(version))();
    await rebuildSearchIndex(db);
    const { hits } = await search('lock arnholt', {}, db);
    expect(hits.map(({ article }) => article.title)).toEqual(['Lock gates open']);
  });
});

it('a speaker that the user corrected before version 7 is still known as corrected', async () => {
  const corrected: string[] = [];
  const open = await diskOf(6, async (former) => {
    const sets = former.table('quoteSets');
    const set = await sets.toCollection().first();
    set.quotes[0] = { ...set.quotes[0], resolvedSpeaker: 'Bo Li', evidence: 'reader' };
    await sets.put(set);
    corrected.push(set.articleId);
    await former.table('corrections').put({
      articleId: set.articleId,
      quoteHash: 'x',
      speaker: 'Bo Li',
      role: null,
      correctedAt: 1,
    });
  });
  const quotes = await quotesOf(open(), corrected[0] ?? '');
  expect(quotes[0]).toMatchObject({ resolvedSpeaker: 'Bo Li', evidence: 'user' });
  expect(quotes.slice(1).every(({ evidence }) => evidence !== 'user')).toBe(true);
});

it('what was archived unread before version 9 is unread no more', async () => {
  const open = await diskOf(8, async (former) => {
    const articles = former.table('articles');
    const row = await articles
      .filter(({ views }) => views.some(([view]: string[]) => view === 'unread'))
      .first();
    row.archivedAt = 1;
    row.views = row.views.map(([view, ...place]: string[]) => [
      view === 'inbox' ? 'archive' : view,
      ...place,
    ]);
    await articles.put(row);
  });
  const db = open();
  const unread = await listArticleIds('unread', db);
  expect((await db.articles.bulkGet(unread)).every((row) => row?.archivedAt === null)).toBe(true);
  expect((await db.counts.get('unread'))?.count ?? 0).toBe(unread.length);
  const archived = await db.articles.filter(({ archivedAt }) => archivedAt === 1).first();
  expect(archived?.views.map(([view]) => view)).not.toContain('unread');
});

it('has an example of every version, the newest among them', () => {
  expect(VERSIONS).toEqual(VERSIONS.map((_, i) => i + 1));
  expect(VERSIONS.at(-1)).toBe(SCHEMA_VERSION);
  expect(new LibraryDb('unopened').verno).toBe(SCHEMA_VERSION);
  for (const version of VERSIONS) expect(example(version).version).toBe(version);
});
