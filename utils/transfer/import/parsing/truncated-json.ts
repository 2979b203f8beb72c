/** Parses JSON that is truncated or becomes invalid, as far as possible. */

/** Maximum nesting depth. */
const MAX_DEPTH = 64;

/** The stack of brackets that are open at a position, innermost first. */
type OpenBrackets = { closer: string; outer: OpenBrackets } | null;

/** A position at which the text can be truncated, if its open brackets are then closed. */
interface CutPoint {
  end: number;
  open: OpenBrackets;
}

/** A string, a bracket or a comma. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{},]/gs;

/** Finds the positions before commas and after opening brackets, and the end of the whole value. */
function findCutPoints(text: string): CutPoint[] {
  const cutPoints: CutPoint[] = [];
  let [open, depth]: [OpenBrackets, number] = [null, 0];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '[' || token === '{') {
      open = { closer: token === '[' ? ']' : '}', outer: open };
      depth += 1;
      if (depth > MAX_DEPTH) return cutPoints;
      cutPoints.push({ end: index + 1, open });
    } else if (token === ',') cutPoints.push({ end: index, open });
    else if (token === open?.closer) {
      open = open.outer;
      depth -= 1;
      if (open === null) return [...cutPoints, { end: index + 1, open }];
    }
  }
  return cutPoints;
}

function parseUpTo(text: string, { end, open }: CutPoint): unknown {
  let closers = '';
  for (let bracket = open; bracket !== null; bracket = bracket.outer) closers += bracket.closer;
  try {
    return JSON.parse(text.slice(0, end) + closers);
  } catch {
    // Invalid before this position.
    return undefined;
  }
}

/**
 * Parses as much of a truncated JSON text as is valid.
 *
 * @param text the beginning of a JSON text
 * @returns the value with incomplete objects and lists; undefined if the text is not JSON
 */
export function parseTruncatedJson(text: string): unknown {
  const source = text.replace(/^\ufeff/, '');
  const cutPoints = findCutPoints(source);
  let best: unknown =
    cutPoints.length === 0 ? parseUpTo(source, { end: source.length, open: null }) : undefined;
  // Binary search for the last valid cut point, starting at the very last, which is usually valid.
  for (let [from, to] = [0, cutPoints.length]; from < to; ) {
    const index = from === 0 && to === cutPoints.length ? to - 1 : (from + to) >> 1;
    const value = parseUpTo(source, cutPoints[index] as CutPoint);
    if (value === undefined) to = index;
    else {
      best = value;
      from = index + 1;
    }
  }
  return best;
}
