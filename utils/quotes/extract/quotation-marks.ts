/** A passage between outer quotation marks. Offsets are UTF-16 indices. */
export interface QuotedSpan {
  /** The range inside the marks. */
  start: number;
  end: number;
  /** The range including the marks. */
  outerStart: number;
  outerEnd: number;
  /** Number of paragraphs it spans; more than one if each reopens the mark. */
  paragraphs: number;
  /** False if the closing mark is missing and the span ends with the paragraph. */
  isClosed: boolean;
  /** Whether it is enclosed in single marks (‘…’). */
  hasSingleMarks: boolean;
  /** Whether the layout, or the clause between its dashes, identifies it as speech. */
  isSpeech?: boolean;
  /** Whether it is an interviewer's question after a dash. */
  isQuestion?: boolean;
  /** Start of the whole utterance if an attribution splits it ("A – said X – B"); its pieces share this. */
  utterance?: number;
}

type Family = 'double' | 'guillemet' | 'corner';
type Direction = 'open' | 'close' | 'either';

interface Mark {
  at: number;
  length: number;
  family: Family;
  direction: Direction;
}

const SPACE = /\s/;
const BEFORE_OPEN = /[\s([{—–―/\-‘'“„«¿¡:]/;
const AFTER_CLOSE = /[\s)\]},.;:!?…—–―/\-’'”»]/;

/** The direction of an ambiguous mark, judged by the adjacent characters. */
function directionByContext(text: string, at: number, length: number): Direction {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  // ‚…‘“, he said: a mark before a comma closes, even after an inner mark.
  const isBeforePunctuation =
    /[,;:!?)\]]/.test(after) || (after === '.' && text.charAt(at + length + 1) !== '.');
  const canOpen =
    (before === '' || BEFORE_OPEN.test(before)) && after !== '' && !SPACE.test(after) && !isBeforePunctuation;
  const canClose = before !== '' && !SPACE.test(before) && (after === '' || AFTER_CLOSE.test(after));
  if (canOpen === canClose) return 'either';
  return canOpen ? 'open' : 'close';
}

type GuillemetStyle = 'outwards' | 'inwards' | 'both';

