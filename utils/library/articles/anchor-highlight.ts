/** Where a highlight's words stand in a text, also after small changes to it. Pure. */
import { agreeingContext, type Context } from '../../text/agreeing-context.ts';
import { findAlike } from '../../text/find-alike.ts';
import type { HighlightRow } from '../user-types.ts';

/** Characters of the text kept on either side of a highlight. */
export const CONTEXT = 32;

/** Characters of a highlight that its places are looked for by. */
const BEGINNING = 64;

/** Places looked at in a text that holds the same words very often. */
const MAX_PLACES = 500;

/** A highlight's words and what stands around them, by which its place is found in a text. */
export type Anchor = Pick<HighlightRow, 'text' | 'prefix' | 'suffix' | 'start' | 'end'>;

/** An anchor with a place in its text. */
export type PlacedAnchor = Anchor & { start: number; end: number };

/** The anchor of a stretch of a text. Offsets are UTF-16 units. */
export function makeAnchor(text: string, start: number, end: number): PlacedAnchor {
  return {
    text: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  };
}

/** The text in a form in which changed blanks and quotation marks don't count, and where each character came from. */
function flatten(text: string): { flat: string; origin: number[] } {
  let flat = '';
  const origin: number[] = [];
  let wasBlank = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i] ?? '';
    const isBlank = /\s/.test(unit);
    if (isBlank && wasBlank) continue;
    wasBlank = isBlank;
    flat += isBlank ? ' ' : /[“”„«»"]/.test(unit) ? '"' : /[‘’‚']/.test(unit) ? "'" : unit;
    origin.push(i);
  }
  origin.push(text.length);
  return { flat, origin };
}

const contextOf = ({ prefix, suffix }: Anchor): Context => ({ before: prefix, after: suffix });

function findBest(text: string, anchor: Anchor): [start: number, end: number] | null {
  if (anchor.text === '') return null;
  let best: [number, number] | null = null;
  let bestScore = -Infinity;
  // Found by its beginning: to look for all of a long text may cost its length at every place of the other.
  const beginning = anchor.text.slice(0, BEGINNING);
  let at = text.indexOf(beginning);
  for (let places = 0; at !== -1 && places < MAX_PLACES; places += 1, at = text.indexOf(beginning, at + 1)) {
    if (!text.startsWith(anchor.text, at)) continue;
    const end = at + anchor.text.length;
    const score =
      agreeingContext(text, { start: at, end }, contextOf(anchor)) -
      // Among equals, the nearest to where it was.
      Math.abs(at - (anchor.start ?? 0)) / Math.max(1, text.length);
    if (score > bestScore) {
      bestScore = score;
      best = [at, end];
    }
  }
  return best;
}

/** Where the words stand with some changes, and their surroundings agree best. */
function findChanged(text: string, anchor: Anchor): [start: number, end: number] | null {
  const weighed = findAlike(text, anchor.text).map((place) => ({
    place,
    context: agreeingContext(text, place, contextOf(anchor)),
  }));
  weighed.sort((a, b) => b.context - a.context);
  const [best] = weighed;
  return best === undefined ? null : [best.place.start, best.place.end];
}

/**
 * Finds a highlight's words in a text that may have changed: exactly where they were, else where their surroundings
 * agree best, else where only blanks and quotation marks differ, else where some of the words have changed.
 *
 * @returns offsets, or null where the words are gone
 */
export function locateHighlight(text: string, anchor: Anchor): [start: number, end: number] | null {
  const exact = findBest(text, anchor);
  if (exact !== null) return exact;
  const { flat, origin } = flatten(text);
  const wanted = {
    ...anchor,
    text: flatten(anchor.text).flat,
    prefix: flatten(anchor.prefix).flat,
    suffix: flatten(anchor.suffix).flat,
  };
  const found = findBest(flat, wanted) ?? findChanged(flat, wanted);
  if (found === null) return null;
  const start = origin[found[0]];
  const last = origin[found[1] - 1];
  return start === undefined || last === undefined ? null : [start, last + 1];
}
