import { allowPlace, hasAccessToPlace } from '../../../utils/platform/allow-place.ts';
import { guardRedirects } from '../../../utils/platform/fetch-outside.ts';
import { requireManaged } from '../../../utils/platform/managed-storage.ts';
import { isRemoteAllowed, openRemote, remoteKindOf } from '../../../utils/sync/remote/remote-kinds.ts';
import { type RemoteConfig, RemoteError, type RemoteStore } from '../../../utils/sync/remote/remote-store.ts';

/**
 * Opens a remote store, and lets requests to it pass the browser's request rules.
 *
 * @throws RemoteError `byPolicy` if an organisation does not allow it, `noAccess` if the user has withdrawn the browser's
 *   access, before anything is sent; Error if the policy can't be read
 */
export async function openAllowedRemote(stored: RemoteConfig): Promise<RemoteStore> {
  if (!isRemoteAllowed(stored, await requireManaged())) throw new RemoteError('byPolicy', 'not by policy');
  const address = remoteKindOf(stored).address(stored);
  if (address !== null) {
    if (!(await hasAccessToPlace(address))) throw new RemoteError('noAccess', 'no access to the host');
    await guardRedirects();
    await allowPlace(address);
  }
  return openRemote(stored);
}
