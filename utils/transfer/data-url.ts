/** Bytes per call of `String.fromCharCode`; engines limit the number of arguments. */
const CHUNK_BYTES = 0x8000;

/** Converts bytes to a binary string: one character per byte. */
export function toBinaryString(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES)
    pieces.push(String.fromCharCode(...bytes.subarray(offset, offset + CHUNK_BYTES)));
  return pieces.join('');
}

/** Encodes a file as a base64 `data:` URL. */
export async function toDataUrl(file: Blob, type: string): Promise<string> {
  return `data:${type};base64,${btoa(toBinaryString(new Uint8Array(await file.arrayBuffer())))}`;
}
