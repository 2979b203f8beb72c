/** What an organisation's policy comes to for places. */
import { isOffByPolicy, type ManagedSettings } from '../../settings/managed.ts';
import { PlaceError } from './place-error.ts';
import type { StoredPlace } from './place-types.ts';
import { folderUrl, readAddress } from './web-dav-address.ts';
import { WEB_DAV } from './web-dav-kind.ts';

/** As the form has it from the start. */
const FOLDER = WEB_DAV.fields.find(({ name }) => name === 'folder')?.initial ?? '';

/** The values of the form that a policy sets; null where the user chooses the place. */
export function managedValues({ syncPlace }: ManagedSettings): { address: string; folder: string } | null {
  return syncPlace === undefined ? null : { address: syncPlace.address, folder: syncPlace.folder ?? FOLDER };
}

function urlOf(address: string, folder: string): string | null {
  try {
    const { root, folders } = readAddress(address, folder);
    return folderUrl(root, folders).href;
  } catch (error) {
    // A policy with an address that is none: then no place is the one it wants.
    if (error instanceof PlaceError) return null;
    throw error;
  }
}

/** Whether sync may use a place. */
export function isPlaceAllowed(stored: StoredPlace, managed: ManagedSettings): boolean {
  if (isOffByPolicy(managed, 'sync')) return false;
  const wanted = managedValues(managed);
  if (wanted === null) return true;
  if (stored.kind !== WEB_DAV.id) return false;
  const url = urlOf(stored.address ?? '', stored.folder ?? '');
  return url !== null && url === urlOf(wanted.address, wanted.folder);
}
