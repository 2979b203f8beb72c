import { expect, it } from 'vitest';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { maintainRemote } from '../../../utils/sync/engine/maintain-remote.ts';
import { putSegment } from '../../../utils/sync/engine/write-own-log.ts';
import { articleOn, saveHarbour, twoDevices } from './harbour.ts';
import { settle } from './sync-devices.ts';

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

it('joins a library with many tags without reading all of them for each', async () => {
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

/** Bytes of a segment: nearly as many as one has that is put together with others. */
const EACH = 40_000;
const MANY = 60;
/** The largest that a phone has to take at once, in bytes. */
const MOST = 600_000;

it('merges many segments into a few of limited size', async () => {
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
  await maintainRemote(engine);
  const logs = [...place.files].filter(([name]) => name.startsWith('log/'));
  expect(logs.length).toBeLessThan(12);
  for (const [, file] of logs) expect((file as Blob).size).toBeLessThan(MOST);
  await settle([a, b]);
  expect((await articleOn(b)).hasText).toBe(true);
  const came = await b.db.syncRecords.filter(({ fields }) => 'later' in fields).count();
  expect(came).toBe(MANY);
});
