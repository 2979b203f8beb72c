/** Writes texts in the old encodings of countries. */

/** The bytes of each character, by the table that every browser has for reading them. */
function tableOf(encoding: string, isWide: boolean): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]): void => {
    const sign = decoder.decode(Uint8Array.from(bytes));
    if ([...sign].length === 1 && sign !== '\ufffd' && !table.has(sign)) table.set(sign, bytes);
  };
  for (let first = 0; first < 256; first += 1) if (first < 128 || !isWide) add(first);
  if (isWide)
    for (let first = 0x81; first < 0xff; first += 1)
      for (let second = 0x40; second < 0xff; second += 1) add(first, second);
  return table;
}

const WIDE = ['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5'];

export function encode(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const table = tableOf(encoding, WIDE.includes(encoding));
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const bytes = table.get(sign);
      if (bytes === undefined) throw new Error(`${encoding} has no ${sign}`);
      return bytes;
    }),
  );
}
