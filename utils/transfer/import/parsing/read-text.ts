import { detectEncoding } from './detect-encoding.ts';

/** Reads a text file chunk by chunk. Invalid bytes become replacement characters. */

/** Size of a chunk in bytes. */
const CHUNK_BYTES = 256 * 1024;

/** Decodes a file chunk by chunk, without its byte order mark. */
export async function* readTextChunks(file: Blob): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(await detectEncoding(file));
  for (let offset = 0; offset < file.size; offset += CHUNK_BYTES) {
    const chunk = await file.slice(offset, offset + CHUNK_BYTES).arrayBuffer();
    yield decoder.decode(chunk, { stream: offset + CHUNK_BYTES < file.size });
  }
}

/** Maximum length of a text that is read as a whole, in UTF-16 units. */
const MAX_WHOLE_LENGTH = 96 * 2 ** 20;

/** Reads the whole text of a file; null if it is longer than `MAX_WHOLE_LENGTH`. */
export async function readWholeText(file: Blob): Promise<string | null> {
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of readTextChunks(file)) {
    length += chunk.length;
    if (length > MAX_WHOLE_LENGTH) return null;
    chunks.push(chunk);
  }
  return chunks.join('');
}

/** Reads the beginning of a file's text. */
export async function readTextHead(file: Blob, bytes = 64 * 1024): Promise<string> {
  const head = await file.slice(0, bytes).arrayBuffer();
  return new TextDecoder(await detectEncoding(file)).decode(head, { stream: true });
}

/** Reads the lines of a file, which can end with LF, CR or CRLF. Lines are truncated to `maxLength` UTF-16 units. */
export async function* readLines(file: Blob, maxLength: number): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const chunk of readTextChunks(file)) {
    // The last line may continue in the next chunk, as may a line break.
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = (lines.pop() ?? '').slice(0, maxLength);
    for (const line of lines) yield line.slice(0, maxLength);
  }
  yield rest.replace(/\r$/, '');
}
