import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/run-command.ts';
import { getHost, normaliseAddress } from '../../../../utils/library/articles/article-identity.ts';
import type { ArticleToSave } from '../../../../utils/library/articles/article-rows.ts';
import {
  countArticles,
  findSaved,
  getFullArticle,
  getNextInView,
  getRecentArticles,
  listArticleIds,
  listArticles,
} from '../../../../utils/library/articles/articles.ts';
import {
  changeTags,
  setArchived,
  setDone,
  setFavourite,
  setProgress,
} from '../../../../utils/library/articles/change-articles.ts';
import {
  deleteArticles,
  purgeDeleted,
  restoreArticles,
  UNDO_WINDOW_MS,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle, saveArticles } from '../../../../utils/library/articles/save-article.ts';
import {
  deleteUnusedSiteIcons,
  getSiteIcons,
  hasSiteIcon,
  storeSiteIcon,
} from '../../../../utils/library/articles/site-icons.ts';
import { allTags } from '../../../../utils/library/lists/tags.ts';
import { setViews } from '../../../../utils/library/lists/view-counts.ts';
import { listQuotesOfPerson } from '../../../../utils/library/people/people.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import type { ArticleRow, View, ViewKey } from '../../../../utils/library/types.ts';
import { itLong, LONG } from '../../../long.ts';
import { search } from '../find-articles.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

let db: LibraryDb;
beforeEach(() => {
  db = freshLibrary();
});

async function save(db: LibraryDb, name: string, savedAt?: number): Promise<string> {
  const input = makeSave({ url: `https://paper.example/${name}`, title: name });
  return (await saveArticle(savedAt === undefined ? input : { ...input, savedAt }, db)).articleId;
}

const titles = async (db: LibraryDb, view: View): Promise<string[]> =>
  (await listArticles(view, {}, db)).articles.map((article) => article.title);

it('views show the newest save first', async () => {
  await save(db, 'old', 1000);
  await save(db, 'new', 3000);
  await save(db, 'middle', 2000);
  expect(await titles(db, 'inbox')).toEqual(['new', 'middle', 'old']);
  expect((await getRecentArticles(2, db)).map((article) => article.title)).toEqual(['new', 'middle']);
});

it("views are updated by the user's actions", async () => {
  const [a, b] = [await save(db, 'a', 1), await save(db, 'b', 2)];
  await setArchived([a], true, db);
  await setFavourite([b], true, db);
  await setProgress(b, 0.5, db);
  expect(await titles(db, 'archive')).toEqual(['a']);
  expect(await titles(db, 'inbox')).toEqual(['b']);
  expect(await titles(db, 'favourites')).toEqual(['b']);
  expect(await titles(db, 'started')).toEqual(['b']);
  await setProgress(b, 7, db);
  await setArchived([a], false, db);
  expect(await titles(db, 'done')).toEqual(['b']);
  expect(await titles(db, 'inbox')).toEqual(['b', 'a']);
});

it('an outdated report of reading progress is ignored', async () => {
  const id = await save(db, 'a', 1);
  const left = Date.now() - 5000;
  await setProgress(id, 0.2, db, left);
  await setProgress(id, 0.5, db, left + 1000);
  await setProgress(id, 0.3, db, left + 500);
  expect(await db.articles.get(id)).toMatchObject({ progress: 0.5, openedAt: left + 1000 });
  await setProgress(id, 0.3, db);
  expect(await db.articles.get(id)).toMatchObject({ progress: 0.3 });
});

it('a report of reading progress is accepted if the previous one came from a clock that was ahead', async () => {
  const id = await save(db, 'a', 1);
  await setProgress(id, 0.2, db, Date.now() + 3_600_000);
  await setProgress(id, 0.6, db, Date.now());
  expect(await db.articles.get(id)).toMatchObject({ progress: 0.6 });
});

it('views can be paged through without gaps or repetitions, even if articles were saved in the same second', async () => {
  const first = await save(db, 'first', 0);
  const model = await db.articles.get(first);
  if (model === undefined) throw new Error('not saved');
  const rows = Array.from({ length: 200 }, (_, i): ArticleRow => {
    const id = `id-${i}`;
    // Imports give many articles one time.
    return setViews({
      ...model,
      id,
      identity: id,
      addresses: [id],
      savedAt: 1000 + Math.floor(i / 30),
    });
  });
  await db.articles.bulkAdd(rows);
  const seen: string[] = [];
  let after: ViewKey | null = null;
  do {
    const page: Awaited<ReturnType<typeof listArticles>> = await listArticles(
      'inbox',
      { after, limit: 33 },
      db,
    );
    seen.push(...page.articles.map((article) => article.id));
    after = page.next;
  } while (after !== null);
  expect(seen).toHaveLength(201);
  expect(new Set(seen).size).toBe(201);
  expect(seen).toEqual(await listArticleIds('inbox', db));
  const jump = await listArticles('inbox', { offset: 150, limit: 10 }, db);
  expect(jump.articles.map((article) => article.id)).toEqual(seen.slice(150, 160));
});

