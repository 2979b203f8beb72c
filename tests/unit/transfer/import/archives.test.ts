import { expect, it } from 'vitest';
import { bundleFiles } from '../../../../utils/transfer/import/archive-files.ts';
import { writeZip } from '../write-zip.ts';
import { readAll } from './read-all.ts';

const at = (n: number): string => `https://paper.example/sea/${n}`;

const POCKET = `title,url,time_added,tags,status\nThe pilot,${at(1)},1700000000,sea|weir,unread\nThe quay,${at(2)},1700000001,,archive\n`;
const ANNOTATIONS = JSON.stringify([
  {
    url: at(1),
    title: 'The pilot',
    highlights: [
      { quote: 'We stayed\nall night', created_at: 1_700_000_100 },
      { quote: 'The tide came late', created_at: 1_700_000_200 },
    ],
  },
]);
const COLLECTION = JSON.stringify({
  title: 'Harbours',
  description: '',
  slug: 'harbours',
  createdAt: '2024-01-01T00:00:00.000Z',
  items: [
    { url: at(2), title: 'The quay', excerpt: 'On the quay.', note: 'read again' },
    { url: at(3), title: 'The crane', excerpt: '' },
  ],
});

const POCKET_PARTS: (readonly [string, string])[] = [
  ['part_000000.csv', POCKET],
  ['annotations/part_000000.json', ANNOTATIONS],
  ['collections/harbours.json', COLLECTION],
];

it('reads highlights and collections from Pocket’s archive', async () => {
  const { format, items, all, failures } = await readAll(await writeZip(POCKET_PARTS));
  expect([format, failures]).toEqual(['pocketCsv', []]);
  expect(
    items.map(({ url, lists, highlights }) => [url, lists, highlights.map(({ text, note }) => text || note)]),
  ).toEqual([
    [at(1), [], []],
    [at(2), [], []],
    [at(1), [], ['We stayed\nall night', 'The tide came late']],
    [at(2), [['Harbours']], ['read again']],
    [at(3), [['Harbours']], []],
  ]);
  expect(items[2]?.highlights[0]?.createdAt).toBe(1_700_000_100_000);
  // They say nothing of whether an article is archived.
  expect(all.map((record) => 'isAddition' in record)).toEqual([false, false, true, true, true]);
});

it('reads several files together, and names those of an unknown format', async () => {
  const files = [
    new File([POCKET], 'part_000000.csv'),
    new File([ANNOTATIONS], 'part_000000.json'),
    new File([POCKET.replaceAll('/sea/', '/shore/')], 'part_000000.csv'),
    new File([await writeZip(POCKET_PARTS)], 'pocket.zip'),
    new File(['Dear Sir, I write to you.'], 'letter.txt'),
    new File(['name,url,username,password\nA,https://a.example/,ina,secret\n'], 'logins.csv'),
    new File([new Uint8Array(99)], 'picture.png'),
  ];
  const { format, items, failures } = await readAll(await bundleFiles(files));
  expect(format).toBe('pocketCsv');
  expect(items).toHaveLength(2 + 1 + 2 + 5);
  expect(failures.map(({ title, why }) => [title, why])).toEqual([
    ['letter.txt', 'unknownFile'],
    ['logins.csv', 'unknownFile'],
  ]);
});

/** An archive with a list of links and a picture that, as the archive says, unpacks to 200 MB. */
async function archiveOf200Mb(path: string): Promise<Blob> {
  const picture = 'wave.png';
  const zip = await writeZip([
    ['list.csv', POCKET.replaceAll('/sea/', path)],
    [picture, 'x'],
  ]);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const lastEntry = bytes.length - 22 - 46 - picture.length;
  new DataView(bytes.buffer).setUint32(lastEntry + 24, 200 * 2 ** 20, true);
  return new Blob([bytes]);
}

it('names nested archives that exceed the size limit of all together', async () => {
  const files = await Promise.all(
    ['/sea/', '/shore/', '/river/'].map(async (path, i) => [`${i}.zip`, await archiveOf200Mb(path)] as const),
  );
  expect((await readAll(await archiveOf200Mb('/sea/'))).items).toHaveLength(2);
  const { items, failures } = await readAll(await writeZip(files));
  expect(items.map(({ url }) => url)).toEqual([at(1), at(2)]);
  expect(failures.map(({ title, why }) => [title, why])).toEqual([
    ['1.zip', 'unknownFile'],
    ['2.zip', 'unknownFile'],
  ]);
});

const HISTORY =
  'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id\n' +
  `The pilot,Ina Holm,The Paper,${at(1)},"sea,weir",800,True,True,False,2,2024-02-01,abc1.html\n` +
  `The quay,Ole Brand,The Paper,${at(2)},,800,False,False,True,0,2024-02-01,abc2\n` +
  `The crane,,The Paper,${at(3)},,800,True,False,False,0,2024-02-01,\n`;

