import { CliError } from './errors.ts';

const MB = 1024 * 1024;
/** Maximum size of a page in MB, including inlined images. A larger document would not fit into memory. */
const MAX_MB = 64;
/**
 * Maximum number of frames. jsdom creates a window for each, which takes 2.5 MB and about 15 ms. Saved pages have a few
 * dozen.
 */
const MAX_FRAMES = 300;

/** Decodes enough to find tags, which are ASCII in all encodings of pages except UTF-16, where zeros are removed. */
const decodeAscii = (source: string | Uint8Array): string =>
  typeof source === 'string'
    ? source
    : Buffer.from(source.buffer, source.byteOffset, source.byteLength)
        .toString('latin1')
        .replaceAll('\0', '');

/**
 * Maximum number of attributes per element. jsdom compares each with all others. Ordinary elements have less than a tenth
 * of this.
 */
const MAX_ATTRIBUTES = 300;

/** The start of a comment or a tag. */
const MARKUP = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
/** An attribute (HTML Standard, 13.2.5.32 to 13.2.5.38). */
const ATTRIBUTE = /[\s/]*(?:=?[^\s/>=]+|=)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*|(?=>)))?/y;

/** Counts the attributes after a tag's name, up to `MAX_ATTRIBUTES` + 1. Sets `ATTRIBUTE.lastIndex` to their end. */
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
 * Rejects elements with too many attributes, in linear time. Parsers add the attributes of a repeated `<html>` or `<body>`
 * to the first one, so they are counted together.
 *
 * @throws CliError
 */
function checkAttributes(source: string): void {
  const sharedCounts = new Map<string, number>([
    ['html', 0],
    ['body', 0],
  ]);
  // The nesting depth of SVG and MathML. The content of a script is text outside of them, and markup inside.
  let foreignDepth = 0;
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(source); match !== null; match = MARKUP.exec(source)) {
    const [, slash, name] = match;
    if (name === undefined) {
      const end = source.indexOf('-->', match.index + 2);
      if (end === -1) return;
      MARKUP.lastIndex = end + 3;
      continue;
    }
    const tag = name.toLowerCase();
    const tagCount = countAttributes(source, MARKUP.lastIndex);
    const count = (sharedCounts.get(tag) ?? 0) + tagCount;
    if (sharedCounts.has(tag)) sharedCounts.set(tag, count);
    if (count > MAX_ATTRIBUTES)
      throw new CliError(`it has a tag with more than ${MAX_ATTRIBUTES} attributes`);
    MARKUP.lastIndex = ATTRIBUTE.lastIndex;
    if (tag === 'svg' || tag === 'math') foreignDepth = Math.max(0, foreignDepth + (slash === '' ? 1 : -1));
    if (tag === 'script' && slash === '' && foreignDepth === 0) {
      const end = findScriptEnd(source, MARKUP.lastIndex);
      if (end === -1) return;
      MARKUP.lastIndex = end;
    }
  }
}

/** Returns the offset of a script's end tag; -1 if there is none. */
function findScriptEnd(source: string, from: number): number {
  const end = /<\/script(?=[\s/>])/gi;
  end.lastIndex = from;
  return end.exec(source)?.index ?? -1;
}

/**
 * Checks a page's source before it is parsed.
 *
 * @throws CliError if parsing would take minutes or too much memory
 */
export function checkSize(source: string | Uint8Array): void {
  if (source.length > MAX_MB * MB) throw new CliError(`it is larger than ${MAX_MB} MB`);
  const markup = decodeAscii(source);
  checkAttributes(markup);
  let frames = 0;
  for (const _ of markup.matchAll(/<i?frame(?=[\s/>])/gi)) {
    frames += 1;
    if (frames > MAX_FRAMES) throw new CliError(`it has more than ${MAX_FRAMES} frames`);
  }
}
