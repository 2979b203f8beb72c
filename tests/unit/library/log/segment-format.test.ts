import { expect, it } from 'vitest';
import { packSegment, readSegment } from '../../../../utils/library/log/segment-format.ts';

const RECORDS = [
  { key: 'articles "a1"', json: JSON.stringify({ id: 'a1', title: 'Lock gates open' }) },
  { key: 'tags "gone"', json: null },
];

it.each([true, false])('a segment comes back as it was written (plain: %s)', async (isPlain) => {
  const read = await readSegment(await packSegment(RECORDS, 1, { isPlain }), 1);
  expect(read).toEqual({ records: RECORDS, damaged: 0 });
});

it('a segment of a later schema counts as damaged', async () => {
  expect(await readSegment(await packSegment(RECORDS, 2), 1)).toEqual({ records: [], damaged: 1 });
});

it('a damaged segment loses no more than the frame that was hit', async () => {
  const long = RECORDS.map((record, i) => ({ ...record, json: JSON.stringify('x'.repeat(300_000) + i) }));
  const bytes = await packSegment(long, 1, { isPlain: true });
  bytes[100] = 0;
  const { records, damaged } = await readSegment(bytes, 1);
  expect(damaged).toBe(1);
  expect(records).toEqual(long.slice(1));
  expect((await readSegment(bytes.slice(0, -1), 1)).records).toEqual([]);
});
