import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import type { QuotePiece } from '../../utils/quotes/elsewhere/compare-quotes.ts';

/** Normalises text for comparison: removes case and accents. May change the length. */
export function normaliseForSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * Finds a query in a text, ignoring case and accents.
 *
 * @param text searched
 * @param query as typed; surrounding spaces are ignored
 * @returns ranges in UTF-16 units, in order; none for an empty query
 */
export function findInText(text: string, query: string): [start: number, end: number][] {
  const normalisedQuery = [...query.trim()].map(normaliseForSearch).join('');
  if (normalisedQuery === '') return [];
  let normalised = '';
  // For each normalised unit, the offset of its character in the text.
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = normaliseForSearch(character);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    normalised += piece;
    at += character.length;
  }
  const found: [number, number][] = [];
  for (
    let from = normalised.indexOf(normalisedQuery);
    from >= 0;
    from = normalised.indexOf(normalisedQuery, from + normalisedQuery.length)
  ) {
    found.push([starts[from] ?? 0, ends[from + normalisedQuery.length - 1] ?? text.length]);
  }
  return found;
}

/** Renders a text with some ranges marked. */
export function markRanges(text: string, ranges: readonly (readonly [number, number])[]): ComponentChildren {
  if (ranges.length === 0) return text;
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(h('mark', null, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** Renders a piece of a compared text. The pieces never move, so the index can be the key. */
export function renderPiece({ kind, text }: QuotePiece, index: number): ComponentChildren {
  return h({ same: 'span', added: 'ins', removed: 'del' }[kind], { key: index }, text);
}
