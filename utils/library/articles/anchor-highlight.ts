/** Locates a highlight's words in a text, even after small changes of the text. Pure. */
import { agreeingContext, type Context, findAlike } from '../../text/find-text.ts';
import type { HighlightRow } from '../user-types.ts';

/** Length of the stored context on either side of a highlight, in characters. */
export const CONTEXT = 32;

/** Number of a highlight's characters by which candidates are searched. */
const PREFIX_LENGTH = 64;

/** Maximum number of candidates, for a text that repeats the same words very often. */
const MAX_PLACES = 500;

/** A highlight's words and their context, by which it is located in a text. */
export type Anchor = Pick<HighlightRow, 'text' | 'prefix' | 'suffix' | 'start' | 'end'>;

/** An anchor with a position in its text. */
export type PlacedAnchor = Anchor & { start: number; end: number };

/** Creates the anchor of a text range. Offsets are UTF-16 units. */
export function makeAnchor(text: string, start: number, end: number): PlacedAnchor {
  return {
    text: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  };
}

/** Normalises blanks and quotation marks, and maps each character to its original offset. */
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
  // Searches only for the beginning, because comparing a whole long text at every position of another one is slow.
  const beginning = anchor.text.slice(0, PREFIX_LENGTH);
  let at = text.indexOf(beginning);
  for (let places = 0; at !== -1 && places < MAX_PLACES; places += 1, at = text.indexOf(beginning, at + 1)) {
    if (!text.startsWith(anchor.text, at)) continue;
    const end = at + anchor.text.length;
    const score =
      agreeingContext(text, { start: at, end }, contextOf(anchor)) -
      // Among equals, the one nearest to the former position.
      Math.abs(at - (anchor.start ?? 0)) / Math.max(1, text.length);
    if (score > bestScore) {
      bestScore = score;
      best = [at, end];
    }
  }
  return best;
}

/** The range with some changed words whose context agrees best. */
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
 * Locates a highlight's words in a text that may have changed: exactly at the former position, else where the context
 * agrees best, else ignoring blanks and quotation marks, else with some changed words.
 *
 * @returns offsets, or null if the words no longer occur
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
