/**
 * Sanitises single lines of text (titles, bylines, names) for storing and showing. A hostile page or file can put
 * anything into them, and a line must not reorder, overprint or push away the text beside it.
 */

/** Embeddings and overrides, closed by PDF; isolates, closed by PDI (Unicode Standard Annex 9). */
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

/** Line and page breaks, tabs, and characters that look like a space; each is replaced by a space. */
const BLANKS = /[\t-\r\u0085\u00a0\u2028\u2029\u3164\uffa0\u2800]/g;

/**
 * Characters that are removed: other control characters, byte order marks, word joiners and invisible operators,
 * deprecated format characters, interlinear annotation, soft hyphens.
 */
const REMOVED = /[\p{Cc}\u00ad\u180e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/** Zero-width spaces and joiners are legitimate one at a time: between Thai words, in Persian, in emoji. */
const ZERO_WIDTH_RUN = /([\u200b-\u200f\u061c])[\u200b-\u200f\u061c]{2,}/g;

/** Tag characters, which are only valid after a black flag, where they spell a region (Unicode Technical Standard 51). */
const TAGS = /(\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{1,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/**
 * Limits for combining marks on one letter. Biblical Hebrew uses up to five, Burmese and Tibetan up to eight; of the
 * marks that combine with any script, no language uses more than three.
 */
const GENERAL_MARKS =
  /([[\p{Script=Inherited}&&\p{M}]\u0488\u0489]{4})[[\p{Script=Inherited}&&\p{M}]\u0488\u0489]+/gv;
const ANY_MARKS = /([\p{M}\u200c\u200d]{8})[\p{M}\u200c\u200d]+/gu;

/** Fast path: lines of Latin, Greek and Cyrillic letters, digits and punctuation need no cleaning. */
const PLAIN =
  /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]+)*$/;

/** Average UTF-16 units allowed per grapheme; a family emoji alone takes eleven. */
const UNITS_PER_GRAPHEME = 4;
/** UTF-16 units read per wanted grapheme, since many may be removed. */
const READ_UNITS_PER_GRAPHEME = 16;
/** A line is cut at a space if there is one beyond this share of its length. */
const MIN_CUT_SHARE = 0.8;

interface OpenControl {
  at: number;
  isIsolate: boolean;
  /** To be removed because it overrides the direction, or is nested too deeply. */
  isRemoved: boolean;
}

/** Finds directional controls to remove (unbalanced, overriding, or nested too deeply) and those left open. */
function readControls(units: string): { stray: Set<number>; open: OpenControl[] } {
  const stray = new Set<number>();
  const open: OpenControl[] = [];
  let isolates = 0;
  const close = (at: number): void => {
    const opening = open.pop();
    if (opening?.isRemoved) stray.add(opening.at).add(at);
  };
  for (let at = 0; at < units.length; at++) {
    const code = units.charCodeAt(at);
    if (code < LRE || code > PDI || (code > RLO && code < LRI)) continue;
    if (code === PDF) {
      if (open.at(-1)?.isIsolate === false) close(at);
      else stray.add(at);
    } else if (code === PDI) {
      if (isolates === 0) {
        stray.add(at);
        continue;
      }
      // The end of an isolate also closes embeddings left open inside it.
      for (let inner = open.at(-1); inner?.isIsolate === false; inner = open.at(-1)) {
        stray.add(inner.at);
        open.pop();
      }
      isolates -= 1;
      close(at);
    } else {
      const isIsolate = code === LRI || code === RLI || code === FSI;
      if (isIsolate) isolates += 1;
      open.push({ at, isIsolate, isRemoved: code === LRO || code === RLO || open.length >= MAX_BIDI_DEPTH });
    }
  }
  return { stray, open };
}

/** Removes directional overrides and unbalanced directional controls. */
export function balanceDirections(text: string): string {
  if (!BIDI_CONTROLS.test(text)) return text;
  const { stray, open } = readControls(text);
  for (const { at } of open) stray.add(at);
  if (stray.size === 0) return text;
  let balanced = '';
  let from = 0;
  for (const at of [...stray].sort((a, b) => a - b)) {
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
  const { open } = readControls(text);
  const closings = open.reverse().map(({ isIsolate }) => String.fromCharCode(isIsolate ? PDI : PDF));
  return text + closings.join('');
}

let segmenter: Intl.Segmenter | undefined;

/** The index at which to cut a line so that it has at most so many graphemes; its length if it is short enough. */
function findEnd(line: string, graphemes: number): number {
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
  if (findEnd(line, graphemes) >= line.length) return line;
  const end = findEnd(line, graphemes - 1);
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
  if (text.length <= limit && PLAIN.test(text)) return text;
  const read = text
    .trimStart()
    .slice(0, limit * READ_UNITS_PER_GRAPHEME)
    .toWellFormed();
  const plain = balanceDirections(read)
    .replace(BLANKS, ' ')
    .replace(REMOVED, '')
    .replace(TAGS, '$1')
    .replace(ZERO_WIDTH_RUN, '$1')
    .replace(GENERAL_MARKS, '$1')
    .replace(ANY_MARKS, '$1')
    .replace(/\p{Zs}{2,}/gu, ' ')
    .trim();
  // The cut may have removed one half of a pair.
  const line = balanceDirections(cutLine(plain, limit)).trim();
  return /[^\s\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(line) ? line : '';
}

/** `cleanLine` for a line that may be missing; null if nothing is left. */
export function cleanLineOrNull(text: string | null | undefined, limit: number): string | null {
  return (text && cleanLine(text, limit)) || null;
}
