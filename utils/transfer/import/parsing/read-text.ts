/** A file's text, piece by piece. Bytes that are no text in the encoding become replacement characters. */

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Bytes read at once. */
const PIECE = 256 * 1024;

/** Pieces of a file's text in order, without its byte order mark. UTF-8, or UTF-16 where the mark says so. */
export async function* readText(file: Blob): AsyncGenerator<string, void, undefined> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const decoder = new TextDecoder(encodingOf(head));
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await file.slice(at, at + PIECE).arrayBuffer();
    yield decoder.decode(piece, { stream: at + PIECE < file.size });
  }
}

/** Some first characters of a file, to tell its format by. */
export async function readHead(file: Blob, bytes = 64 * 1024): Promise<string> {
  const head = await file.slice(0, bytes).arrayBuffer();
  return new TextDecoder(encodingOf(new Uint8Array(head))).decode(head, { stream: true });
}
