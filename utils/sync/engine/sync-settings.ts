/** Settings are no rows of the library: they are made one with what comes by steps of their own. */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import {
  mergeRecords,
  NOTHING,
  type SyncRecord,
  takeIn,
  valuesOf,
  withoutFarFuture,
} from '../merge/record.ts';
import { shownAs, stillShown, unmask } from '../merge/shown-values.ts';
import { LONG_AGO } from '../merge/stamp.ts';
import type { Engine } from './engine-types.ts';
import { freshOf } from './reconcile.ts';
import { readState, writeState } from './sync-state.ts';
import { isSameSettings, isSettingField } from './travelling-settings.ts';

const NAME = 'setting\nsettings';

/**
 * Takes in what was changed here, and what comes.
 *
 * Settings are written before what is known of them: whoever is killed in between says again what came, and nothing is
 * lost.
 */
export async function syncSettings(engine: Engine, coming: SyncRecord = NOTHING): Promise<void> {
  const { db, key, clock, settings } = engine;
  if (settings === null) return;
  const name = key.nameOf('record', NAME);
  const row = await db.syncRecords.get(name);
  const known = row ? withoutFarFuture({ fields: row.fields, gone: row.gone }, engine.now()) : NOTHING;
  for (const [stamp] of Object.values(coming.fields)) clock.see(stamp);
  const read = await settings.read();
  const here = unmask(read, known, row?.shown);
  // What a device that joins has set is taken over where the others have set nothing.
  const isJoining = row === undefined && (await readState(db, 'walk'))?.first === 'join';
  const mine = isJoining
    ? takeIn(
        known,
        here,
        () => clock.at(LONG_AGO),
        () => true,
      )
    : takeIn(
        known,
        here,
        (seen) => clock.next(seen),
        (name) => !isSettingField(name),
      );
  if (mine === known && coming === NOTHING) return;
  const end = mergeRecords(mine, coming);
  const wanted = valuesOf(end);
  let shown = stillShown(row?.shown, known, end);
  if (!isSameSettings(wanted, here)) {
    const written = await settings.write(wanted, read);
    // Changed by the user since they were read: that is taken in first.
    if (written === null) return syncSettings(engine, coming);
    shown = shownAs(wanted, written);
  }
  const fresh = freshOf(row, known, coming, end);
  const after: SyncRecordRow = {
    key: name,
    kind: 'setting',
    local: '',
    fields: { ...end.fields },
    gone: null,
    fresh,
    shown,
  };
  await db.transaction('rw', db.syncRecords, db.syncState, async () => {
    await db.syncRecords.put(fresh.length > 0 ? { ...after, dirty: 1 } : after);
    if (clock.last !== null) await writeState(db, 'clock', clock.last);
  });
}
