/** Reflected polynomial of the CRC-32 that ZIP uses (APPNOTE.TXT 4.4.7, ISO 3309). */
const POLYNOMIAL = 0xedb88320;

/** Eight tables, so that eight bytes are done in one step (“slicing by 8”, Kounavis & Berry 2005). */
const TABLES = ((): Uint32Array[] => {
  const first = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    first[byte] = value >>> 0;
  }
  const tables = [first];
  for (let n = 1; n < 8; n += 1) {
    const before = tables[n - 1] ?? first;
    tables.push(before.map((value) => (first[value & 0xff] ?? 0) ^ (value >>> 8)));
  }
  return tables;
})();

/**
 * CRC-32 of some bytes.
 *
 * @param seed of the bytes before these, to go on from there
 * @returns unsigned 32-bit number
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let crc = ~seed;
  let i = 0;
  const end = bytes.length - 7;
  const at = (table: Uint32Array, index: number): number => table[index & 0xff] as number;
  for (; i < end; i += 8) {
    const low =
      crc ^
      ((bytes[i] as number) |
        ((bytes[i + 1] as number) << 8) |
        ((bytes[i + 2] as number) << 16) |
        ((bytes[i + 3] as number) << 24));
    crc =
      at(t7, low) ^
      at(t6, low >>> 8) ^
      at(t5, low >>> 16) ^
      at(t4, low >>> 24) ^
      at(t3, bytes[i + 4] as number) ^
      at(t2, bytes[i + 5] as number) ^
      at(t1, bytes[i + 6] as number) ^
      at(t0, bytes[i + 7] as number);
  }
  for (; i < bytes.length; i += 1) crc = at(t0, crc ^ (bytes[i] as number)) ^ (crc >>> 8);
  return ~crc >>> 0;
}
