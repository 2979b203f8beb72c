/**
 * Sanitises single lines of text (titles, bylines, names) for storing and showing. A hostile page or file can put
 * anything into them, and a line must not reorder, overprint or push away the text beside it.
 */

/** Directional controls: PDF closes embeddings and overrides, PDI closes isolates (Unicode Standard Annex 9). */
const LRE = 0x202a;
const PDF = 0x202c;
const LRO = 0x202d;
const RLO = 0x202e;
const LRI = 0x2066;
const RLI = 0x2067;
const FSI = 0x2068;
const PDI = 0x2069;
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

/** Maximum nesting of directional controls. A typed line has one level, a quoted line two. */
const MAX_BIDI_DEPTH = 4;

/** Line and page breaks, tabs, and characters that look like spaces. */
const SPACE_LIKE_CHARS = /[\t-\r\u0085\u00a0\u2028\u2029\u3164\uffa0\u2800]/g;

/**
 * Other control characters, byte order marks, word joiners, invisible operators, deprecated format characters,
 * interlinear annotation characters and soft hyphens.
 */
const REMOVED_CHARS = /[\p{Cc}\u00ad\u180e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/** Runs of zero-width characters. Single ones are legitimate: between Thai words, in Persian, in emoji. */
const ZERO_WIDTH_RUN = /([\u200b-\u200f\u061c])[\u200b-\u200f\u061c]{2,}/g;

/** Tag characters, which are only valid after a black flag, where they spell a region (Unicode Technical Standard 51). */
const TAG_CHARS = /(\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{1,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/**
 * Limits for combining marks on one letter. Biblical Hebrew uses up to five, Burmese and Tibetan up to eight; of the
 * marks that combine with any script, no language uses more than three.
 */
const EXCESS_INHERITED_MARKS =
  /([[\p{Script=Inherited}&&\p{M}]\u0488\u0489]{4})[[\p{Script=Inherited}&&\p{M}]\u0488\u0489]+/gv;
const EXCESS_MARKS = /([\p{M}\u200c\u200d]{8})[\p{M}\u200c\u200d]+/gu;

/** Fast path: lines of Latin, Greek and Cyrillic letters, digits and punctuation need no cleaning. */
const PLAIN_LINE =
  /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]+)*$/;

/** Average UTF-16 units allowed per grapheme; a family emoji alone takes eleven. */
const UNITS_PER_GRAPHEME = 4;
/** UTF-16 units read for each grapheme of the limit, because many may be removed. */
const READ_UNITS_PER_GRAPHEME = 16;
/** A line is cut at its last space if the remaining part has at least this share of the maximum length. */
const MIN_CUT_SHARE = 0.8;

interface OpenControl {
  index: number;
  isIsolate: boolean;
  /** Whether to remove it, because it overrides the direction or is nested too deeply. */
  isRemoved: boolean;
}

/** Finds directional controls to remove (unbalanced, overriding, or nested too deeply) and those left open. */
function findUnwantedControls(text: string): { unwanted: Set<number>; open: OpenControl[] } {
  const unwanted = new Set<number>();
  const open: OpenControl[] = [];
  let isolateDepth = 0;
  const close = (index: number): void => {
    const opening = open.pop();
    if (opening?.isRemoved) unwanted.add(opening.index).add(index);
  };
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < LRE || code > PDI || (code > RLO && code < LRI)) continue;
    if (code === PDF) {
      if (open.at(-1)?.isIsolate === false) close(index);
      else unwanted.add(index);
    } else if (code === PDI) {
      if (isolateDepth === 0) {
        unwanted.add(index);
        continue;
      }
      // The end of an isolate also closes embeddings left open inside it.
      for (let inner = open.at(-1); inner?.isIsolate === false; inner = open.at(-1)) {
        unwanted.add(inner.index);
        open.pop();
      }
      isolateDepth -= 1;
      close(index);
    } else {
      const isIsolate = code === LRI || code === RLI || code === FSI;
      if (isIsolate) isolateDepth += 1;
      open.push({
        index,
        isIsolate,
        isRemoved: code === LRO || code === RLO || open.length >= MAX_BIDI_DEPTH,
      });
    }
  }
  return { unwanted, open };
}

/** Removes directional overrides and unbalanced directional controls. */
export function balanceDirections(text: string): string {
  if (!BIDI_CONTROLS.test(text)) return text;
  const { unwanted, open } = findUnwantedControls(text);
  for (const { index: at } of open) unwanted.add(at);
  if (unwanted.size === 0) return text;
  let balanced = '';
  let from = 0;
  for (const at of [...unwanted].sort((a, b) => a - b)) {
    balanced += text.slice(from, at);
    from = at + 1;
  }
  return balanced + text.slice(from);
}

/**
 * Closes the directional controls that a verbatim text leaves open, so that they don't affect the text after it, such as
 * the closing quotation mark and the speaker.
 */
export function closeDirections(text: string): string {
  if (!BIDI_CONTROLS.test(text)) return text;
  const { open } = findUnwantedControls(text);
  const closings = open.reverse().map(({ isIsolate }) => String.fromCharCode(isIsolate ? PDI : PDF));
  return text + closings.join('');
}

let segmenter: Intl.Segmenter | undefined;

/** Returns the index at which to cut a line to at most `graphemes` graphemes; its length if it is short enough. */
function findCutIndex(line: string, graphemes: number): number {
  const units = graphemes * UNITS_PER_GRAPHEME;
  if (line.length <= graphemes) return line.length;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let count = 0;
  for (const { index, segment } of segmenter.segment(line.slice(0, units * 2))) {
    if (index + segment.length > units) return index;
    count += 1;
    if (count > graphemes) return index;
  }
  return line.length <= units * 2 ? line.length : units;
}

/** Cuts a line to a number of graphemes, including the ellipsis, preferably between words. */
export function cutLine(line: string, graphemes: number): string {
  if (findCutIndex(line, graphemes) >= line.length) return line;
  const end = findCutIndex(line, graphemes - 1);
  const space = line.slice(0, end + 1).lastIndexOf(' ');
  return `${line.slice(0, space > end * MIN_CUT_SHARE ? space : end).trimEnd()}…`;
}

/**
 * Sanitises a line from a page or a file: no line breaks or control characters, balanced directional controls, no piles
 * of combining marks or zero-width characters, limited length. An ordinary typed line in any script is not changed.
 *
 * @param limit maximum number of graphemes; see `LINE_LIMITS`
 * @returns the line without Unicode normalisation; `''` if nothing is left
 */
export function cleanLine(text: string, limit: number): string {
  if (text.length <= limit && PLAIN_LINE.test(text)) return text;
  const prefix = text
    .trimStart()
    .slice(0, limit * READ_UNITS_PER_GRAPHEME)
    .toWellFormed();
  const cleaned = balanceDirections(prefix)
    .replace(SPACE_LIKE_CHARS, ' ')
    .replace(REMOVED_CHARS, '')
    .replace(TAG_CHARS, '$1')
    .replace(ZERO_WIDTH_RUN, '$1')
    .replace(EXCESS_INHERITED_MARKS, '$1')
    .replace(EXCESS_MARKS, '$1')
    .replace(/\p{Zs}{2,}/gu, ' ')
    .trim();
  // The cut may have removed one half of a pair.
  const line = balanceDirections(cutLine(cleaned, limit)).trim();
  return /[^\s\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(line) ? line : '';
}

/** Sanitises a line that may be missing; see `cleanLine`. Returns null if nothing is left. */
export function cleanLineOrNull(text: string | null | undefined, limit: number): string | null {
  return (text && cleanLine(text, limit)) || null;
}
