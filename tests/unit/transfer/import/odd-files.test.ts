import { expect, it } from 'vitest';
import { bundleFiles } from '../../../../utils/transfer/import/bundle-files.ts';
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
