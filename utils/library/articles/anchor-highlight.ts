/** Locates a highlight's text in an article, even if the article has changed. Pure. */
import { type Context, countMatchingContext, findApproximateMatches } from '../../text/find-text.ts';
import type { HighlightRow } from '../user-types.ts';

/** Length of the stored context on either side of a highlight, in UTF-16 code units. */
export const CONTEXT_LENGTH = 32;

/** Number of characters of a highlight by which candidates are searched. */
const PREFIX_LENGTH = 64;

/** Maximum number of candidates, which matters for texts that repeat the same words very often. */
const MAX_CANDIDATES = 500;

/** A highlight's text and context, by which it is located. */
export type Anchor = Pick<HighlightRow, 'text' | 'prefix' | 'suffix' | 'start' | 'end'>;

/** An anchor whose position in the text is known. */
export type LocatedAnchor = Anchor & { start: number; end: number };

/**
 * Creates the anchor of a text range.
 *
 * @param start UTF-16 offset
 * @param end UTF-16 offset, exclusive
 */
export function makeAnchor(text: string, start: number, end: number): LocatedAnchor {
  return {
    text: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    start,
    end,
  };
}

/** Normalises white space and quotation marks. `originalOffsets` maps each character to its offset in `text`. */
function normalise(text: string): { normalised: string; originalOffsets: number[] } {
  let normalised = '';
  const originalOffsets: number[] = [];
  let wasBlank = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i] ?? '';
    const isBlank = /\s/.test(unit);
    if (isBlank && wasBlank) continue;
    wasBlank = isBlank;
    normalised += isBlank ? ' ' : /[“”„«»"]/.test(unit) ? '"' : /[‘’‚']/.test(unit) ? "'" : unit;
    originalOffsets.push(i);
  }
  originalOffsets.push(text.length);
  return { normalised, originalOffsets };
}

const toContext = ({ prefix, suffix }: Anchor): Context => ({ before: prefix, after: suffix });

function findBest(text: string, anchor: Anchor): [start: number, end: number] | null {
  if (anchor.text === '') return null;
  let best: [number, number] | null = null;
  let bestScore = -Infinity;
  // Search only for the beginning, because comparing a whole long text at every position is slow.
  const beginning = anchor.text.slice(0, PREFIX_LENGTH);
  let index = text.indexOf(beginning);
  for (
    let candidates = 0;
    index !== -1 && candidates < MAX_CANDIDATES;
    candidates += 1, index = text.indexOf(beginning, index + 1)
  ) {
    if (!text.startsWith(anchor.text, index)) continue;
    const end = index + anchor.text.length;
    const score =
      countMatchingContext(text, { start: index, end }, toContext(anchor)) -
      // If several have the same context, prefer the one nearest to the former position.
      Math.abs(index - (anchor.start ?? 0)) / Math.max(1, text.length);
    if (score > bestScore) {
      bestScore = score;
      best = [index, end];
    }
  }
  return best;
}

/** Returns the similar range whose context agrees best. */
function findFuzzy(text: string, anchor: Anchor): [start: number, end: number] | null {
  const scored = findApproximateMatches(text, anchor.text).map((range) => ({
    range,
    context: countMatchingContext(text, range, toContext(anchor)),
  }));
  scored.sort((a, b) => b.context - a.context);
  const [best] = scored;
  return best === undefined ? null : [best.range.start, best.range.end];
}

/**
 * Locates a highlight's text in a text that may have changed. Tries, in this order:
 * - the exact text, where its context agrees best,
 * - the same, with white space and quotation marks normalised,
 * - a similar text, with some changed words.
 *
 * @returns UTF-16 offsets, or null if the highlight is not found
 */
export function locateHighlight(text: string, anchor: Anchor): [start: number, end: number] | null {
  const exact = findBest(text, anchor);
  if (exact !== null) return exact;
  const { normalised, originalOffsets } = normalise(text);
  const normalisedAnchor = {
    ...anchor,
    text: normalise(anchor.text).normalised,
    prefix: normalise(anchor.prefix).normalised,
    suffix: normalise(anchor.suffix).normalised,
  };
  const found = findBest(normalised, normalisedAnchor) ?? findFuzzy(normalised, normalisedAnchor);
  if (found === null) return null;
  const start = originalOffsets[found[0]];
  const last = originalOffsets[found[1] - 1];
  return start === undefined || last === undefined ? null : [start, last + 1];
}
