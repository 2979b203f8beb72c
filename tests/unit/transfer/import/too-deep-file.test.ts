import { expect, it, vi } from 'vitest';
import { bundleFiles } from '../../../../utils/transfer/import/archive-files.ts';
import { readAll } from './read-all.ts';

vi.mock('markdown-it', () => ({
  default: () => ({
    use: () => undefined,
    parse: () => {
      throw new RangeError('Maximum call stack size exceeded');
    },
  }),
}));

it('names a file that is nested too deeply for the browser, and reads the others', async () => {
  const files = [
    new File(['---\nsource: https://paper.example/1\n---\nThe pilot'], 'a.md'),
    new File(['https://paper.example/2\nhttps://paper.example/3\n'], 'b.txt'),
  ];
  const { items, failures } = await readAll(await bundleFiles(files));
  expect(items.map(({ url }) => url)).toEqual(['https://paper.example/2', 'https://paper.example/3']);
  expect(failures.map(({ title, why }) => [title, why])).toEqual([['a.md', 'unreadable']]);
});