it('paging keeps its position when articles are added between two pages', async () => {
  for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) await save(db, name, i + 1);
  const { articles, next } = await listArticles('inbox', { limit: 2 }, db);
  await save(db, 'late', 99);
  const rest = await listArticles('inbox', { after: next, limit: 9 }, db);
  expect([...articles, ...rest.articles].map((article) => article.title)).toEqual(['d', 'c', 'b', 'a']);
});

type Step = [what: 'save' | 'delete' | 'restore' | 'archive' | 'tag' | 'purge' | 'preview', which: number];
const steps = fc.array(
  fc.tuple(
    fc.constantFrom<Step[0]>('save', 'delete', 'restore', 'archive', 'tag', 'purge', 'preview'),
    fc.integer({ min: 0, max: 3 }),
  ),
  { maxLength: 25 },
);

async function take(db: LibraryDb, [what, which]: Step): Promise<void> {
  const url = `https://paper.example/${which}`;
  const ids = (await db.articles.toArray()).filter((row) => row.url === url).map((row) => row.id);
  if (what === 'save') await saveArticle(makeSave({ url }, { tags: ['sea'] }), db);
  if (what === 'preview') await saveArticle(makeSave({ url, text: 'Short.', isPreview: true }), db);
  if (what === 'delete') await deleteArticles([...ids, 'nobody'], db);
  if (what === 'restore') await restoreArticles(ids, db);
  if (what === 'archive') await setArchived(ids, which % 2 === 0, db);
  if (what === 'tag') await changeTags(ids, { tagsToAdd: ['port'], keysToRemove: ['sea'] }, db);
  if (what === 'purge') await purgeDeleted(Date.now() + 1, db);
}

it('counts always agree with the lists and the search', async () =>
  await fc.assert(
    fc.asyncProperty(steps, async (path) => {
      const db = freshLibrary();
      for (const step of path) await take(db, step);
      for (const view of ['all', 'inbox', 'archive', 'trash', 'tag:sea', 'tag:port', 'unread'] as const) {
        expect(await countArticles(view, db), view).toBe((await listArticleIds(view, db)).length);
      }
      expect((await search('harbour', {}, db)).total).toBe(await countArticles('all', db));
    }),
    { numRuns: LONG ? 40 : 6 },
  ));

it('deleting hides an article everywhere immediately, and undo restores it completely', async () => {
  const quotes = [makeQuote('We waited long enough,', 'Mira Voss')];
  const { articleId } = await saveArticle(makeSave({}, { quotes, tags: ['port'] }), db);
  await deleteArticles([articleId], db);
  expect(await findSaved('https://paper.example/2026/harbour', db)).toBeNull();
  expect(await getFullArticle(articleId, db)).toBeNull();
  expect(await countArticles('all', db)).toBe(0);
  expect((await search('harbour', {}, db)).hits).toEqual([]);
  expect(await listQuotesOfPerson('mira voss', 10, db)).toEqual([]);
  expect(await allTags(db)).toEqual([]);

  expect(await restoreArticles([articleId], db)).toBe(1);
  expect(await titles(db, 'inbox')).toEqual(['Harbour opens again']);
  expect((await search('harbour', {}, db)).total).toBe(1);
  expect((await search('mira voss', {}, db)).total).toBe(1);
  expect(await listQuotesOfPerson('mira voss', 10, db)).toHaveLength(1);
  expect(await allTags(db)).toEqual([{ tag: 'port', count: 1 }]);
});

