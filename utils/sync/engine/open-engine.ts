import type { LibraryDb } from '../../library/schema/library-db.ts';
import { LibraryKey } from '../format/library-key.ts';
import { Clock } from '../merge/stamp.ts';
import type { Engine, EnginePlace } from './engine-types.ts';
import { readState } from './sync-state.ts';

/** What the browser gives the engine. */
export type Surroundings = Pick<
  Engine,
  'settings' | 'now' | 'breathe' | 'mayPictures' | 'onProgress' | 'signal'
>;

/** @returns null where no place is set up */
export async function openEngine(
  db: LibraryDb,
  open: () => Promise<EnginePlace>,
  surroundings: Surroundings,
): Promise<Engine | null> {
  const config = await readState(db, 'config');
  if (config === null) return null;
  const key = await LibraryKey.of(config.identity);
  const clock = new Clock(config.device, await readState(db, 'clock'), surroundings.now);
  return { ...surroundings, db, place: await open(), key, config, clock };
}
