import { kindOf } from './place-kinds.ts';
import type { StoredPlace, SyncPlace } from './place-types.ts';

/**
 * A place as it was set up, by any kind's own rules. Nothing is asked yet.
 *
 * @throws PlaceError where it can't be used as it is: an address that is none, a folder that access was lost to
 */
export async function openSyncPlace(stored: StoredPlace): Promise<SyncPlace> {
  return kindOf(stored).open(stored);
}
