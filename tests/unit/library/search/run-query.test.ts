import { beforeEach, expect, it } from 'vitest';
import type { Article } from '../../../../utils/article/types.ts';
import {
  changeTags,
  setArchived,
  setDone,
  setFavourite,
  setInList,
  setPinned,
} from '../../../../utils/library/articles/change-articles.ts';
import { addHighlight, changeHighlight } from '../../../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { readForExport } from '../../../../utils/library/backup/export-articles.ts';
import { createList, listTree } from '../../../../utils/library/lists/lists.ts';
import { listSortedIds } from '../../../../utils/library/lists/sort-articles.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { searchIds, waitForRebuild } from '../../../../utils/library/search/search.ts';
import { renameStory } from '../../../../utils/library/stories/decide-stories.ts';
import type { View } from '../../../../utils/library/types.ts';
import { search } from '../find-articles.ts';
import { freshDisk } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';
import { groupByHand } from '../stories/group-by-hand.ts';

type Sample = Partial<Article> & { title: string; host?: string; speakers?: string[] };

const SAMPLES: Sample[] = [
  {
    ...{ title: 'Harbour freezes', publishedAt: '2025-12-30', speakers: ['Ada Holm'] },
    text: 'The harbour lock gate froze on Monday.',
  },
  {
    ...{ title: 'Gate opens', text: 'A lock was oiled, and the gate opened.', host: 'north.example.com' },
    ...{ byline: 'By Ada Holm and Ove Lock', publishedAt: '2026-02-01', wordCount: 2400 },
  },
  {
    ...{ title: 'Кораблі у порту', text: 'Порт Одеси прийняв двадцять кораблів.', host: 'ua.example' },
    ...{ byline: 'Олена Порт', lang: 'uk-UA', publishedAt: '2026-03-01' },
  },
  { title: '港が開く', text: '港は五月に再び開く。', host: 'jp.example', publishedAt: '2026-04-01' },
  {
    ...{ title: 'الميناء', text: 'أُعيد فتح الميناء في مايو.', host: 'ar.example' },
    ...{ publishedAt: '2026-05-01', speakers: ['Adam Berg', 'Ines Holm'] },
  },
];
const PLAIN = { publishedAt: '2026-01-01', wordCount: 500, byline: null, lang: 'en', siteName: null };

let disk = freshDisk();
let db: LibraryDb;
const ids = new Map<string, string>();
const idOf = (title: string) => ids.get(title) ?? '';

beforeEach(async () => {
  disk = freshDisk();
  db = disk.open();
  for (const [i, { host = 'example.com', speakers = [], ...article }] of SAMPLES.entries()) {
    const save = makeSave(
      { ...PLAIN, url: `https://${host}/${i}`, ...article },
      { quotes: speakers.map((name) => makeQuote('Yes,', name)), savedAt: Date.UTC(2026, 5, i + 1) },
    );
    ids.set(article.title, (await saveArticle(save, db)).articleId);
  }
});

async function find(query: string, view: View = 'all'): Promise<string[]> {
  const { hits } = await search(query, { view }, db);
  return hits.map(({ article }) => article.title);
}

it('fields find in a list what it shows, also where two devices moved two lists into each other', async () => {
  const ports = await createList('Ports', null, db);
  const asia = await createList('Asia', ports.id, db);
  await setInList([idOf('Gate opens')], ports.id, true, db);
  await setInList([idOf('港が開く')], asia.id, true, db);
  await db.lists.update(ports.id, { parentId: asia.id });
  const [outer, inner] = (await listTree(db)).map(({ list }) => list.name);
  expect(await find(`list:${inner}`)).toEqual([inner === 'Asia' ? '港が開く' : 'Gate opens']);
  const parts = { texts: false, highlights: false, images: false };
  const exported = readForExport([...ids.values()], parts, undefined, undefined, db);
  const paths: unknown[] = [];
  for await (const { lists } of exported) paths.push(...lists);
  expect(paths).toContainEqual([outer]);
  expect(paths).toContainEqual([outer, inner]);
});

