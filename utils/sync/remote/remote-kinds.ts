import { isDisabledByPolicy, type PolicySettings } from '../../settings/policy.ts';
import { TEST_FOLDER } from './file-names.ts';
import { FOLDER } from './folder.ts';
import { type RemoteConfig, RemoteError, type RemoteKind, type RemoteStore } from './remote-store.ts';
import { WEB_DAV } from './web-dav.ts';
import { folderUrl, readAddress } from './web-dav-address.ts';

/**
 * All kinds of remote stores. To add one, write a file that exports a `RemoteKind`, and add a line here, its id, and
 * its words in `locales`.
 */
export const REMOTE_KINDS: readonly RemoteKind[] = [WEB_DAV, FOLDER];

/** @throws RemoteError `refused` for a kind that only a later version knows */
export function remoteKindOf(stored: { readonly kind: string }): RemoteKind {
  const kind = REMOTE_KINDS.find(({ id }) => id === stored.kind);
  if (kind === undefined) throw new RemoteError('refused', 'an unknown kind of remote store');
  return kind;
}

/**
 * Opens a remote store with its stored settings, without contacting it.
 *
 * @throws RemoteError if the settings can't be used: an invalid address, or a folder without access
 */
export async function openRemote(stored: RemoteConfig): Promise<RemoteStore> {
  return remoteKindOf(stored).open(stored);
}

/** The default value in the form. */
const DEFAULT_FOLDER = WEB_DAV.fields.find(({ name }) => name === 'folder')?.initial ?? '';

/** The values of the form that an organisation's policy sets; null if the user may choose. */
export function policyFormValues({ syncPlace }: PolicySettings): { address: string; folder: string } | null {
  return syncPlace === undefined
    ? null
    : { address: syncPlace.address, folder: syncPlace.folder ?? DEFAULT_FOLDER };
}

function urlOf(address: string, folder: string): string | null {
  try {
    const { root, folders } = readAddress(address, folder);
    return folderUrl(root, folders).href;
  } catch (error) {
    // The policy contains an invalid address, so no remote store matches it.
    if (error instanceof RemoteError) return null;
    throw error;
  }
}

/** Whether the policy allows sync with a remote store. */
export function isRemoteAllowed(stored: RemoteConfig, managed: PolicySettings): boolean {
  if (isDisabledByPolicy(managed, 'sync')) return false;
  const wanted = policyFormValues(managed);
  if (wanted === null) return true;
  if (stored.kind !== WEB_DAV.id) return false;
  const url = urlOf(stored.address ?? '', stored.folder ?? '');
  return url !== null && url === urlOf(wanted.address, wanted.folder);
}

/** Size of the test file in bytes: large enough that a server which does not store content fails the test. */
const TEST_FILE_BYTES = 4096;

/**
 * Tests all operations of a remote store once: creates the folder, writes a file to a subfolder, lists it, reads it and
 * deletes it.
 *
 * @throws RemoteError; `badAnswer` if the content differs from what was written
 */
export async function testRemote(remote: RemoteStore): Promise<void> {
  await remote.prepare();
  const name = `${TEST_FOLDER}/${crypto.randomUUID()}`;
  const bytes = crypto.getRandomValues(new Uint8Array(TEST_FILE_BYTES));
  await remote.put(name, bytes);
  try {
    const names = await remote.list(TEST_FOLDER);
    if (!names.includes(name)) throw new RemoteError('badAnswer', 'a file that was written is not listed');
    const back = new Uint8Array((await (await remote.get(name))?.arrayBuffer()) ?? []);
    if (back.length !== TEST_FILE_BYTES || back.some((byte, at) => byte !== bytes[at]))
      throw new RemoteError('badAnswer', 'a file came back changed');
  } finally {
    await remote.delete(name);
  }
  if ((await remote.get(name)) !== null) throw new RemoteError('badAnswer', 'a file was not removed');
}
