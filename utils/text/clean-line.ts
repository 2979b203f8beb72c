/**
 * Lines of text as they may be stored and shown: titles, bylines, names. A page or a file may fill them with anything;
 * one line can't be allowed to reorder, overprint or push away what stands beside it.
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

/** How deep controls of direction may be nested; a line that was typed has one, a quoted one two. */
const BIDI_DEPTH = 4;

/** Line and page breaks, tabs, and signs that are shown as a blank: each is a space. */
const BLANKS = /[\t-\r\u0085\u00a0\u2028\u2029\u3164\uffa0\u2800]/g;

/**
 * Signs with no place in a line: other control characters, byte order marks, word joiners and invisible operators,
 * deprecated format characters, interlinear annotation, soft hyphens.
 */
const NO_PLACE = /[\p{Cc}\u00ad\u180e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/** Zero-width spaces and joiners have their use one at a time: between words of Thai, in Persian, in emoji. */
const ZERO_WIDTH_RUN = /([\u200b-\u200f\u061c])[\u200b-\u200f\u061c]{2,}/g;

/** Tag characters spell the flags of regions (Unicode Technical Standard 51) after a black flag, and nothing else. */
const TAGS = /(\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{1,6}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/**
 * Marks on one letter. Biblical Hebrew has up to five, Burmese and Tibetan up to eight; of those that go with any
 * script, languages use at most three.
 */
const GENERAL_MARKS =
  /([[\p{Script=Inherited}&&\p{M}]\u0488\u0489]{4})[[\p{Script=Inherited}&&\p{M}]\u0488\u0489]+/gv;
const ANY_MARKS = /([\p{M}\u200c\u200d]{8})[\p{M}\u200c\u200d]+/gu;

/** Letters, digits and punctuation of Latin, Greek and Cyrillic, as most lines have them: nothing to clean. */
const PLAIN =
  /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]+)*$/;

/** UTF-16 units that one grapheme may take of a line's room: emoji of families take eleven. */
const UNITS_PER_GRAPHEME = 4;
/** Units that are looked at for each grapheme that is wanted, since much may fall away. */
const UNITS_READ = 16;
/** A line is cut between words where one ends in its last part, from here on. */
const CUT_FROM = 0.8;

interface OpenControl {
  at: number;
  isIsolate: boolean;
  /** Overriding, or nested too deep. */
  isOut: boolean;
}

/** Indices of controls that must go: unbalanced, overriding, or nested too deep; and those that are left open. */
function readControls(units: string): { stray: Set<number>; open: OpenControl[] } {
  const stray = new Set<number>();
  const open: OpenControl[] = [];
  let isolates = 0;
  const close = (at: number): void => {
    const opening = open.pop();
    if (opening?.isOut) stray.add(opening.at).add(at);
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
      // An isolate's end closes the embeddings that were left open in it.
      for (let inner = open.at(-1); inner?.isIsolate === false; inner = open.at(-1)) {
        stray.add(inner.at);
        open.pop();
      }
      isolates -= 1;
      close(at);
    } else {
      const isIsolate = code === LRI || code === RLI || code === FSI;
      if (isIsolate) isolates += 1;
      open.push({ at, isIsolate, isOut: code === LRO || code === RLO || open.length >= BIDI_DEPTH });
    }
  }
  return { stray, open };
}

/** Takes away what overrides the direction of text, and opening and closing controls that lack the other. */
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
 * Closes what a verbatim text leaves open, so that it can't turn round what is put after it: the closing quotation
 * mark, the speaker.
 */
export function closeDirections(text: string): string {
  if (!BIDI_CONTROLS.test(text)) return text;
  const { open } = readControls(text);
  const closings = open.reverse().map(({ isIsolate }) => String.fromCharCode(isIsolate ? PDI : PDF));
  return text + closings.join('');
}

let segmenter: Intl.Segmenter | undefined;

/** Where to end a line so that it has at most so many graphemes and units; its length where it has no more. */
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

/** Cuts a line to a number of graphemes, the ellipsis among them; between words where that costs little. */
export function cutLine(line: string, graphemes: number): string {
  if (findEnd(line, graphemes) >= line.length) return line;
  const end = findEnd(line, graphemes - 1);
  const space = line.slice(0, end + 1).lastIndexOf(' ');
  return `${line.slice(0, space > end * CUT_FROM ? space : end).trimEnd()}…`;
}

/**
 * Cleans a line that a page or a file wrote: one line, no control characters, nothing that overrides the direction of
 * text or leaves it open, no heaps of marks or of signs without width, at most so long. A line that somebody typed
 * stays as it is, in any script.
 *
 * @param limit most graphemes; see `LINE_LIMITS`
 * @returns in NFC as far as it came so; `''` where nothing is left
 */
export function cleanLine(text: string, limit: number): string {
  if (text.length <= limit && PLAIN.test(text)) return text;
  const read = text
    .trimStart()
    .slice(0, limit * UNITS_READ)
    .toWellFormed();
  const plain = balanceDirections(read)
    .replace(BLANKS, ' ')
    .replace(NO_PLACE, '')
    .replace(TAGS, '$1')
    .replace(ZERO_WIDTH_RUN, '$1')
    .replace(GENERAL_MARKS, '$1')
    .replace(ANY_MARKS, '$1')
    .replace(/\p{Zs}{2,}/gu, ' ')
    .trim();
  // What was cut off may have been the other half of a pair.
  const line = balanceDirections(cutLine(plain, limit)).trim();
  return /[^\s\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(line) ? line : '';
}

/** The same for a line that may be missing; null where nothing is left of it. */
export function cleanLineOrNull(text: string | null | undefined, limit: number): string | null {
  return (text && cleanLine(text, limit)) || null;
}
