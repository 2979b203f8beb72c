/** How far into a page its encoding may be declared, in bytes (HTML Standard, prescan). */
const PRESCAN = 1024;

function decoderFor(label: string | undefined): TextDecoder | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label);
  } catch {
    // An encoding that doesn't exist says nothing.
    return null;
  }
}

/**
 * Source of a page from its bytes: byte order mark, then the header's charset, then the page's own, then UTF-8
 * where it is valid, else Windows-1252 (the order and the defaults of the HTML Standard).
 */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const stated = decoderFor(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
  if (stated !== null) return stated.decode(bytes);
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN));
  const declared = decoderFor(/<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]);
  // A page that can say so in ASCII is not UTF-16.
  if (declared !== null && !declared.encoding.startsWith('utf-16')) return declared.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so it is old.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
