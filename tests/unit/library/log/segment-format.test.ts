import { expect, it } from 'vitest';
import { packSegment, readSegment } from '../../../../utils/library/log/segment-format.ts';

it('takes a segment of a later schema for damaged', async () => {
  const later = await packSegment([{ key: 'tags "gone"', json: null }], 2);
  expect(await readSegment(later, 1)).toEqual({ records: [], damaged: 1 });
});

it('loses no more than the frame that was hit', async () => {
  const long = ['a', 'b'].map((key) => ({ key, json: JSON.stringify(key.repeat(300_000)) }));
  const bytes = await packSegment(long, 1, { isPlain: true });
  bytes[100] = 0;
  const { records, damaged } = await readSegment(bytes, 1);
  expect(damaged).toBe(1);
  expect(records).toEqual(long.slice(1));
  expect((await readSegment(bytes.slice(0, -1), 1)).records).toEqual([]);
});
