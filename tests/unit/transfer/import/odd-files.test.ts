import { expect, it } from 'vitest';
import { bundleFiles } from '../../../../utils/transfer/import/archive-files.ts';
import { readAll } from './read-all.ts';
import { safariBinary } from './safari-bookmarks.ts';

const POCKET =
  'title,url,time_added,tags,status\nThe pilot,https://paper.example/1,1700000000,sea,unread\nThe quay,https://paper.example/2,1700000001,,archive\n';

it('a file that looks like numbers in JSON, and is none, costs the other files nothing', async () => {
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

it('a damaged file is named, and costs the others nothing', async () => {
  const whole = safariBinary();
  // Its table of places is gone.
  const damaged = new Blob([whole.slice(0, 300), whole.slice(whole.size - 32)]);
  const files = [new File([damaged], 'Bookmarks.plist'), new File([POCKET], 'pocket.csv')];
  const { items, failures } = await readAll(await bundleFiles(files));
  expect(items).toHaveLength(2);
  expect(failures.map(({ title, why }) => [title, why])).toEqual([['Bookmarks.plist', 'unreadable']]);
});

it.each([
  ['[2024 budget](https://paper.example/1)', '2024 budget'],
  ['["The pilot" stayed](https://paper.example/1)', '"The pilot" stayed'],
  ['[true](https://paper.example/1)', 'true'],
  ['[ ] https://paper.example/1 The pilot', 'The pilot'],
])('a list of links is one, though its first line begins as JSON does: %s', async (line, title) => {
  const { format, items } = await readAll(new Blob([`${line}\n[The quay](https://paper.example/2)\n`]));
  expect([format, items.map((item) => item.title)]).toEqual(['urlList', [title, 'The quay']]);
});

it.each([
  ['[M](https://paper.example/Mercury_(planet))', 'https://paper.example/Mercury_(planet)'],
  ['[M](<https://paper.example/a_(b)_(c)>) and more)', 'https://paper.example/a_(b)_(c)'],
  ['[M](https://paper.example/(a)', 'https://paper.example/(a'],
  ['[M](https://paper.example/1)(a)', 'https://paper.example/1'],
])('a link in Markdown may have a pair of brackets in its address: %s', async (line, url) => {
  const { items } = await readAll(new Blob([`${line}\n`]));
  expect(items.map((item) => item.url)).toEqual([url]);
});
