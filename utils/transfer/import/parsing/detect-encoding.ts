/** Detects the encoding of a text file: by byte order mark, content, or declaration. */
import { guessLegacyEncoding } from './legacy-encoding.ts';

/** Size of a chunk in bytes. */
const CHUNK_BYTES = 256 * 1024;
/** Maximum number of chunks that are searched for a non-ASCII byte. */
const MAX_CHUNKS = 32;

/** Number of bytes at the beginning of the file that are searched for a declaration. */
const MAX_DECLARATION_OFFSET = 4096;

function encodingFromBom(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : null;
}

/** Detects UTF-16 without a byte order mark: in mostly ASCII text, every other byte is zero. */
function guessUtf16(head: Uint8Array): string | null {
  const pairs = Math.floor(Math.min(head.length, 512) / 2);
  let [first, second] = [0, 0];
  for (let i = 0; i < pairs; i += 1) {
    if (head[2 * i] === 0) first += 1;
    if (head[2 * i + 1] === 0) second += 1;
  }
  if (pairs < 4 || Math.max(first, second) < pairs * 0.7 || Math.min(first, second) > pairs * 0.1)
    return null;
  return second > first ? 'utf-16le' : 'utf-16be';
}

/** The encoding that an XML or HTML declaration names; null if there is none or it is unknown. */
function declaredEncoding(head: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(head.subarray(0, MAX_DECLARATION_OFFSET));
  const found =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})["']/i.exec(text) ??
    /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(text);
  try {
    const { encoding } = new TextDecoder(found?.[1] ?? '');
    // If the declaration is readable as ASCII, the file can't be UTF-16.
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    // No declaration, or an unknown encoding.
    return null;
  }
}

/**
 * Whether most characters beyond ASCII are valid UTF-8; a few may be damaged.
 *
 * @param isPartial within a character, maybe
 */
function isUtf8(chunk: Uint8Array, isPartial: boolean): boolean {
  const text = new TextDecoder().decode(chunk, { stream: isPartial });
  const [validCharacters, replacementCharacters] = [text.match(/[^\0-\x7f\ufffd]/gu), text.match(/\ufffd/g)];
  return (validCharacters?.length ?? 0) >= (replacementCharacters?.length ?? 0);
}

/**
 * Detects the encoding of a text file: UTF-8, UTF-16, the declared encoding, or a guess by the user's languages (see
 * `guessLegacyEncoding`).
 *
 * @returns a label for `TextDecoder`
 */
export async function detectEncoding(file: Blob): Promise<string> {
  for (let index = 0; index < MAX_CHUNKS && index * CHUNK_BYTES < file.size; index += 1) {
    const chunk = new Uint8Array(
      await file.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES).arrayBuffer(),
    );
    const detected = index === 0 ? (encodingFromBom(chunk) ?? guessUtf16(chunk)) : null;
    if (detected !== null) return detected;
    if (!chunk.some((byte) => byte >= 0x80)) continue;
    if (isUtf8(chunk, (index + 1) * CHUNK_BYTES < file.size)) return 'utf-8';
    const head =
      index === 0 ? chunk : new Uint8Array(await file.slice(0, MAX_DECLARATION_OFFSET).arrayBuffer());
    const declared = declaredEncoding(head);
    return declared !== null && declared !== 'utf-8' ? declared : guessLegacyEncoding(navigator.languages);
  }
  return 'utf-8';
}
