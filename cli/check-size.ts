import { CliError } from './errors.ts';

const MB = 1024 * 1024;
/** Pages with their pictures in them are read; more is no page, and would not fit into memory as a document. */
const MOST_MB = 64;
/** The document gives each frame a window of its own, of 2.5 MB and some 15 ms; saved pages have a few dozen. */
const MOST_FRAMES = 300;

/** Tags are plain ASCII in every encoding of pages; in UTF-16 with a zero beside each letter. */
const asLetters = (source: string | Uint8Array): string =>
  typeof source === 'string'
    ? source
    : Buffer.from(source.buffer, source.byteOffset, source.byteLength)
        .toString('latin1')
        .replaceAll('\0', '');

/** jsdom compares each attribute of an element with all others of it. No honest tag has a tenth of these. */
const MAX_ATTRIBUTES = 300;

/** The beginning of a comment or of a tag. */
const MARKUP = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
/** An attribute (HTML Standard, 13.2.5.32 to 13.2.5.38). */
const ATTRIBUTE = /[\s/]*(?:=?[^\s/>=]+|=)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*|(?=>)))?/y;

/** How many attributes a tag has, counted from behind its name; leaves `ATTRIBUTE.lastIndex` behind them. */
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
 * Refuses tags with very many attributes, in linear time. A parser adds those of a further `<html>` or `<body>` to the
 * first, so theirs are counted together.
 */
function checkAttributes(source: string): void {
  const shared = new Map<string, number>([
    ['html', 0],
    ['body', 0],
  ]);
  // The content of a script is text, unless it is in a picture: there it is markup like all else.
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

/** Where the end tag of a script begins; -1 if there is none. */
function findScriptEnd(source: string, from: number): number {
  const end = /<\/script(?=[\s/>])/gi;
  end.lastIndex = from;
  return end.exec(source)?.index ?? -1;
}

/**
 * Looks at a page's source before it is parsed.
 *
 * @throws CliError where it would take minutes, or more memory than there is
 */
export function checkSize(source: string | Uint8Array): void {
  if (source.length > MOST_MB * MB) throw new CliError(`it is larger than ${MOST_MB} MB`);
  const letters = asLetters(source);
  checkAttributes(letters);
  let frames = 0;
  for (const _ of letters.matchAll(/<i?frame(?=[\s/>])/gi)) {
    frames += 1;
    if (frames > MOST_FRAMES) throw new CliError(`it has more than ${MOST_FRAMES} frames`);
  }
}
