/**
 * Pictures that were at the place and are to go there again, after a loss, wait like all others while the device is where
 * data costs money.
 */
import { imagesOf } from '../../library/articles/article-parts.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { Engine } from './engine-types.ts';
import { keyOfLocal } from './local-rows.ts';
import { readState, writeState } from './sync-state.ts';

const PICTURE = 'picture:';

/** Fields of pictures that would be sent with their files: those that are here. */
async function withFiles(db: LibraryDb, { local, fresh }: SyncRecordRow): Promise<string[]> {
  const urls = fresh.filter((name) => name.startsWith(PICTURE)).map((name) => name.slice(PICTURE.length));
  if (urls.length === 0) return [];
  const images = await imagesOf(db, keyOfLocal(local)).toArray();
  const here = new Set(images.filter(({ blob }) => blob !== null).map(({ url }) => url));
  return urls.filter((url) => here.has(url)).map((url) => PICTURE + url);
}

/** Before something is written: what has to wait does not count as fresh until then. */
export async function holdPictures({ db, mayPictures }: Engine): Promise<void> {
  if (mayPictures()) return;
  await db.transaction('rw', db.syncRecords, db.syncState, db.images, async () => {
    let isHolding = false;
    const fresh = db.syncRecords.where('dirty').equals(1);
    const hasPictures = (row: SyncRecordRow): boolean => row.fresh.some((name) => name.startsWith(PICTURE));
    for (const { dirty: _, ...row } of await fresh.filter(hasPictures).toArray()) {
      const waiting = new Set(await withFiles(db, row));
      if (waiting.size === 0) continue;
      isHolding = true;
      const held = [...new Set([...(row.held ?? []), ...waiting])];
      const left = row.fresh.filter((name) => !waiting.has(name));
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
