/** Packs as Firefox does, for tests: LZ4 with the simplest search for what came before. */

const SHORTEST_MATCH = 4;
/** The last bytes of a block are never part of a match. */
const LAST_LITERALS = 5;
const FARTHEST = 0xffff;

function runBytes(length: number): number[] {
  const bytes: number[] = [];
  if (length < 15) return bytes;
  let left = length - 15;
  for (; left >= 255; left -= 255) bytes.push(255);
  return [...bytes, left];
}

function sequence(literals: Uint8Array, match: { offset: number; length: number } | null): number[] {
  const matched = match === null ? 0 : match.length - SHORTEST_MATCH;
  const token = (Math.min(literals.length, 15) << 4) | Math.min(matched, 15);
  const end = match === null ? [] : [match.offset & 0xff, match.offset >> 8, ...runBytes(matched)];
  return [token, ...runBytes(literals.length), ...literals, ...end];
}

/** A file as in `bookmarkbackups/` of a profile. */
export function packMozLz4(text: string): Blob {
  const bytes = new TextEncoder().encode(text);
  const seen = new Map<string, number>();
  const packed: number[] = [];
  let from = 0;
  let at = 0;
  while (at + SHORTEST_MATCH + LAST_LITERALS <= bytes.length) {
    const key = bytes.subarray(at, at + SHORTEST_MATCH).join();
    const before = seen.get(key);
    seen.set(key, at);
    if (before === undefined || at - before > FARTHEST) {
      at += 1;
      continue;
    }
    let length = SHORTEST_MATCH;
    while (at + length + LAST_LITERALS < bytes.length && bytes[before + length] === bytes[at + length])
      length += 1;
    packed.push(...sequence(bytes.subarray(from, at), { offset: at - before, length }));
    at += length;
    from = at;
  }
  packed.push(...sequence(bytes.subarray(from), null));
  const head = new Uint8Array(12);
  head.set(new TextEncoder().encode('mozLz40\0'));
  new DataView(head.buffer).setUint32(8, bytes.length, true);
  return new Blob([head, new Uint8Array(packed)]);
}
