import { expect, it } from 'vitest';
import { recordsOfKeys } from '../../../../utils/library/log/segment-index.ts';
import { freshLibrary } from '../fresh-library.ts';

it('asks for the records of many keys a few at a time, since other queries wait for all that were asked before', async () => {
  const db = freshLibrary();
  let [open, most] = [0, 0];
  db.use({
    stack: 'dbcore',
    name: 'open-queries',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const query: typeof table.query = (request) => {
          open += 1;
          most = Math.max(most, open);
          return table.query(request).then((answer) => {
            open -= 1;
            return answer;
          });
        };
        return { ...table, query };
      },
    }),
  });
  await db.logRecords.bulkPut([
    { key: 'articles "a7"', segment: 2, size: 1 },
    { key: 'articles "a7"', segment: 1, size: 1 },
  ]);
  const keys = Array.from({ length: 300 }, (_, i) => `articles "a${i}"`);
  const records = await recordsOfKeys(db, keys);
  expect([records.size, records.get('articles "a7"')?.map(({ segment }) => segment)]).toEqual([300, [1, 2]]);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(50);
});