it('a deletion becomes permanent after the undo window', async () => {
  const quotes = [makeQuote('Enough,', 'Mira Voss')];
  const images = ['https://img.example/a.jpg'];
  const { articleId } = await saveArticle(makeSave({}, { quotes, images }), db);
  await saveArticle(makeSave({ text: 'Changed.' }, { images }), db);
  const kept = await save(db, 'kept');
  await deleteArticles([articleId], db);
  expect(await purgeDeleted(Date.now() - UNDO_WINDOW_MS, db)).toBe(0);
  expect(await purgeDeleted(Date.now() + 1, db)).toBe(1);
  expect(await restoreArticles([articleId], db)).toBe(0);
  expect(await titles(db, 'all')).toEqual(['kept']);
  for (const table of [db.quoteSets, db.images, db.jobs, db.versions, db.deadDocs]) {
    expect(await table.count(), table.name).toBe(0);
  }
  expect(await db.contents.toCollection().primaryKeys()).toEqual([kept]);
  expect(await db.segments.count()).toBe(1);
});

it('finds the next article in a list, even if the current one has just left it', async () => {
  const ids: string[] = [];
  for (const [at, title] of ['first', 'second', 'third'].entries()) {
    const url = `https://courier.example/${title}`;
    const saved = await saveArticle(makeSave({ url, canonicalUrl: url, title }, { savedAt: 1000 + at }), db);
    ids.push(saved.articleId);
  }
  const [first = '', second = '', third = ''] = ids;
  const after = async (id: string) => (await getNextInView('inbox', id, null, db))?.title ?? null;
  expect([await after(third), await after(second), await after(first)]).toEqual(['second', 'first', null]);
  await setArchived([second], true, db);
  expect([await after(third), await after(second)]).toEqual(['first', 'first']);
  expect(await getNextInView('archive', second, null, db)).toBeNull();
  expect(await after('nobody')).toBeNull();
});

it('finds the next article that is also in a second view', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 60; at++) {
    const url = `https://courier.example/${at}`;
    const save = makeSave({ url, canonicalUrl: url, title: String(at) }, { savedAt: 1000 + at });
    ids.push((await saveArticle(save, db)).articleId);
  }
  await setDone(ids, true, db);
  // More of them in the archive than are read at once, between two of the inbox.
  await setArchived(ids.slice(2, 58), true, db);
  await setDone(ids.slice(1, 2), false, db);
  const after = async (id = '') => (await getNextInView('inbox', id, 'done', db))?.title ?? null;
  expect([await after(ids[59]), await after(ids[58]), await after(ids[0])]).toEqual(['58', '0', null]);
  expect((await getNextInView('archive', ids[10] ?? '', 'done', db))?.title).toBe('9');
});

const at = (n: number): string => `https://paper.example/sea/${n}`;

function link(n: number, change: Partial<ArticleToSave> = {}): ArticleToSave {
  const save = makeSave(
    {
      url: at(n),
      canonicalUrl: at(n),
      title: `Harbour ${n}`,
      text: '',
      html: '',
      wordCount: 0,
      leadImage: null,
    },
    { tags: [`Tag ${n % 3}`, 'tag 0'], savedFrom: 'import', savedAt: 1_700_000_000_000 + n, ...change },
  );
  return { ...save, quotes: [], images: [], linkOnly: true };
}

/** What a user sees of a library, whatever its ids. */
async function pictureOf(db: LibraryDb) {
  const rows = await db.articles.orderBy('identity').toArray();
  const counts = await db.counts.where('view').notEqual('').toArray();
  return {
    rows: rows.map(({ identity, title, tags, addresses, hasText, deletedAt, savedAt }) => ({
      identity,
      title,
      tags: [...tags].sort(),
      addresses,
      hasText,
      isDeleted: deletedAt !== null,
      savedAt,
    })),
    counts: counts.map(({ view, count }) => [view, count]),
    contents: await db.contents.count(),
    tags: (await db.tags.toArray()).map(({ name }) => name).sort(),
    found: (await search('harbour', {}, db)).total,
    seven: (await search('"harbour 7"', {}, db)).total,
  };
}

/** A library with an article of each kind that may be at an address. */
async function libraryBefore(): Promise<LibraryDb> {
  const db = freshLibrary();
  await saveArticle(
    makeSave({ url: at(1), title: 'Mine', text: 'My text.' }, { tags: ['mine'], savedAt: 1 }),
    db,
  );
  const { articleId } = await saveArticle(
    makeSave({ url: at(2), title: 'Gone', text: 'Gone text.' }, { savedAt: 2 }),
    db,
  );
  await deleteArticles([articleId], db);
  await saveArticle(link(3, { tags: ['before'] }), db);
  return db;
}

