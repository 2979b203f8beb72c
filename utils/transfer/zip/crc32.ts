/** Reflected polynomial of the CRC-32 that ZIP uses (APPNOTE.TXT 4.4.7, ISO 3309). */
const POLYNOMIAL = 0xedb88320;

/** CRCs of all byte values. Signed, because numbers above 2³¹ would be boxed, with an allocation for every byte. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});

/**
 * Computes a CRC-32.
 *
 * @returns unsigned 32-bit number
 */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
