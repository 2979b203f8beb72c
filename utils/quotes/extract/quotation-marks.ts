/** A passage between outer quotation marks. Offsets are UTF-16 indices. */
export interface QuotedSpan {
  /** Inside the marks. */
  start: number;
  end: number;
  /** With the marks. */
  outerStart: number;
  outerEnd: number;
  /** Number of paragraphs it spans; more than one if each reopens the mark. */
  paragraphs: number;
  /** False if the closing mark is missing and the span ends with the paragraph. */
  closed: boolean;
  /** Enclosed in single marks (‘…’). */
  single: boolean;
  /** Identified as speech by the layout, or by the clause between its dashes. */
  sure?: boolean;
  /** An interviewer's question, set with dashes. */
  asked?: boolean;
  /** Start of the whole utterance if an attribution splits it ("A – said X – B"); its pieces share this. */
  utterance?: number;
}

type Family = 'double' | 'guillemet' | 'corner';
type Turn = 'open' | 'close' | 'either';

interface Mark {
  at: number;
  length: number;
  family: Family;
  turn: Turn;
}

const SPACE = /\s/;
const BEFORE_OPEN = /[\s([{—–―/\-‘'“„«¿¡:]/;
const AFTER_CLOSE = /[\s)\]},.;:!?…—–―/\-’'”»]/;

/** The direction of an ambiguous mark, judged by the adjacent characters. */
function directionByContext(text: string, at: number, length: number): Turn {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  // ‚…‘“, he said: a mark before a comma closes, even after an inner mark.
  const stops = /[,;:!?)\]]/.test(after) || (after === '.' && text.charAt(at + length + 1) !== '.');
  const opens = (before === '' || BEFORE_OPEN.test(before)) && after !== '' && !SPACE.test(after) && !stops;
  const closes = before !== '' && !SPACE.test(before) && (after === '' || AFTER_CLOSE.test(after));
  if (opens === closes) return 'either';
  return opens ? 'open' : 'close';
}

type Direction = 'outwards' | 'inwards' | 'both';

