import { CliError } from './errors.ts';

const MB = 1024 * 1024;
/** Maximum size of a page in MB, including inlined images; a larger document would not fit into memory. */
const MAX_MB = 64;
/**
 * Maximum number of frames. jsdom creates a window for each, which takes 2.5 MB and some 15 ms; saved pages have a few
 * dozen.
 */
const MAX_FRAMES = 300;

/** Decodes tags, which are ASCII in every encoding of pages; in UTF-16, zeros are between the letters. */
const decodeAscii = (source: string | Uint8Array): string =>
  typeof source === 'string'
    ? source
    : Buffer.from(source.buffer, source.byteOffset, source.byteLength)
        .toString('latin1')
        .replaceAll('\0', '');

/**
 * Maximum number of attributes. jsdom compares each attribute of an element with all others; ordinary tags have less
 * than a tenth of this.
 */
const MAX_ATTRIBUTES = 300;

/** The beginning of a comment or a tag. */
const MARKUP = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
/** An attribute (HTML Standard, 13.2.5.32 to 13.2.5.38). */
const ATTRIBUTE = /[\s/]*(?:=?[^\s/>=]+|=)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*|(?=>)))?/y;

/** Counts the attributes after a tag's name; sets `ATTRIBUTE.lastIndex` to their end. */
function countAttributes(source: string, from: number): number {
  ATTRIBUTE.lastIndex = from;
  let count = 0;
  let end = from;
  while (count <= MAX_ATTRIBUTES && ATTRIBUTE.test(source)) {
    count += 1;
    end = ATTRIBUTE.lastIndex;
  }
  ATTRIBUTE.lastIndex = end;
  return count;
}

/**
 * Rejects tags with too many attributes, in linear time. Parsers add the attributes of a repeated `<html>` or `<body>`
 * to the first one, so these are counted together.
 */
function checkAttributes(source: string): void {
  const shared = new Map<string, number>([
    ['html', 0],
    ['body', 0],
  ]);
  // The content of a script is text, except inside SVG, where it is markup.
  let depth = 0;
  MARKUP.lastIndex = 0;
  for (let found = MARKUP.exec(source); found !== null; found = MARKUP.exec(source)) {
    const [, slash, name] = found;
    if (name === undefined) {
      const end = source.indexOf('-->', found.index + 2);
      if (end === -1) return;
      MARKUP.lastIndex = end + 3;
      continue;
    }
    const tag = name.toLowerCase();
    const own = countAttributes(source, MARKUP.lastIndex);
    const count = (shared.get(tag) ?? 0) + own;
    if (shared.has(tag)) shared.set(tag, count);
    if (count > MAX_ATTRIBUTES)
      throw new CliError(`it has a tag with more than ${MAX_ATTRIBUTES} attributes`);
    MARKUP.lastIndex = ATTRIBUTE.lastIndex;
    if (tag === 'svg' || tag === 'math') depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (tag === 'script' && slash === '' && depth === 0) {
      const end = findScriptEnd(source, MARKUP.lastIndex);
      if (end === -1) return;
      MARKUP.lastIndex = end;
    }
  }
}

/** The offset of a script's end tag; -1 without one. */
function findScriptEnd(source: string, from: number): number {
  const end = /<\/script(?=[\s/>])/gi;
  end.lastIndex = from;
  return end.exec(source)?.index ?? -1;
}

/**
 * Checks a page's source before it is parsed.
 *
 * @throws CliError if parsing would take minutes, or too much memory
 */
export function checkSize(source: string | Uint8Array): void {
  if (source.length > MAX_MB * MB) throw new CliError(`it is larger than ${MAX_MB} MB`);
  const letters = decodeAscii(source);
  checkAttributes(letters);
  let frames = 0;
  for (const _ of letters.matchAll(/<i?frame(?=[\s/>])/gi)) {
    frames += 1;
    if (frames > MAX_FRAMES) throw new CliError(`it has more than ${MAX_FRAMES} frames`);
  }
}