it('reads the tables in Matter’s archive, and names its texts', async () => {
  const zip = await writeZip([
    [
      'Archive/abc1.html',
      '<html><head><title>x</title></head><body><p>We stayed all night.</p></body></html>',
    ],
    [
      'Archive/_matter_highlights.csv',
      'Title,Author,Publisher,Highlighted Date,Text,Note\nThe pilot,Ina Holm,The Paper,2024-02-01 10:00:00,We stayed,mine\n',
    ],
    ['Archive/_matter_history.csv', HISTORY],
  ]);
  const { format, items, unmatched, failures } = await readAll(zip);
  expect(format).toBe('matter');
  expect(items).toMatchObject([
    { url: at(1), archived: false, favourite: true, tags: ['sea', 'weir'] },
    { url: at(2), archived: true, progress: 1 },
    { url: at(3), archived: false },
  ]);
  expect(unmatched).toMatchObject([
    { title: 'The pilot', byline: 'Ina Holm', highlights: [{ text: 'We stayed', note: 'mine' }] },
  ]);
  expect(failures.map(({ title, why }) => [title, why])).toEqual([['Archive/abc1.html', 'unknownFile']]);
});

it('reads Omnivore’s archive when it was packed again in a folder', async () => {
  const metadata = JSON.stringify([
    {
      id: '1',
      slug: 'pilot',
      title: 'The pilot',
      url: at(1),
      state: 'Archived',
      readingProgress: 40,
      labels: ['sea'],
    },
  ]);
  // A passage of two paragraphs and one with a line break; labels, notes, and a note on the article.
  const highlights = [
    '> We stayed\n> all night \n\n#sea #pilots\n\nremember this',
    'On the whole article\n\nin two parts\n\n',
    '> The tide\ncame late ',
  ].join('\n\n');
  const zip = await writeZip([
    ['export/metadata_0_to_20.json', metadata],
    ['export/content/pilot.html', '<p>We stayed</p><p>all night</p>'],
    ['export/highlights/pilot.md', highlights],
    ['export/.DS_Store', 'x'],
    ['pocket.csv', POCKET],
  ]);
  const { format, items } = await readAll(zip);
  expect(format).toBe('mixed');
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({
    url: at(1),
    archived: true,
    progress: 0.4,
    html: '<p>We stayed</p><p>all night</p>',
  });
  expect(items[0]?.highlights.map(({ text, note }) => [text, note])).toEqual([
    ['We stayed all night', ''],
    ['', '#sea #pilots remember this On the whole article in two parts'],
    ['The tide came late', ''],
  ]);
});

it('reads the other files when a text file looks like JSON', async () => {
  const files = [
    new File(['[007] The pilot\n'], 'agents.txt'),
    new File(['[01/02/2024] Ina: we stayed all night\n'], 'chat.txt'),
    new File([POCKET], 'pocket.csv'),
  ];
  const { format, items, failures } = await readAll(await bundleFiles(files));
  expect([format, items.length]).toEqual(['pocketCsv', 2]);
  expect(failures.map(({ title, why }) => [title, why])).toEqual([
    ['agents.txt', 'unknownFile'],
    ['chat.txt', 'unknownFile'],
  ]);
});

it('names a damaged file, and reads the others', async () => {
  const zip = await writeZip([
    ['note.txt', 'We stayed all night.'],
    ['pocket.csv', POCKET],
  ]);
  const bytes = new Uint8Array(await zip.arrayBuffer());
  // The first entry no longer has the checksum that is stored with it.
  bytes[30 + 'note.txt'.length] = 0;
  const { items, failures } = await readAll(new Blob([bytes]));
  expect(items).toHaveLength(2);
  expect(failures.map(({ title, why }) => [title, why])).toEqual([['note.txt', 'unreadable']]);
});

it.each([
  ['[2024 budget](https://paper.example/1)', '2024 budget'],
  ['["The pilot" stayed](https://paper.example/1)', '"The pilot" stayed'],
  ['[true](https://paper.example/1)', 'true'],
  ['[ ] https://paper.example/1 The pilot', 'The pilot'],
])('recognises a list of links whose first line looks like JSON: %s', async (line, title) => {
  const { format, items } = await readAll(new Blob([`${line}\n[The quay](https://paper.example/2)\n`]));
  expect([format, items.map((item) => item.title)]).toEqual(['urlList', [title, 'The quay']]);
});

it.each([
  ['[M](https://paper.example/Mercury_(planet))', 'https://paper.example/Mercury_(planet)'],
  ['[M](<https://paper.example/a_(b)_(c)>) and more)', 'https://paper.example/a_(b)_(c)'],
  ['[M](https://paper.example/(a)', 'https://paper.example/(a'],
  ['[M](https://paper.example/1)(a)', 'https://paper.example/1'],
])('reads a Markdown link with parentheses in its address: %s', async (line, url) => {
  const { items } = await readAll(new Blob([`${line}\n`]));
  expect(items.map((item) => item.url)).toEqual([url]);
});
