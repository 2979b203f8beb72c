/** The page's own declaration of its encoding must be within these first bytes (HTML Standard, prescan). */
const PRESCAN_BYTES = 1024;

function decoderFor(label: string | undefined): TextDecoder | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label);
  } catch {
    // The encoding is unknown, so the declaration is ignored.
    return null;
  }
}

/**
 * Decodes the source of a page. The encoding is that of the byte order mark, else the header's charset, else the page's
 * own declaration, else UTF-8 if the bytes are valid, else Windows-1252 (order and defaults of the HTML Standard).
 */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const stated = decoderFor(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
  if (stated !== null) return stated.decode(bytes);
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN_BYTES));
  const declared = decoderFor(/<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]);
  // A declaration that is readable as ASCII can't be in UTF-16.
  if (declared !== null && !declared.encoding.startsWith('utf-16')) return declared.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not valid UTF-8, so the page is probably an old one.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
