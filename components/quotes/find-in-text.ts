import type { ComponentChildren } from 'preact';
import { h } from 'preact';

/** Text as it is compared: without case and without accents. May be shorter or longer. */
export function foldForFinding(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * Where a text has the words asked for, whatever their case and accents.
 *
 * @param text searched
 * @param query as typed; blanks around it don't count
 * @returns ranges in UTF-16 units, in order; none for an empty query
 */
export function findInText(text: string, query: string): [start: number, end: number][] {
  const wanted = [...query.trim()].map(foldForFinding).join('');
  if (wanted === '') return [];
  let folded = '';
  // For each folded unit: where its character stands in the text.
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = foldForFinding(character);
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    folded += piece;
    at += character.length;
  }
  const found: [number, number][] = [];
  for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + wanted.length)) {
    found.push([starts[from] ?? 0, ends[from + wanted.length - 1] ?? text.length]);
  }
  return found;
}

/** A text with some of its parts marked. */
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
