import type { LibraryDb } from '../../library/schema/library-db.ts';
import { LibraryKey } from '../format/library-key.ts';
import { Clock } from '../merge/stamp.ts';
import type { Engine, EnginePlace } from './engine-types.ts';
import { readState } from './sync-state.ts';

/** What the browser gives the engine. */
export type Surroundings = Pick<
  Engine,
  'settings' | 'now' | 'breathe' | 'triesAll' | 'cleanPicture' | 'mayPictures' | 'onProgress' | 'signal'
>;

/** A place that is opened when it is asked for the first time: what the user does is noted also where it can't be had. */
function openLater(open: () => Promise<EnginePlace>): EnginePlace {
  let opening: Promise<EnginePlace> | null = null;
  const place = (): Promise<EnginePlace> => {
    opening ??= open();
    return opening;
  };
  return {
    list: async (folder) => (await place()).list(folder),
    get: async (name, most) => (await place()).get(name, most),
    put: async (name, bytes) => (await place()).put(name, bytes),
    putNew: async (name, bytes) => {
      const opened = await place();
      if (opened.putNew !== undefined) return opened.putNew(name, bytes);
      await opened.put(name, bytes);
      return true;
    },
    delete: async (name) => (await place()).delete(name),
  };
}

/**
 * @param open the place; its errors are thrown by what asks it first
 * @returns null where no place is set up
 */
export async function openEngine(
  db: LibraryDb,
  open: () => Promise<EnginePlace>,
  surroundings: Surroundings,
): Promise<Engine | null> {
  const config = await readState(db, 'config');
  if (config === null) return null;
  const key = await LibraryKey.of(config.identity);
  const clock = new Clock(config.device, await readState(db, 'clock'), surroundings.now);
  return { ...surroundings, db, place: openLater(open), key, config, clock };
}
