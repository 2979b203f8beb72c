/** Parses the beginning of a JSON text, up to where it is cut off or invalid. */

/** Maximum nesting depth. */
const MAX_DEPTH = 64;

/** The brackets that are open at some place, innermost first. */
type OpenBrackets = { closer: string; outer: OpenBrackets } | null;

/** A place where the text can end, if its open brackets are closed. */
interface CutPoint {
  end: number;
  open: OpenBrackets;
}

/** A string, a bracket or a comma. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{},]/gs;

/** The places before commas and after opening brackets, and the end of the whole value. */
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
    // Invalid before this place.
    return undefined;
  }
}

/**
 * @param text the beginning of a JSON text
 * @returns the value with incomplete objects and lists; undefined if the text is not JSON
 */
export function parseTruncatedJson(text: string): unknown {
  const source = text.replace(/^\ufeff/, '');
  const cutPoints = findCutPoints(source);
  let best: unknown =
    cutPoints.length === 0 ? parseUpTo(source, { end: source.length, open: null }) : undefined;
  // The last place before which all is valid: usually the last one of all.
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