it('saving many addresses at once has the same result as saving them one by one', async () => {
  const inputs = Array.from({ length: 60 }, (_, i) => link(i));
  // The same again, with another tag, and one that brings its text.
  inputs.push(link(5, { tags: ['again'] }), link(3, { tags: ['again'] }));
  inputs.push(makeSave({ url: at(70), title: 'Harbour with text', text: 'The whole text.' }, { savedAt: 3 }));
  inputs.push(link(70, { tags: ['late'] }));
  const [together, alone] = [await libraryBefore(), await libraryBefore()];
  const saved = await saveArticles(inputs, together);
  const others = [];
  for (const input of inputs) others.push(await saveArticle(input, alone));
  expect(saved.map(({ updated }) => updated)).toEqual(others.map(({ updated }) => updated));
  expect(await pictureOf(together)).toEqual(await pictureOf(alone));
  expect((await pictureOf(together)).found).toBeGreaterThan(55);
  // Tens of thousands of addresses need no row for a text that they don't have.
  expect(await together.contents.count()).toBe(3);
  const opened = await getFullArticle(saved[9]?.articleId ?? '', together);
  expect(opened).toMatchObject({ article: { title: 'Harbour 9' }, content: { html: '', text: '' } });
});

it('keeps an icon as long as an article of its site is in the library', async () => {
  const url = 'https://courier.example/1';
  const { articleId } = await saveArticle(makeSave({ url, canonicalUrl: url }), db);
  await storeSiteIcon('courier.example', 'data:image/png;base64,AAAA', db);
  await deleteUnusedSiteIcons(db);
  expect(await hasSiteIcon('courier.example', db)).toBe(true);
  expect(await getSiteIcons(db)).toEqual(new Map([['courier.example', 'data:image/png;base64,AAAA']]));
  await deleteArticles([articleId], db);
  await purgeDeleted(Number.MAX_SAFE_INTEGER, db);
  await deleteUnusedSiteIcons(db);
  expect(await hasSiteIcon('courier.example', db)).toBe(false);
});

/** A request to Dexie that changes rows of articles. */
const WRITE =
  /\barticles\s*\.\s*(?:put|bulkPut|add|bulkAdd|update|bulkUpdate|upsert|delete|bulkDelete|clear)\(|\barticles\b[^;{}]*\.modify\(/;

const WRITER = 'utils/library/articles/article-writes.ts';

/** These are a set and a list of the same name, not the table. */
const NOT_TABLES = ['utils/library/people/people.ts'];

it('only one file writes article rows, so that lists, counts and the search index always agree', () => {
  const writers = ['utils', 'entrypoints', 'cli'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
      .filter((file) => WRITE.test(readFileSync(path.join(ROOT, file), 'utf8'))),
  );
  expect(writers.filter((file) => !NOT_TABLES.includes(file))).toEqual([WRITER]);
});

it.each([
  ['https://www.paper.example/a/', 'http://paper.example/a'],
  ['https://paper.example/a?utm_source=x&fbclid=1#top', 'https://paper.example/a'],
  ['https://paper.example/a?b=2&a=1', 'https://paper.example/a?a=1&b=2'],
  ['https://m.paper.example/a', 'https://paper.example/a'],
  ['https://amp.paper.example/a', 'https://paper.example/a'],
  ['https://paper.example/a/amp/', 'https://paper.example/a'],
  ['https://paper.example/a.amp.html', 'https://paper.example/a.html'],
  ['https://paper.example/a?outputType=amp', 'https://paper.example/a'],
  ['https://paper.example//a', 'https://paper.example/a'],
])('identity of an address: %s is %s', (one, other) =>
  expect(normaliseAddress(one)).toBe(normaliseAddress(other)),
);

it.each([
  ['https://paper.example/a', 'https://paper.example/b'],
  ['https://paper.example/a?page=1', 'https://paper.example/a?page=2'],
  ['https://paper.example/a?id=1', 'https://paper.example/a?id=2'],
  ['https://paper.example/A', 'https://paper.example/a'],
  ['https://paper.example:8080/a', 'https://paper.example/a'],
  ['https://news.paper.example/a', 'https://paper.example/a'],
  ['https://paper.example/#!/a', 'https://paper.example/#!/b'],
  ['https://paper.example/camp', 'https://paper.example/c'],
])('identity of an address: %s is not %s', (one, other) =>
  expect(normaliseAddress(one)).not.toBe(normaliseAddress(other)),
);

itLong('identity of an address takes anything, and is its own identity', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (url) => {
        const identity = normaliseAddress(url);
        expect(typeof getHost(url)).toBe('string');
        if (/^https?:/.test(url) && URL.canParse(url))
          expect(normaliseAddress(`https://${identity}`)).toBe(identity);
      },
    ),
  );
});