it('fields find by state, tag, list, site, date and length', async () => {
  await setFavourite([idOf('Gate opens')], true, db);
  await setDone([idOf('Harbour freezes')], true, db);
  await changeTags([idOf('الميناء')], { tagsToAdd: ['Far North'] }, db);
  const outer = await createList('Ports', null, db);
  const inner = await createList('Asia', outer.id, db);
  await setInList([idOf('港が開く')], inner.id, true, db);
  expect(await find('is:favourite')).toEqual(['Gate opens']);
  expect(await find('is:done')).toEqual(['Harbour freezes']);
  expect(await find('tag:"far north"')).toEqual(['الميناء']);
  expect(await find('list:ports')).toEqual(['港が開く']);
  expect(await find('site:example.com')).toEqual(['Gate opens', 'Harbour freezes']);
  expect(await find('before:2026')).toEqual(['Harbour freezes']);
  expect(await find('after:2026-04-01')).toEqual(['الميناء', '港が開く']);
  expect(await find('min:5')).toEqual(['Gate opens']);
  expect(await find('max:5 -site:example.com -after:2026-05')).toEqual(['港が開く', 'Кораблі у порту']);
  expect(await find('tag:nothing')).toEqual([]);
});

it('fields find what has long been in the archive with nothing that says it should stay', async () => {
  const year = 365 * 86_400_000;
  const archived = async (title: string, ago: number) => {
    await setArchived([idOf(title)], true, db);
    await db.articles.update(idOf(title), { archivedAt: Date.now() - ago });
  };
  for (const title of ['Gate opens', 'الميناء', '港が開く']) await archived(title, year + 1000);
  // Read long ago, but put there only now.
  await archived('Harbour freezes', 1000);
  await db.articles.update(idOf('Harbour freezes'), { finishedAt: Date.now() - 2 * year });
  await changeTags([idOf('الميناء')], { tagsToAdd: ['port'] }, db);
  await setPinned([idOf('港が開く')], true, db);
  expect(await find('is:forgotten', 'archive')).toEqual(['Gate opens']);
});

it('fields find a speaker by the words of one name', async () => {
  expect(await find('speaker:holm')).toEqual(['الميناء', 'Harbour freezes']);
  expect(await find('speaker:"Ada Holm"')).toEqual(['Harbour freezes']);
  expect(await find('speaker:"Adam Holm"')).toEqual([]);
});

it('fields find words in titles alone', async () => {
  expect(await find('gate')).toEqual(['Gate opens', 'Harbour freezes']);
  expect(await find('title:gate')).toEqual(['Gate opens']);
  expect(await find('title:t')).toEqual([]);
});

it('fields find who wrote it, not who is quoted in it', async () => {
  expect(await find('author:holm')).toEqual(['Gate opens']);
  expect(await find('by:"ove lock"')).toEqual(['Gate opens']);
  expect(await find('author:олена')).toEqual(['Кораблі у порту']);
  expect(await find('author:gate')).toEqual([]);
});

it('fields find a language by its code or its name', async () => {
  for (const query of ['lang:uk', 'lang:UK_ua', 'lang:ukr', 'language:Ukrainian', '-lang:en'])
    expect(await find(query), query).toEqual(['Кораблі у порту']);
  for (const query of ['lang:ua', 'lang:Klingonisch', 'lang:!']) expect(await find(query), query).toEqual([]);
});

it('fields find words of the user’s notes alone', async () => {
  const highlight = await addHighlight(idOf('Gate opens'), { start: 0, end: 6 }, { note: 'ask Ada' }, db);
  expect(await find('note:ask')).toEqual(['Gate opens']);
  expect(await find('note:oiled')).toEqual([]);
  await changeHighlight(highlight?.id ?? '', { note: 'done' }, db);
  expect(await find('note:ask')).toEqual([]);
});

it('fields never find what is deleted', async () => {
  await deleteArticles([idOf('Harbour freezes')], db);
  for (const query of ['before:2026', 'max:9 site:example.com', '-tag:x harbour', 'speaker:ada']) {
    expect(await find(query), query).not.toContain('Harbour freezes');
  }
});

