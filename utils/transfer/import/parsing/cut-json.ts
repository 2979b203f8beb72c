/** Parses the beginning of a JSON text, up to where it is cut off or invalid. */

/** Maximum nesting depth. */
const MAX_DEPTH = 64;

/** The brackets that are open at some place, innermost first. */
type Open = { closer: string; outer: Open } | null;

/** A place where the text can end, if its open brackets are closed. */
interface Cut {
  end: number;
  open: Open;
}

/** A string, a bracket or a comma. */
const MARK = /"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{},]/gs;

/** The places before commas and after opening brackets, and the end of the whole value. */
function findCuts(text: string): Cut[] {
  const cuts: Cut[] = [];
  let [open, depth]: [Open, number] = [null, 0];
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '[' || mark === '{') {
      open = { closer: mark === '[' ? ']' : '}', outer: open };
      depth += 1;
      if (depth > MAX_DEPTH) return cuts;
      cuts.push({ end: index + 1, open });
    } else if (mark === ',') cuts.push({ end: index, open });
    else if (mark === open?.closer) {
      open = open.outer;
      depth -= 1;
      if (open === null) return [...cuts, { end: index + 1, open }];
    }
  }
  return cuts;
}

function parseTo(text: string, { end, open }: Cut): unknown {
  let closers = '';
  for (let at = open; at !== null; at = at.outer) closers += at.closer;
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
export function parseCutJson(text: string): unknown {
  const source = text.replace(/^\ufeff/, '');
  const cuts = findCuts(source);
  let best: unknown = cuts.length === 0 ? parseTo(source, { end: source.length, open: null }) : undefined;
  // The last place before which all is valid: usually the last one of all.
  for (let [from, to] = [0, cuts.length]; from < to; ) {
    const at = from === 0 && to === cuts.length ? to - 1 : (from + to) >> 1;
    const value = parseTo(source, cuts[at] as Cut);
    if (value === undefined) to = at;
    else {
      best = value;
      from = at + 1;
    }
  }
  return best;
}
