/** Tables and lists of objects whose fields have common names, and highlights with markup. */
import { expect, it } from 'vitest';
import { readAll, readJson, readText } from './read-all.ts';

/** A binary property list that is an empty dictionary: the object, its place, the trailer. */
const EMPTY_PLIST = [
  0xd0,
  8,
  ...[0, 0, 0, 0, 0, 0, 1, 1],
  ...[0, 0, 0, 0, 0, 0, 0, 1],
  ...[0, 0, 0, 0, 0, 0, 0, 0],
].concat([0, 0, 0, 0, 0, 0, 0, 9]);

const at = (n: number): string => `https://paper.example/${n}`;

it('reads quotes and comments of Hypothesis as highlights of their pages, and the annotator as nobody', async () => {
  const { items, all } = await readText(
    `Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n2024-02-01 10:00,ina,,${at(1)},Public,Annotation,The water comes,When?,"tide,sea"\n2024-02-01 10:05,ina,,${at(1)},Public,Page note,,Read again,\n`,
  );
  expect(items).toMatchObject([
    {
      url: at(1),
      byline: null,
      tags: ['tide', 'sea'],
      highlights: [
        { text: 'The water comes', note: 'When?' },
        { text: '', note: 'Read again' },
      ],
    },
  ]);
  expect(all.every((record) => 'isAddition' in record && record.isAddition)).toBe(true);
});

it('reads Hypothesis’ JSON', async () => {
  const selector = [{ type: 'RangeSelector' }, { type: 'TextQuoteSelector', exact: 'The water comes' }];
  const annotation = {
    ...{ id: 'a', created: '2024-02-01T10:00:00+00:00', user: 'acct:ina@paper.example', uri: at(1) },
    ...{
      text: 'When?',
      tags: ['tide'],
      target: [{ source: at(1), selector }],
      document: { title: ['Tides'] },
    },
  };
  const { format, items } = await readJson({ export_date: '2024-02-02', annotations: [annotation] });
  expect(format).toBe('json');
  expect(items).toMatchObject([
    { url: at(1), title: 'Tides', tags: ['tide'], highlights: [{ text: 'The water comes', note: 'When?' }] },
  ]);
});

it('reads the addresses of articles, not those of the service, from Readwise Reader’s API', async () => {
  const entry = (facts: object): object => ({
    ...{
      id: '1',
      url: 'https://service.example/read/1',
      source_url: at(1),
      title: 'Tides',
      author: 'Ina Berg',
    },
    ...{ category: 'article', location: 'archive', tags: { tide: { name: 'tide', type: 'manual' } } },
    ...{ site_name: 'Paper', created_at: '2024-02-01T10:00:00Z', summary: 'It comes.', parent_id: null },
    ...{
      published_date: 1_706_745_600_000,
      reading_progress: 0.5,
      notes: 'Mine',
      html_content: '<p>All.</p>',
    },
    ...facts,
  });
  const { items, failures } = await readJson({
    count: 3,
    nextPageCursor: null,
    results: [
      entry({}),
      entry({ location: 'feed' }),
      entry({ parent_id: '1', source_url: '', category: 'highlight' }),
    ],
  });
  expect(items).toMatchObject([
    {
      ...{
        url: at(1),
        title: 'Tides',
        byline: 'Ina Berg',
        siteName: 'Paper',
        tags: ['tide'],
        archived: true,
      },
      ...{
        publishedAt: '2024-02-01T00:00:00.000Z',
        progress: 0.5,
        excerpt: 'It comes.',
        html: '<p>All.</p>',
      },
      highlights: [{ text: '', note: 'Mine' }],
    },
  ]);
  expect(failures.map(({ why }) => why)).toEqual(['notSaved', 'noAddress']);
});

it.each([
  [
    'Shaarli',
    { id: 1, url: at(1), shorturl: 'a', title: 'Tides', description: '', tags: ['sea'], private: false },
  ],
  ['Buku', { index: 1, uri: at(1), title: 'Tides', description: '', tags: 'sea' }],
  ['Feedbin', { id: 1, feed_id: 2, title: 'Tides', url: at(1), content: '<p>All.</p>', tags: ['sea'] }],
])('reads a list as %s writes it', async (_, entry) => {
  const { format, items } = await readJson([entry]);
  expect(format).toBe('json');
  expect(items).toMatchObject([{ url: at(1), title: 'Tides', tags: ['sea'] }]);
});

it('reads notes and tags of highlights, and times of Notion', async () => {
  const [glasp, notion] = [
    await readText(`title,url,highlight,notes,tags\nTides,${at(1)},The water comes,When?,sea\n`),
    await readText(`Name,URL,Created time,Tags\nTides,${at(1)},"February 1, 2024 10:00 AM",sea\n`),
  ];
  expect(glasp.items).toMatchObject([
    { tags: ['sea'], highlights: [{ text: 'The water comes', note: 'When?' }] },
  ]);
  expect(notion.items[0]?.savedAt).toBe(new Date(2024, 1, 1, 10).getTime());
});

it.each([
  ['passwords', [{ name: 'Paper', url: at(1), username: 'ina', password: 'x' }], 'unknown'],
  ['settings of an application', new Blob(['bplist00', Uint8Array.from(EMPTY_PLIST)]), 'unknown'],
])('refuses %s', async (_, value, code) => {
  const file = value instanceof Blob ? readAll(value) : readJson(value);
  await expect(file).rejects.toMatchObject({ code });
});

it('takes highlights as the text that the article has, and leaves other words in angle brackets', async () => {
  const { items } = await readText(
    `url,title,quote\n${at(1)},One,"The water<br>comes&nbsp;<a href=""/x"">back</a> &amp; stays"\n${at(2)},Two,if a <x and y> d\n`,
  );
  expect(items.map(({ highlights }) => highlights[0]?.text)).toEqual([
    'The water\ncomes back & stays',
    'if a <x and y> d',
  ]);
});
