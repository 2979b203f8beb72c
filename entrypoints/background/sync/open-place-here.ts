import { allowPlace, hasAccessToPlace } from '../../../utils/platform/allow-place.ts';
import { guardRedirects } from '../../../utils/platform/fetch-outside.ts';
import { openSyncPlace } from '../../../utils/sync/places/open-sync-place.ts';
import { PlaceError } from '../../../utils/sync/places/place-error.ts';
import { kindOf } from '../../../utils/sync/places/place-kinds.ts';
import type { StoredPlace, SyncPlace } from '../../../utils/sync/places/place-types.ts';

/**
 * A place, with the browser told to let requests to it through.
 *
 * @throws PlaceError `noAccess` where the user has taken the browser's access to it back, before anything is sent
 */
export async function openPlaceHere(stored: StoredPlace): Promise<SyncPlace> {
  const address = kindOf(stored).address(stored);
  if (address !== null) {
    if (!(await hasAccessToPlace(address))) throw new PlaceError('noAccess', 'no access to the host');
    await guardRedirects();
    await allowPlace(address);
  }
  return openSyncPlace(stored);
}
