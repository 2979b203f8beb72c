/** Files of unknown products: trees of any kind, tables without a header, and what is said of their columns. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeFields } from '../../../../utils/transfer/import/formats/any-fields.ts';
import { parseFileHead } from '../../../../utils/transfer/import/read-head.ts';
import { describeDeclaredFields } from '../declared-fields.ts';
import { note, readJson, readText } from './read-all.ts';

const at = (n: number): string => `https://paper.example/${n}`;
const SAVED = Date.UTC(2024, 1, 1, 10);
const tab = (n: number) => ({
  id: n,
  index: 0,
  title: `Tides ${n}`,
  url: at(n),
  favIconUrl: '',
  pinned: false,
});

it.each([
  [
    'Session Buddy 4',
    {
      format: 'nxs.json.v2',
      collections: [
        {
          ...{ id: 'a', title: 'Sea', created: SAVED },
          folders: [
            { id: 'f', links: [tab(1)] },
            { title: 'Ports', links: [tab(2)] },
          ],
        },
      ],
    },
    [['Sea'], ['Sea', 'Ports']],
  ],
  [
    'Session Buddy 3',
    {
      format: 'nxs.json.v1',
      sessions: [
        {
          type: 'saved',
          name: 'Sea',
          created: '2024-02-01T10:00:00Z',
          windows: [{ tabs: [tab(1), tab(2)] }],
        },
      ],
    },
    [['Sea'], ['Sea']],
  ],
  [
    'Tab Session Manager',
    [
      {
        windows: { 7: { 1: tab(1), 2: tab(2) } },
        windowsInfo: { 7: { id: 7, focused: true, type: 'normal' } },
        ...{
          windowsNumber: 1,
          tabsNumber: 2,
          name: 'Sea',
          date: SAVED,
          tag: [],
          sessionStartTime: 1,
          id: 'u',
        },
      },
    ],
    [['Sea'], ['Sea']],
  ],
])('reads the tabs of sessions as %s writes them', async (_, value, lists) => {
  const { format, items, failures } = await readJson(value);
  expect([format, failures]).toEqual(['json', []]);
  expect(items.map(({ url, title }) => [url, title])).toEqual([
    [at(1), 'Tides 1'],
    [at(2), 'Tides 2'],
  ]);
  expect(items.map((item) => item.lists)).toEqual(lists.map((path) => [path]));
  expect(items.map(({ savedAt }) => savedAt)).toEqual([SAVED, SAVED]);
});

it('names what Session Buddy kept by itself as not saved', async () => {
  const { items, failures } = await readJson({
    format: 'nxs.json.v2',
    collections: [{ title: 'Sea', folders: [{ links: [tab(1)] }] }],
    history: [{ type: 'browser-closed', folders: [{ links: [tab(2)] }] }],
  });
  expect(items.map(({ url }) => url)).toEqual([at(1)]);
  expect(failures).toMatchObject([{ why: 'notSaved', url: at(2) }]);
});

it('reads Toby’s lists: own titles, notes and labels', async () => {
  const card = { title: 'Tides', url: at(1), customTitle: 'My tides', customDescription: 'Mine' };
  const { items } = await readJson({
    version: 3,
    lists: [
      {
        title: 'Sea',
        cards: [card, { ...card, url: at(2), customTitle: '', customDescription: '' }],
        labels: ['tide'],
      },
    ],
  });
  expect(items).toMatchObject([
    { title: 'My tides', lists: [['Sea']], tags: ['tide'], highlights: [note('Mine')] },
    { title: 'Tides', lists: [['Sea']], tags: ['tide'], highlights: [] },
  ]);
});

it('reads xBrowserSync’s backup: folders, but not those it made itself', async () => {
  const bookmark = (n: number, facts = {}) => ({ id: n, title: `Tides ${n}`, url: at(n), ...facts });
  const bookmarks = [
    { id: 1, title: '[xbs] Toolbar', children: [bookmark(1, { description: 'The water', tags: ['tide'] })] },
    { id: 2, title: '[xbs] Other', children: [{ id: 3, title: 'Ports', children: [bookmark(2)] }] },
  ];
  const { items } = await readJson({
    xbrowsersync: { date: '20240201100000', sync: {}, data: { bookmarks } },
  });
  expect(items).toMatchObject([
    { url: at(1), lists: [], tags: ['tide'], excerpt: 'The water' },
    { url: at(2), lists: [['Ports']] },
  ]);
});

it('limits the names and the nesting of folders', async () => {
  let tree: object = tab(1);
  for (let depth = 30; depth > 0; depth -= 1)
    tree = { name: `${depth} ${'Sea'.repeat(1000)}`, cards: [tree] };
  const { items } = await readJson({ tree });
  const [path = []] = items[0]?.lists ?? [];
  expect([path.length, path[0]?.slice(0, 6), path.at(-1)?.slice(0, 6)]).toEqual([16, '15 Sea', '30 Sea']);
  expect(Math.max(...path.map((name) => name.length))).toBeLessThanOrEqual(120);
});

it('recovers the tabs of a tree that is cut off, without their lists', async () => {
  const whole = JSON.stringify({ version: 3, lists: [{ title: 'Sea', cards: [tab(1), tab(2)] }] });
  const { items, failures } = await readText(whole.slice(0, -9));
  expect(items.map(({ url }) => url)).toEqual([at(1)]);
  expect(failures).toMatchObject([{ why: 'unreadable' }]);
});

it.each([
  ['accounts', { folders: [{ items: [{ name: 'Paper', uri: at(1), username: 'ina' }] }] }],
  ['settings', { name: 'app', homepage: at(1), repository: { type: 'git', url: 'git@code.example' } }],
  ['nothing', { lists: [{ title: 'Sea', cards: [] }] }],
])('refuses a tree with %s', async (_, value) => {
  await expect(readJson(value)).rejects.toMatchObject({ code: 'unknown' });
});

it('reads Diigo’s rows without a header', async () => {
  const row = (n: number): string =>
    `"Tides ${n}","${at(n)}","sea,tide","About tides","I agree","Highlight:The water comes.","2013-02-07 09:15:04 UTC"\n`;
  const { format, items } = await readText(row(1) + row(2));
  expect(format).toBe('csv');
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({
    ...{ url: at(1), title: 'Tides 1', tags: ['sea', 'tide'], savedAt: Date.UTC(2013, 1, 7, 9, 15, 4) },
    highlights: [note('I agree'), { text: 'The water comes.' }],
  });
});

it('reads Omnivore’s metadata alone', async () => {
  const entry = {
    id: 'a',
    slug: 'tides',
    title: 'Tides',
    url: at(1),
    state: 'Archived',
    readingProgress: 40,
  };
  const { format, items } = await readJson([{ ...entry, labels: ['tide'], savedAt: '2024-02-01T10:00:00Z' }]);
  expect(format).toBe('omnivore');
  expect(items).toMatchObject([{ archived: true, progress: 0.4, tags: ['tide'], savedAt: SAVED }]);
});

it('knows an empty collection of Pocket', async () => {
  const collection = { title: 'Sea', description: '', slug: 'sea', createdAt: '2024-02-01', items: [] };
  expect(await readJson(collection)).toMatchObject({ format: 'pocketCsv', all: [] });
});

it.each([
  [
    'a table',
    `Name,URL,Created time,Rating,Mood,Empty\nTides,${at(1)},2024-02-01,5,calm,\n`,
    { used: ['URL', 'Name', 'Created time'], unused: ['Rating', 'Mood'] },
  ],
  [
    'a list',
    JSON.stringify([
      { link: at(1), title: 'Tides', name: 'shadowed', tags: ['sea'], mood: 'calm', empty: null },
    ]),
    { used: ['link', 'title', 'tags'], unused: ['name', 'mood'] },
  ],
  ['a page', '<p>Tides</p>', null],
])('says of %s which columns are read', async (_, text, use) => {
  const found = describeFields(await parseFileHead(new Blob([text])));
  expect(found && { used: found.used.sort(), unused: found.unused }).toEqual(
    use && { ...use, used: use.used.sort() },
  );
});

it('lists in docs/formats.md the columns and fields that are read', () => {
  expect(readFileSync('docs/formats.md', 'utf8')).toContain(describeDeclaredFields());
});