it('words stand side by side in a phrase, in any script, and are marked there', async () => {
  expect(await find('"lock gate"')).toEqual(['Harbour freezes']);
  expect(await find('lock gate')).toHaveLength(2);
  expect(await find('"порт одеси"')).toEqual(['Кораблі у порту']);
  expect(await find('"五月に再び"')).toEqual(['港が開く']);
  expect(await find('"فتح الميناء"')).toEqual(['الميناء']);
  const [hit] = (await search('"LOCK gate"', {}, db)).hits;
  expect(hit?.snippet?.hits.map(([start, end]) => hit.snippet?.text.slice(start, end))).toEqual([
    'lock gate',
  ]);
});

it('words can be either, or missing', async () => {
  expect(await find('oiled OR froze')).toHaveLength(2);
  expect(await find('gate -froze')).toEqual(['Gate opens']);
  expect(await find('gate (oiled OR порт)')).toEqual(['Gate opens']);
  expect(await find('-gate -порт')).toEqual(['الميناء', '港が開く']);
});

it('words keep to a view, and to an order when asked', async () => {
  await setArchived([idOf('Gate opens')], true, db);
  expect(await find('gate', 'inbox')).toEqual(['Harbour freezes']);
  const sorted = await searchIds('gate', { sort: { by: 'published', reversed: true } }, db);
  expect(sorted).toEqual([idOf('Harbour freezes'), idOf('Gate opens')]);
});

it.each([
  ['its id', 'story:ice'],
  ['words of its title', 'story:"the froz"'],
  ['another name of the field', 'event:frozen'],
])('a story is searched by %s', async (_, query) => {
  await groupByHand(db, 'ice', [idOf('Harbour freezes'), idOf('Gate opens')]);
  await renameStory('ice', 'The frozen harbour', db);
  expect((await find(query)).toSorted()).toEqual(['Gate opens', 'Harbour freezes']);
  expect(await find(`${query} oiled`)).toEqual(['Gate opens']);
  expect(await find('story:thaw')).toEqual([]);
});

it('orders hold every article once', async () => {
  await setPinned([idOf('Gate opens')], true, db);
  await setDone([idOf('Harbour freezes')], true, db);
  const titles = new Map([...ids].map(([title, id]) => [id, title]));
  const order = async (by: 'saved' | 'published' | 'length' | 'site' | 'progress', reversed = false) =>
    (await listSortedIds('all', { by, reversed }, db)).map((id) => titles.get(id));
  const newest = ['Gate opens', 'الميناء', '港が開く', 'Кораблі у порту', 'Harbour freezes'];
  expect(await order('saved')).toEqual(newest);
  expect(await order('saved', true)).toEqual(newest.toReversed());
  expect(await order('published')).toEqual([
    'الميناء',
    '港が開く',
    'Кораблі у порту',
    'Gate opens',
    'Harbour freezes',
  ]);
  expect((await order('length')).at(-1)).toBe('Gate opens');
  expect(await order('progress')).toEqual([
    'Harbour freezes',
    'Gate opens',
    'الميناء',
    '港が開く',
    'Кораблі у порту',
  ]);
  expect(await order('site')).toEqual([
    'الميناء',
    'Harbour freezes',
    '港が開く',
    'Gate opens',
    'Кораблі у порту',
  ]);
});

const sound = async (): Promise<void> => {
  await search('harbour', {}, db);
  await waitForRebuild(db);
  expect(await find('harbour')).toEqual(['Harbour freezes']);
  expect(await find('gate')).toHaveLength(2);
};

it('a search index that is not whole is built anew where a piece is gone', async () => {
  await db.segments.delete((await db.segments.toCollection().primaryKeys())[0] ?? 0);
  db = disk.open();
  expect((await search('harbour', {}, db)).building).toBe(true);
  await sound();
  expect((await search('harbour', {}, db)).building).toBe(false);
});

it('a search index that is not whole is built anew where a piece was cut short', async () => {
  const piece = await db.segments.toCollection().first();
  if (piece !== undefined) await db.segments.put({ ...piece, postings: piece.postings.slice(0, 3) });
  db = disk.open();
  await sound();
});

it('a search index that is not whole is built anew where it is of an older format, or its building was broken off', async () => {
  await db.meta.clear();
  db = disk.open();
  await sound();
});
