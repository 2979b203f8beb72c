import { expect, it } from 'vitest';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { saveHarbour, twoDevices } from './harbour.ts';

/** Counts reads of all tags that articles have. The library is opened anew for that. */
async function countReads(db: LibraryDb): Promise<{ reads: number }> {
  const counted = { reads: 0 };
  db.use({
    stack: 'dbcore',
    name: 'counts reads',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (name !== 'counts') return table;
        return {
          ...table,
          query: (request) => {
            counted.reads += 1;
            return table.query(request);
          },
        };
      },
    }),
  });
  db.close({ disableAutoOpen: false });
  await db.open();
  return counted;
}

it('a library with many tags is joined without reading all of them for each, and articles have their spelling', async () => {
  const { a, b } = await twoDevices();
  const tags = Array.from({ length: 200 }, (_, n) => `Tag ${n}`);
  for (let n = 0; n < 10; n += 1)
    await saveHarbour(a, { url: `https://harbour.example/${n}` }, { tags: tags.slice(n * 20, n * 20 + 20) });
  await a.sync();
  // Here they are written otherwise, on an article that is there and on one in the trash.
  await saveHarbour(b, { url: 'https://quay.example/1' }, { tags: ['TAG 3'] });
  const trashed = await saveHarbour(b, { url: 'https://quay.example/2' }, { tags: ['TAG 7'] });
  await deleteArticles([trashed], b.db);
  const counted = await countReads(b.db);
  await b.sync();
  // In which order the tags come is by chance.
  expect(counted.reads).toBeLessThan(tags.length / 2);
  await a.sync();
  await b.sync();
  const names = (await b.db.tags.toArray()).map(({ name }) => name);
  for (const { tags: held } of await b.db.articles.toArray())
    for (const tag of held) expect(names).toContain(tag);
});
