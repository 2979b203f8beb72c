import { PlaceError } from './place-error.ts';
import { TEST_FOLDER } from './place-names.ts';
import type { SyncPlace } from './place-types.ts';

/** Bytes: more than servers keep in one piece by chance. */
const SIZE = 4096;

/**
 * Tries everything that is asked of a place once: makes the folder, writes a file into a folder in it, finds it in a
 * listing, reads it back and removes it.
 *
 * @throws PlaceError; `badAnswer` where what comes back is not what was written
 */
export async function testPlace(place: SyncPlace): Promise<void> {
  await place.prepare();
  const name = `${TEST_FOLDER}/${crypto.randomUUID()}`;
  const bytes = crypto.getRandomValues(new Uint8Array(SIZE));
  await place.put(name, bytes);
  try {
    const names = await place.list(TEST_FOLDER);
    if (!names.includes(name)) throw new PlaceError('badAnswer', 'a file that was written is not listed');
    const back = new Uint8Array((await (await place.get(name))?.arrayBuffer()) ?? []);
    if (back.length !== SIZE || back.some((byte, at) => byte !== bytes[at]))
      throw new PlaceError('badAnswer', 'a file came back changed');
  } finally {
    await place.delete(name);
  }
  if ((await place.get(name)) !== null) throw new PlaceError('badAnswer', 'a file was not removed');
}
