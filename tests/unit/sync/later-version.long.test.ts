import { describe, expect, it } from 'vitest';
import { setFavourite } from '../../../utils/library/articles/change-articles.ts';
import { addHighlight, changeHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { createList, renameList } from '../../../utils/library/lists/lists.ts';
import { putSegment } from '../../../utils/sync/engine/write-own-log.ts';
import type { KeyedRecord } from '../../../utils/sync/format/segment-file.ts';
import type { Json } from '../../../utils/sync/merge/stamp.ts';
import { articleOn, saveHarbour, twoDevices } from './harbour.ts';
import { settle, TestDevice } from './sync-devices.ts';

/** A device of a later version changes fields of a record that is known here; nobody but it knows what they mean. */
async function laterVersionSays(
  from: TestDevice,
  kind: KeyedRecord['kind'],
  changes: Record<string, (before: Json) => Json>,
): Promise<void> {
  const later = await new TestDevice(from.place).setUp('join');
  await later.sync();
  const row = (await later.db.syncRecords.toArray()).find((one) => one.kind === kind);
  if (row === undefined) throw new Error('no record');
  const engine = await later.open();
  const fields = Object.fromEntries(
    Object.entries(changes).map(([name, change]) => {
      const [seen, before] = row.fields[name] ?? [null, null];
      return [name, [engine.clock.next(seen), change(before)] as const];
    }),
  );
  await putSegment(engine, [{ key: row.key, kind, record: { fields, gone: null } }]);
}

async function fieldOn({ db }: TestDevice, kind: string, name: string): Promise<Json | undefined> {
  return (await db.syncRecords.toArray()).find((one) => one.kind === kind)?.fields[name]?.[1];
}

describe('what only a later version knows', () => {
  it('stays as it is, whatever is changed here', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    const list = await createList('Ports', null, a.db);
    a.settings.clutter.comments = true;
    await settle([a, b]);
    await laterVersionSays(a, 'article', { rating: () => 5 });
    await laterVersionSays(a, 'list', { icon: () => 'anchor' });
    await laterVersionSays(a, 'setting', { 'clutter:balloons': () => true, shape: () => 'round' });
    await settle([a, b]);
    await setFavourite([id], true, a.db);
    await renameList(list.id, 'Harbours', b.db);
    b.settings.clutter.comments = false;
    await settle([a, b]);
    for (const device of [a, b]) {
      expect(await fieldOn(device, 'article', 'rating')).toBe(5);
      expect(await fieldOn(device, 'list', 'icon')).toBe('anchor');
      expect(await fieldOn(device, 'setting', 'clutter:balloons')).toBe(true);
      expect(await fieldOn(device, 'setting', 'shape')).toBe('round');
      expect((await device.db.lists.get(list.id))?.name).toBe('Harbours');
    }
  });

  it('and of a value that is shown here as something else, until the user changes that', async () => {
    const { a, b, place } = await twoDevices();
    const id = await saveHarbour(a);
    const mark = await addHighlight(id, { start: 4, end: 11 }, { note: 'x' }, a.db);
    if (mark === null) throw new Error('no highlight');
    await settle([a, b]);
    const colour = `colour:${mark.id}`;
    await laterVersionSays(a, 'article', {
      [colour]: () => 'violet',
      text: (text) => ({ ...(text as Record<string, Json>), readingTime: 4 }),
    });
    await settle([a, b]);
    await setFavourite([(await articleOn(b)).id], true, b.db);
    await settle([a, b]);
    expect(await fieldOn(b, 'article', colour)).toBe('violet');
    expect(await fieldOn(b, 'article', 'text')).toMatchObject({ readingTime: 4 });
    const before = place.files.size;
    await settle([a, b]);
    expect(place.files.size).toBe(before);
    await changeHighlight(mark.id, { colour: 'blue' }, b.db);
    await settle([a, b]);
    expect((await a.db.highlights.get(mark.id))?.colour).toBe('blue');
  });
});
