/** Reflected polynomial of the CRC-32 that ZIP uses (APPNOTE.TXT 4.4.7, ISO 3309). */
const POLYNOMIAL = 0xedb88320;

/**
 * Eight tables of 256 values, one after the other, so that a step processes eight bytes (“slicing by 8”, Kounavis &
 * Berry 2005): checking a backup byte by byte took four times as long. Signed, because numbers above 2³¹ would be boxed,
 * with an allocation for every byte.
 */
const TABLES = ((): Int32Array => {
  const tables = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    tables[byte] = value;
  }
  for (let i = 256; i < tables.length; i += 1) {
    const previous = tables[i - 256] as number;
    tables[i] = (tables[previous & 0xff] as number) ^ (previous >>> 8);
  }
  return tables;
})();

const lookUp = (table: number, byte: number): number => TABLES[table * 256 + (byte & 0xff)] as number;

/**
 * Computes a CRC-32.
 *
 * @returns unsigned 32-bit number
 */
export function crc32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = -1;
  let i = 0;
  for (; i + 8 <= bytes.length; i += 8) {
    const low = crc ^ view.getInt32(i, true);
    const high = view.getInt32(i + 4, true);
    crc =
      lookUp(7, low) ^
      lookUp(6, low >>> 8) ^
      lookUp(5, low >>> 16) ^
      lookUp(4, low >>> 24) ^
      lookUp(3, high) ^
      lookUp(2, high >>> 8) ^
      lookUp(1, high >>> 16) ^
      lookUp(0, high >>> 24);
  }
  for (; i < bytes.length; i += 1) crc = lookUp(0, crc ^ (bytes[i] as number)) ^ (crc >>> 8);
  return ~crc >>> 0;
}