/** Whether the text uses »…« (German and Danish) instead of «…»; decided once for the whole text. */
function readDirection(text: string): Direction {
  const counts = { inwards: 0, outwards: 0 };
  for (const match of text.matchAll(/(?:^|[\s(])([«»])(?=[\p{L}\p{N}„“"])/gu))
    counts[match[1] === '»' ? 'inwards' : 'outwards']++;
  // » A « , said Reed: a mark before a comma or full stop closes.
  for (const match of text.matchAll(/([«»])\s?[,.;)]/g)) counts[match[1] === '«' ? 'inwards' : 'outwards']++;
  // A mark at the start of a paragraph opens, one at its end closes.
  for (const [, first, last] of text.matchAll(/(?:^|\n)([«»])|([«»])[.]?\s*(?:\n|$)/g))
    counts[first === '»' || last === '«' ? 'inwards' : 'outwards']++;
  // Both directions are too frequent: a typesetting program set them at random.
  if (6 * Math.min(counts.inwards, counts.outwards) > counts.inwards + counts.outwards) return 'both';
  return counts.inwards > counts.outwards ? 'inwards' : 'outwards';
}

/** »…» (Swedish and Finnish): both marks have the same form, and adjacent characters show their direction. */
function hasOneGuillemet(text: string): boolean {
  return text.includes('»') !== text.includes('«');
}

function readMark(text: string, at: number, direction: Direction, oneForm: boolean): Mark | null {
  const char = text.charAt(at);
  switch (char) {
    case '"':
    case '＂':
      return { at, length: 1, family: 'double', turn: directionByContext(text, at, 1) };
    case '“':
    case '”':
    case '„':
    case '‟': {
      if (char === '„') return { at, length: 1, family: 'double', turn: 'open' };
      const context = directionByContext(text, at, 1);
      // German closes with “, Swedish and Polish open or close with ”: adjacent characters decide if they are clear.
      const own: Turn = char === '“' ? 'open' : 'close';
      return { at, length: 1, family: 'double', turn: context === 'either' ? own : context };
    }
    case '«':
    case '»':
      if (oneForm) return { at, length: 1, family: 'guillemet', turn: directionByContext(text, at, 1) };
      if (direction === 'both') return { at, length: 1, family: 'guillemet', turn: 'either' };
      return {
        at,
        length: 1,
        family: 'guillemet',
        turn: (char === '«') !== (direction === 'inwards') ? 'open' : 'close',
      };
    case '「':
    case '『':
      return { at, length: 1, family: 'corner', turn: 'open' };
    case '」':
    case '』':
      return { at, length: 1, family: 'corner', turn: 'close' };
    case "'":
    case '`':
    case '‘':
    case '’':
      if (text.charAt(at + 1) !== char) return null;
      return { at, length: 2, family: 'double', turn: directionByContext(text, at, 2) };
    case ',': {
      // ,,A": the low mark as typed on a keyboard that lacks it.
      const opens = text.charAt(at + 1) === ',' && /[^\s,]/.test(text.charAt(at + 2));
      const apart = at === 0 || BEFORE_OPEN.test(text.charAt(at - 1));
      return opens && apart ? { at, length: 2, family: 'double', turn: 'open' } : null;
    }
    default:
      return null;
  }
}

interface Open {
  family: Family;
  outerStart: number;
  start: number;
  depth: number;
  paragraphs: number;
}

interface Paragraph {
  start: number;
  end: number;
  marks: Mark[];
}

function readParagraphs(text: string): Paragraph[] {
  const direction = readDirection(text);
  const oneForm = hasOneGuillemet(text);
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const marks: Mark[] = [];
    for (let at = start; at < end; ) {
      const mark = readMark(text, at, direction, oneForm);
      if (mark) marks.push(mark);
      at += mark?.length ?? 1;
    }
    paragraphs.push({ start, end, marks });
  }
  return paragraphs;
}

const MARKS = /["“”„«»]/;
/** Marks with an unambiguous direction. */
const DIRECTED = /[“”«»]/;
/** Minimum length of speech between two closing marks, in characters. */
const MIN_SPEECH_LENGTH = 25;

/** Pairs the marks of one paragraph; `nested` states whether an opening mark inside a quote opens a second level. */
function pairParagraph(
  paragraph: Paragraph,
  entry: Open | null,
  nested: boolean,
  runsOn: boolean,
  text: string,
): { spans: QuotedSpan[]; open: Open | null } {
  const spans: QuotedSpan[] = [];
  let open = entry ? { ...entry } : null;
  const lastClosing = new Map<Family, number>();
  for (const [index, mark] of paragraph.marks.entries())
    if (mark.turn !== 'open') lastClosing.set(mark.family, index);
  /** Number of open marks of another kind inside the quote. */
  let inner = 0;
  const close = (opening: Open, mark: Mark) => {
    inner = 0;
    const { start, outerStart, paragraphs } = opening;
    const outerEnd = mark.at + mark.length;
    spans.push({ start, end: mark.at, outerStart, outerEnd, paragraphs, closed: true, single: false });
    open = null;
  };
  for (const [index, mark] of paragraph.marks.entries()) {
    if (!open) {
      // A closing mark at the start of a paragraph is a typing error for an opening one if another follows.
      const slip = index === 0 && mark.at === paragraph.start && paragraph.marks[1]?.turn === 'close';
      if (mark.turn === 'close' && !slip) {
        // «A». B», said Reed: the opening mark of B is missing.
        const last = spans.at(-1);
        const since = last?.closed ? text.slice(last.outerEnd, mark.at) : '';
        const lead = /^\s*[.!?…]?\s+(?=\p{Lu})/u.exec(since)?.[0];
        if (
          last &&
          lead &&
          mark.at - last.outerEnd >= MIN_SPEECH_LENGTH &&
          DIRECTED.test(text.charAt(mark.at))
        ) {
          const start = last.outerEnd + lead.length;
          close({ family: mark.family, outerStart: start, start, depth: 1, paragraphs: 1 }, mark);
        }
        continue;
      }
      const { at, length, family } = mark;
      open = { family, outerStart: at, start: at + length, depth: 1, paragraphs: 1 };
    } else if (mark.family === open.family) {
      if (mark.turn === 'open') {
        // The first mark of a paragraph reopens the quote that continues from the previous paragraph.
        if (entry && index === 0) open.paragraphs++;
        else if (nested) open.depth++;
        else open = { ...open, outerStart: mark.at, start: mark.at + mark.length, paragraphs: 1 };
      } else if (--open.depth === 0) close(open, mark);
    } else if (mark.turn !== 'close') {
      inner++;
    } else if (inner > 0) {
      inner--;
    } else if (open.outerStart >= paragraph.start && !runsOn) {
      // «A", said Reed: closed with a mark of another kind.
      const isLast = (lastClosing.get(open.family) ?? -1) < index;
      if (isLast || DIRECTED.test(text.charAt(mark.at))) close(open, mark);
    }
  }
  return { spans, open };
}

function reopens(text: string, paragraph: Paragraph | undefined, family: Family): boolean {
  const mark = paragraph?.marks[0];
  if (!paragraph || !mark || mark.family !== family) return false;
  return mark.turn !== 'close' && text.slice(paragraph.start, mark.at).trim() === '';
}

/**
 * Finds the outermost quoted spans in text order: straight, curly, low-high, doubled single marks, guillemets of both
 * directions and corner brackets. Linear in the text.
 */
export function findQuotedSpans(text: string): QuotedSpan[] {
  const paragraphs = readParagraphs(text);
  const spans: QuotedSpan[] = [];
  let open: Open | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    const mayRunOn = MARKS.test(text.charAt(paragraphs[index + 1]?.start ?? text.length));
    let result = pairParagraph(paragraph, open, true, mayRunOn, text);
    const runsOn = result.open && reopens(text, paragraphs[index + 1], result.open.family);
    if (result.open && result.open.depth > 1 && !runsOn)
      result = pairParagraph(paragraph, open, false, mayRunOn, text);
    for (const span of result.spans) spans.push(span);
    open = result.open;
    if (open && !runsOn) {
      const { start, outerStart } = open;
      spans.push({
        start,
        end: paragraph.end,
        outerStart,
        outerEnd: paragraph.end,
        paragraphs: open.paragraphs,
        closed: false,
        single: false,
      });
      open = null;
    } else if (open) {
      open.depth = 1;
    }
  }
  // A comma before the closing mark belongs to the surrounding sentence.
  for (const span of spans) {
    while (span.end > span.start && /[\s,]/.test(text.charAt(span.end - 1))) span.end--;
    while (span.end > span.start && SPACE.test(text.charAt(span.start))) span.start++;
  }
  return spans.filter((span) => span.end > span.start);
}

/** A closing mark after sentence punctuation, or before a comma (Dutch); apostrophes hardly ever occur there. */
const CERTAIN_CLOSE = /[,.!?…]['’](?=\s|$)|[\p{L}\p{N}.!?…]’(?=,\s)/gu;
const MARK = /['‘’]/g;

function isOpening(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (before === '' || /[\s([—–]/.test(before)) && /[\p{L}\p{N}…"“]/u.test(text.charAt(at + 1));
}

/** Both marks of "rock ’n’ roll" are apostrophes. */
const SHORT_AND = /[’']n[’']$/;

function isClosing(text: string, at: number): boolean {
  if (SHORT_AND.test(text.slice(at - 2, at + 1))) return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return before !== '' && !/\s/.test(before) && (after === '' || /[\s,.;:!?)\]—–]/.test(after));
}

/**
 * Finds quotes in single marks (‘…’ or '…'), as in British and Dutch papers. To avoid apostrophes, they are searched
 * for only if some closing mark is next to sentence punctuation. Text inside `taken` is skipped.
 */
export function findSingleSpans(text: string, taken: readonly QuotedSpan[]): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let next = 0;
  const isTaken = (at: number) => {
    while (next < taken.length && (taken[next]?.outerEnd ?? 0) <= at) next++;
    const span = taken[next];
    return span !== undefined && span.outerStart <= at;
  };
  let plain = 0;
  for (const match of text.matchAll(CERTAIN_CLOSE)) if (!isTaken(match.index + 1)) plain++;
  if (plain === 0 || plain * 2 < taken.length) return spans;
  next = 0;
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    let open = -1;
    let possible = -1;
    const close = (at: number) => {
      spans.push({
        start: open + 1,
        end: at,
        outerStart: open,
        outerEnd: at + 1,
        paragraphs: 1,
        closed: true,
        single: true,
      });
      open = -1;
      possible = -1;
    };
    for (const match of paragraph[0].matchAll(MARK)) {
      const at = paragraph.index + match.index;
      if (isTaken(at)) continue;
      if (open < 0) {
        if (match[0] !== '’' && isOpening(text, at)) open = at;
      } else if (isClosing(text, at)) {
        const before = text.charAt(at - 1);
        if (/[,.!?…]/.test(before)) close(at);
        // "the sailors' boats": perhaps a possessive; it closes only if there is no better mark.
        else if (before === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) possible = at;
        else close(at);
      } else if (match[0] !== '’' && isOpening(text, at) && possible > 0) {
        close(possible);
        open = at;
      }
    }
    if (open >= 0 && possible > open) close(possible);
  }
  for (const span of spans)
    while (span.end > span.start && /[\s,]/.test(text.charAt(span.end - 1))) span.end--;
  return spans.filter((span) => span.end > span.start);
}
