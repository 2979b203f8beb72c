import { TEST_FOLDER } from './file-names.ts';
import { FOLDER } from './folder.ts';
import { type RemoteConfig, RemoteError, type RemoteKind, type RemoteStore } from './remote-store.ts';
import { WEB_DAV } from './web-dav.ts';

/**
 * All kinds of remote stores. To add one, write a file that exports a `RemoteKind`, and add it to this list, its id to
 * `RemoteKindId`, and its messages to `locales`.
 */
export const REMOTE_KINDS: readonly RemoteKind[] = [WEB_DAV, FOLDER];

/** Finds the kind of a configured remote store. @throws RemoteError `refused` if only a later version supports it */
export function remoteKindOf(stored: { readonly kind: string }): RemoteKind {
  const kind = REMOTE_KINDS.find(({ id }) => id === stored.kind);
  if (kind === undefined) throw new RemoteError('refused', 'an unknown kind of remote store');
  return kind;
}

/**
 * Opens a remote store with its stored configuration, without contacting it.
 *
 * @throws RemoteError if the configuration can't be used, for example if access to the folder was withdrawn
 */
export async function openRemote(stored: RemoteConfig): Promise<RemoteStore> {
  return remoteKindOf(stored).open(stored);
}

/** Size of the test file in bytes. It is not empty, so that a server that does not store content fails the test. */
const TEST_FILE_BYTES = 4096;

/**
 * Tests a remote store: creates its folder, then writes, lists, reads and deletes a file in a subfolder.
 *
 * @throws RemoteError; `badAnswer` if the file is not listed, has changed, or was not deleted
 */
export async function testRemote(remote: RemoteStore): Promise<void> {
  await remote.prepare();
  const name = `${TEST_FOLDER}/${crypto.randomUUID()}`;
  const bytes = crypto.getRandomValues(new Uint8Array(TEST_FILE_BYTES));
  await remote.put(name, bytes);
  try {
    const names = await remote.list(TEST_FOLDER);
    if (!names.includes(name)) throw new RemoteError('badAnswer', 'the test file is not listed');
    const received = new Uint8Array((await (await remote.get(name))?.arrayBuffer()) ?? []);
    if (received.length !== TEST_FILE_BYTES || received.some((byte, at) => byte !== bytes[at]))
      throw new RemoteError('badAnswer', 'the test file has changed');
  } finally {
    await remote.delete(name);
  }
  if ((await remote.get(name)) !== null) throw new RemoteError('badAnswer', 'the test file was not deleted');
}
