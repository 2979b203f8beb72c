import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import type { DiffPiece } from '../../utils/library/view-types.ts';

/** Converts text to lower case and strips accents, for comparison. May change the length. */
export function normaliseForSearch(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * Finds a query in a text, ignoring case and accents.
 *
 * @param query as typed; surrounding spaces are ignored
 * @returns the ranges of all matches as UTF-16 offsets, in order; none for an empty query
 */
export function findInText(text: string, query: string): [start: number, end: number][] {
  const normalisedQuery = [...query.trim()].map(normaliseForSearch).join('');
  if (normalisedQuery === '') return [];
  let normalised = '';
  // For each UTF-16 unit of the normalised text, where its character starts and ends in the original text.
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const piece = normaliseForSearch(character);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    normalised += piece;
    offset += character.length;
  }
  const matches: [number, number][] = [];
  for (
    let from = normalised.indexOf(normalisedQuery);
    from >= 0;
    from = normalised.indexOf(normalisedQuery, from + normalisedQuery.length)
  ) {
    matches.push([starts[from] ?? 0, ends[from + normalisedQuery.length - 1] ?? text.length]);
  }
  return matches;
}

/** Renders a text with the given ranges, in order, in `mark` elements. */
export function markRanges(text: string, ranges: readonly (readonly [number, number])[]): ComponentChildren {
  if (ranges.length === 0) return text;
  const parts: ComponentChildren[] = [];
  let rendered = 0;
  for (const [start, end] of ranges) {
    if (start > rendered) parts.push(text.slice(rendered, start));
    parts.push(h('mark', null, text.slice(start, end)));
    rendered = end;
  }
  if (rendered < text.length) parts.push(text.slice(rendered));
  return parts;
}

/** Renders a piece of a text comparison. The pieces are never reordered, so the index is a safe key. */
export function renderPiece({ kind, text }: DiffPiece, index: number): ComponentChildren {
  return h({ same: 'span', added: 'ins', removed: 'del' }[kind], { key: index }, text);
}
