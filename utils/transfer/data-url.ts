/** Number of bytes converted to characters at once; more would exceed the maximum number of arguments. */
const CHUNK_BYTES = 0x8000;

/** A string with a character for each byte. */
export function binaryOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES)));
  return pieces.join('');
}

/** A file as a `data:` URL. */
export async function dataUrlOf(file: Blob, type: string): Promise<string> {
  return `data:${type};base64,${btoa(binaryOf(new Uint8Array(await file.arrayBuffer())))}`;
}
