/** Blanks, each five of them packed as one and a match: a real file is no text, either, and JSON may begin with blanks. */
const BLANKS = 300;
const PACKED_BLANKS = Array.from({ length: BLANKS / 5 }, () => [0x10, 0x20, 1, 0]).flat();

/** Packs JSON as Firefox does a file of `bookmarkbackups/`, but with one long run of literals. */
export function packMozLz4(json: string): Blob {
  const literals = new TextEncoder().encode(json);
  const run: number[] = [Math.min(literals.length, 15) << 4];
  for (let left = literals.length - 15; left >= 0; left -= 255) run.push(Math.min(left, 255));
  return mozLz4Of(BLANKS + literals.length, [...PACKED_BLANKS, ...run, ...literals]);
}

/** A file of this block of LZ4. */
export function mozLz4Of(unpackedBytes: number, block: readonly number[]): Blob {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, unpackedBytes, true);
  return new Blob(['mozLz40\0', length, Uint8Array.from(block)]);
}
