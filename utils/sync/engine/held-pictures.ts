/**
 * Pictures that were at the place and are to go there again, after a loss, wait like all others while the device is where
 * data costs money.
 */
import type { Engine } from './engine-types.ts';
import { readState, writeState } from './sync-state.ts';

const isPicture = (name: string): boolean => name.startsWith('picture:');

/** Before something is written: what has to wait does not count as fresh until then. */
export async function holdPictures({ db, mayPictures }: Engine): Promise<void> {
  if (mayPictures()) return;
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    let isHolding = false;
    const fresh = db.syncRecords.where('dirty').equals(1);
    const concerned = await fresh.filter((row) => row.fresh.some(isPicture)).toArray();
    for (const { dirty: _, ...row } of concerned) {
      isHolding = true;
      const held = [...new Set([...(row.held ?? []), ...row.fresh.filter(isPicture)])];
      const left = row.fresh.filter((name) => !isPicture(name));
      await db.syncRecords.put({
        ...row,
        ...{ held, fresh: left },
        ...(left.length > 0 && { dirty: 1 as const }),
      });
    }
    if (isHolding) await writeState(db, 'held', true);
  });
}

/** Where pictures may travel again. */
export async function releasePictures({ db, mayPictures }: Engine): Promise<void> {
  if (!mayPictures() || (await readState(db, 'held')) !== true) return;
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    const waiting = await db.syncRecords.filter(({ held }) => held !== undefined).toArray();
    for (const { held = [], ...row } of waiting) {
      const names = held.filter((name) => Object.hasOwn(row.fields, name));
      const fresh = [...new Set([...row.fresh, ...names])];
      await db.syncRecords.put({ ...row, fresh, ...(fresh.length > 0 && { dirty: 1 as const }) });
    }
    await db.syncState.delete('held');
  });
}
