import { describe, expect, it } from 'vitest';
import { packSegment, readSegment } from '../../../../utils/library/log/segment-format.ts';

const RECORDS = [
  { key: 'articles "a1"', json: JSON.stringify({ id: 'a1', title: 'Lock gates open' }) },
  { key: 'tags "gone"', json: null },
];

/** What the release with schema 5 wrote of these, as it is and packed. */
const FORMER = [
  'T0ZQSgEABQBSRkUAAAAuL3tbYXJ0aWNsZXMgImExIgl7ImlkIjoiYTEiLCJ0aXRsZSI6IkxvY2sgZ2F0ZXMgb3BlbiJ9CnRhZ3MgImdvbmUiCW51bGwK',
  'T0ZQSgEABQBGUkQAAAB2z9WISywqyUzOSS1WUEo0VOKsVspMUbICMXWUSjJLclKVrJR88pOzFdITS1KLFfILUvOUarlKEtOLFZTS8/NSlTjzSnNyuAA=',
];

describe('a segment', () => {
  it('is read as former releases wrote it', async () => {
    for (const bytes of FORMER) {
      const read = await readSegment(Uint8Array.from(Buffer.from(bytes, 'base64')), 6);
      expect(read).toEqual({ records: RECORDS, damaged: 0 });
    }
  });

  it('is not read by a release that knows less', async () => {
    expect(await readSegment(await packSegment(RECORDS, 7), 6)).toEqual({ records: [], damaged: 1 });
  });

  it('loses no more than the frame that was hit', async () => {
    const long = RECORDS.map((record, i) => ({ ...record, json: JSON.stringify('x'.repeat(300_000) + i) }));
    const bytes = await packSegment(long, 6, { isPlain: true });
    bytes[100] = 0;
    const { records, damaged } = await readSegment(bytes, 6);
    expect(damaged).toBe(1);
    expect(records).toEqual(long.slice(1));
    expect((await readSegment(bytes.slice(0, -1), 6)).records).toEqual([]);
  });
});
