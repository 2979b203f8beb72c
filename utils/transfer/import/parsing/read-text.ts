/** A file's text, piece by piece. Bytes that are no text in the encoding become replacement characters. */
import { findEncoding } from './find-encoding.ts';

/** Bytes read at once. */
const PIECE = 256 * 1024;

/** Pieces of a file's text in order, without its byte order mark. */
export async function* readText(file: Blob): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(await findEncoding(file));
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await file.slice(at, at + PIECE).arrayBuffer();
    yield decoder.decode(piece, { stream: at + PIECE < file.size });
  }
}

/** Some first characters of a file, to tell its format by. */
export async function readHead(file: Blob, bytes = 64 * 1024): Promise<string> {
  const head = await file.slice(0, bytes).arrayBuffer();
  return new TextDecoder(await findEncoding(file)).decode(head, { stream: true });
}
