import { expect, it } from 'vitest';
import { tidyRemote } from '../../../utils/sync/engine/compact-own.ts';
import { putSegment } from '../../../utils/sync/engine/write-own.ts';
import { articleOn, saveHarbour, twoDevices } from './harbour.ts';
import { settle } from './sync-devices.ts';

/** Bytes of a segment: nearly as many as one has that is put together with others. */
const EACH = 40_000;
const MANY = 60;
/** The largest that a phone has to take at once, in bytes. */
const MOST = 600_000;

it('puts many segments together into few, and none into one that is too large to read', async () => {
  const { a, b, place } = await twoDevices();
  await saveHarbour(a);
  await a.sync();
  const engine = await a.open();
  for (let n = 0; n < MANY; n += 1) {
    const stamp = engine.clock.next();
    const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(EACH))).toString('base64');
    const key = n.toString(16).padStart(30, '0');
    const fields = { identity: [stamp, `later-${n}`] as const, later: [stamp, noise] as const };
    await putSegment(engine, [{ key, kind: 'article', record: { fields, gone: null } }]);
  }
  await tidyRemote(engine);
  const logs = [...place.files].filter(([name]) => name.startsWith('log/'));
  expect(logs.length).toBeLessThan(12);
  for (const [, file] of logs) expect((file as Blob).size).toBeLessThan(MOST);
  await settle([a, b]);
  expect((await articleOn(b)).hasText).toBe(true);
  const came = await b.db.syncRecords.filter(({ fields }) => 'later' in fields).count();
  expect(came).toBe(MANY);
});
