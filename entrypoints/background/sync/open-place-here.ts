import { allowPlace, hasAccessToPlace } from '../../../utils/platform/allow-place.ts';
import { guardRedirects } from '../../../utils/platform/fetch-outside.ts';
import { requireManaged } from '../../../utils/platform/managed-storage.ts';
import { isPlaceAllowed } from '../../../utils/sync/places/managed-place.ts';
import { openSyncPlace } from '../../../utils/sync/places/open-sync-place.ts';
import { PlaceError } from '../../../utils/sync/places/place-error.ts';
import { kindOf } from '../../../utils/sync/places/place-kinds.ts';
import type { StoredPlace, SyncPlace } from '../../../utils/sync/places/place-types.ts';

/**
 * A place, with the browser told to let requests to it through.
 *
 * @throws PlaceError `byPolicy` where an organisation does not allow it, `noAccess` where the user has taken the
 *   browser's access to it back, before anything is sent; Error where a policy can't be read
 */
export async function openPlaceHere(stored: StoredPlace): Promise<SyncPlace> {
  if (!isPlaceAllowed(stored, await requireManaged())) throw new PlaceError('byPolicy', 'not by policy');
  const address = kindOf(stored).address(stored);
  if (address !== null) {
    if (!(await hasAccessToPlace(address))) throw new PlaceError('noAccess', 'no access to the host');
    await guardRedirects();
    await allowPlace(address);
  }
  return openSyncPlace(stored);
}