/** Whether the text uses »…« (German and Danish) instead of «…»; decided once for the whole text. */
function detectGuillemetStyle(text: string): GuillemetStyle {
  const counts = { inwards: 0, outwards: 0 };
  for (const match of text.matchAll(/(?:^|[\s(])([«»])(?=[\p{L}\p{N}„“"])/gu))
    counts[match[1] === '»' ? 'inwards' : 'outwards']++;
  // » A « , said Reed: a mark before a comma or full stop closes.
  for (const match of text.matchAll(/([«»])\s?[,.;)]/g)) counts[match[1] === '«' ? 'inwards' : 'outwards']++;
  // A mark at the start of a paragraph opens, one at its end closes.
  for (const [, first, last] of text.matchAll(/(?:^|\n)([«»])|([«»])[.]?\s*(?:\n|$)/g))
    counts[first === '»' || last === '«' ? 'inwards' : 'outwards']++;
  // If both directions are frequent, the marks were probably set at random.
  if (6 * Math.min(counts.inwards, counts.outwards) > counts.inwards + counts.outwards) return 'both';
  return counts.inwards > counts.outwards ? 'inwards' : 'outwards';
}

/** »…» (Swedish and Finnish): both marks have the same form, so their direction is judged by adjacent characters. */
function usesOneGuillemet(text: string): boolean {
  return text.includes('»') !== text.includes('«');
}

function readMark(
  text: string,
  at: number,
  guillemetStyle: GuillemetStyle,
  hasOneForm: boolean,
): Mark | null {
  const char = text.charAt(at);
  switch (char) {
    case '"':
    case '＂':
      return { at, length: 1, family: 'double', direction: directionByContext(text, at, 1) };
    case '“':
    case '”':
    case '„':
    case '‟': {
      if (char === '„') return { at, length: 1, family: 'double', direction: 'open' };
      const context = directionByContext(text, at, 1);
      // German closes with “, Swedish and Polish open or close with ”: adjacent characters decide if clear.
      const defaultDirection: Direction = char === '“' ? 'open' : 'close';
      return {
        at,
        length: 1,
        family: 'double',
        direction: context === 'either' ? defaultDirection : context,
      };
    }
    case '«':
    case '»':
      if (hasOneForm)
        return { at, length: 1, family: 'guillemet', direction: directionByContext(text, at, 1) };
      if (guillemetStyle === 'both') return { at, length: 1, family: 'guillemet', direction: 'either' };
      return {
        at,
        length: 1,
        family: 'guillemet',
        direction: (char === '«') !== (guillemetStyle === 'inwards') ? 'open' : 'close',
      };
    case '「':
    case '『':
      return { at, length: 1, family: 'corner', direction: 'open' };
    case '」':
    case '』':
      return { at, length: 1, family: 'corner', direction: 'close' };
    case "'":
    case '`':
    case '‘':
    case '’':
      if (text.charAt(at + 1) !== char) return null;
      return { at, length: 2, family: 'double', direction: directionByContext(text, at, 2) };
    case ',': {
      // ,,A": two commas typed instead of the low mark.
      const opens = text.charAt(at + 1) === ',' && /[^\s,]/.test(text.charAt(at + 2));
      const apart = at === 0 || BEFORE_OPEN.test(text.charAt(at - 1));
      return opens && apart ? { at, length: 2, family: 'double', direction: 'open' } : null;
    }
    default:
      return null;
  }
}

interface OpenQuote {
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
  const guillemetStyle = detectGuillemetStyle(text);
  const hasOneForm = usesOneGuillemet(text);
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const marks: Mark[] = [];
    for (let at = start; at < end; ) {
      const mark = readMark(text, at, guillemetStyle, hasOneForm);
      if (mark) marks.push(mark);
      at += mark?.length ?? 1;
    }
    paragraphs.push({ start, end, marks });
  }
  return paragraphs;
}

const DOUBLE_MARK = /["“”„«»]/;
/** Marks with an unambiguous direction. */
const DIRECTED_MARK = /[“”«»]/;
/** Minimum length of speech between two closing marks, in characters. */
const MIN_SPEECH_LENGTH = 25;

/** Pairs the marks of one paragraph; `allowsNesting` states whether an opening mark inside a quote opens a second level. */
function pairParagraph(
  paragraph: Paragraph,
  continued: OpenQuote | null,
  allowsNesting: boolean,
  continues: boolean,
  text: string,
): { spans: QuotedSpan[]; open: OpenQuote | null } {
  const spans: QuotedSpan[] = [];
  let open = continued ? { ...continued } : null;
  const lastClosing = new Map<Family, number>();
  for (const [index, mark] of paragraph.marks.entries())
    if (mark.direction !== 'open') lastClosing.set(mark.family, index);
  /** Number of open marks of another kind inside the quote. */
  let inner = 0;
  const close = (opening: OpenQuote, mark: Mark) => {
    inner = 0;
    const { start, outerStart, paragraphs } = opening;
    const outerEnd = mark.at + mark.length;
    spans.push({
      start,
      end: mark.at,
      outerStart,
      outerEnd,
      paragraphs,
      isClosed: true,
      hasSingleMarks: false,
    });
    open = null;
  };
  for (const [index, mark] of paragraph.marks.entries()) {
    if (!open) {
      // A closing mark at the start of a paragraph is a mistyped opening one if another closing mark follows.
      const isTypo = index === 0 && mark.at === paragraph.start && paragraph.marks[1]?.direction === 'close';
      if (mark.direction === 'close' && !isTypo) {
        // «A». B», said Reed: the opening mark of B is missing.
        const last = spans.at(-1);
        const since = last?.isClosed ? text.slice(last.outerEnd, mark.at) : '';
        const lead = /^\s*[.!?…]?\s+(?=\p{Lu})/u.exec(since)?.[0];
        if (
          last &&
          lead &&
          mark.at - last.outerEnd >= MIN_SPEECH_LENGTH &&
          DIRECTED_MARK.test(text.charAt(mark.at))
        ) {
          const start = last.outerEnd + lead.length;
          close({ family: mark.family, outerStart: start, start, depth: 1, paragraphs: 1 }, mark);
        }
        continue;
      }
      const { at, length, family } = mark;
      open = { family, outerStart: at, start: at + length, depth: 1, paragraphs: 1 };
    } else if (mark.family === open.family) {
      if (mark.direction === 'open') {
        // The first mark of a paragraph reopens the quote that continues from the previous paragraph.
        if (continued && index === 0) open.paragraphs++;
        else if (allowsNesting) open.depth++;
        else open = { ...open, outerStart: mark.at, start: mark.at + mark.length, paragraphs: 1 };
      } else if (--open.depth === 0) close(open, mark);
    } else if (mark.direction !== 'close') {
      inner++;
    } else if (inner > 0) {
      inner--;
    } else if (open.outerStart >= paragraph.start && !continues) {
      // «A", said Reed: closed with a mark of another kind.
      const isLast = (lastClosing.get(open.family) ?? -1) < index;
      if (isLast || DIRECTED_MARK.test(text.charAt(mark.at))) close(open, mark);
    }
  }
  return { spans, open };
}

function reopens(text: string, paragraph: Paragraph | undefined, family: Family): boolean {
  const mark = paragraph?.marks[0];
  if (!paragraph || !mark || mark.family !== family) return false;
  return mark.direction !== 'close' && text.slice(paragraph.start, mark.at).trim() === '';
}

/**
 * Finds the outermost quoted spans in text order: straight, curly, low-high, doubled single marks, guillemets of both
 * directions and corner brackets. Linear in the text.
 */
export function findQuotedSpans(text: string): QuotedSpan[] {
  const paragraphs = readParagraphs(text);
  const spans: QuotedSpan[] = [];
  let open: OpenQuote | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    const mayContinue = DOUBLE_MARK.test(text.charAt(paragraphs[index + 1]?.start ?? text.length));
    let result = pairParagraph(paragraph, open, true, mayContinue, text);
    const continues = result.open && reopens(text, paragraphs[index + 1], result.open.family);
    if (result.open && result.open.depth > 1 && !continues)
      result = pairParagraph(paragraph, open, false, mayContinue, text);
    for (const span of result.spans) spans.push(span);
    open = result.open;
    if (open && !continues) {
      const { start, outerStart } = open;
      spans.push({
        start,
        end: paragraph.end,
        outerStart,
        outerEnd: paragraph.end,
        paragraphs: open.paragraphs,
        isClosed: false,
        hasSingleMarks: false,
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
const CERTAIN_CLOSING_MARK = /[,.!?…]['’](?=\s|$)|[\p{L}\p{N}.!?…]’(?=,\s)/gu;
const SINGLE_MARK = /['‘’]/g;

function isOpening(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (before === '' || /[\s([—–]/.test(before)) && /[\p{L}\p{N}…"“]/u.test(text.charAt(at + 1));
}

/** Both marks of "rock ’n’ roll" are apostrophes. */
const SHORTENED_AND = /[’']n[’']$/;

function isClosing(text: string, at: number): boolean {
  if (SHORTENED_AND.test(text.slice(at - 2, at + 1))) return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return before !== '' && !/\s/.test(before) && (after === '' || /[\s,.;:!?)\]—–]/.test(after));
}

/**
 * Finds quotes in single marks (‘…’ or '…'), as in British and Dutch papers. To avoid apostrophes, they are searched
 * for only if some closing mark is next to sentence punctuation. Text inside `doubleSpans` is skipped.
 */
export function findSingleSpans(text: string, doubleSpans: readonly QuotedSpan[]): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let nextSpan = 0;
  const isTaken = (at: number) => {
    while (nextSpan < doubleSpans.length && (doubleSpans[nextSpan]?.outerEnd ?? 0) <= at) nextSpan++;
    const span = doubleSpans[nextSpan];
    return span !== undefined && span.outerStart <= at;
  };
  let certainCount = 0;
  for (const match of text.matchAll(CERTAIN_CLOSING_MARK)) if (!isTaken(match.index + 1)) certainCount++;
  if (certainCount === 0 || certainCount * 2 < doubleSpans.length) return spans;
  nextSpan = 0;
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    let open = -1;
    let possibleEnd = -1;
    const close = (at: number) => {
      spans.push({
        start: open + 1,
        end: at,
        outerStart: open,
        outerEnd: at + 1,
        paragraphs: 1,
        isClosed: true,
        hasSingleMarks: true,
      });
      open = -1;
      possibleEnd = -1;
    };
    for (const match of paragraph[0].matchAll(SINGLE_MARK)) {
      const at = paragraph.index + match.index;
      if (isTaken(at)) continue;
      if (open < 0) {
        if (match[0] !== '’' && isOpening(text, at)) open = at;
      } else if (isClosing(text, at)) {
        const before = text.charAt(at - 1);
        if (/[,.!?…]/.test(before)) close(at);
        // "the sailors' boats": perhaps a possessive; it closes only if there is no better mark.
        else if (before === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) possibleEnd = at;
        else close(at);
      } else if (match[0] !== '’' && isOpening(text, at) && possibleEnd > 0) {
        close(possibleEnd);
        open = at;
      }
    }
    if (open >= 0 && possibleEnd > open) close(possibleEnd);
  }
  for (const span of spans)
    while (span.end > span.start && /[\s,]/.test(text.charAt(span.end - 1))) span.end--;
  return spans.filter((span) => span.end > span.start);
}
