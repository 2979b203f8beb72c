import type { Offsets } from '../../utils/quotes/types.ts';
import { splitSentences } from '../../utils/text/segment-text.ts';

/** Characters shown on either side of what is marked, where a sentence is longer than twice as many. */
const AROUND = 140;

export type MarkKind = 'name' | 'cue';

/** Words of an article with what is to be marked in them. */
export interface ExcerptPiece {
  text: string;
  kind: MarkKind | null;
}

export interface ExcerptMark {
  at: Offsets;
  kind: MarkKind;
}

/** A sentence of an article, or more, as offsets. */
export interface Excerpt {
  start: number;
  end: number;
}

function paragraphOf(text: string, at: number): Excerpt {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end < 0 ? text.length : end };
}

/** The whole sentences of one paragraph that a stretch of it stands in. */
export function sentencesAround(text: string, [from, to]: Offsets, lang: string | null): Excerpt {
  const { start, end } = paragraphOf(text, from);
  const own = splitSentences(text.slice(start, end), lang)
    .map((sentence) => ({ start: start + sentence.start, end: start + sentence.end }))
    .filter((sentence) => sentence.end > from && sentence.start < to);
  return { start: own[0]?.start ?? from, end: own.at(-1)?.end ?? Math.min(to, end) };
}

/** The blank before or behind an offset, so that no word is cut. */
function atBlank(text: string, at: number, limit: number): number {
  const step = limit < at ? -1 : 1;
  for (let i = at; i !== limit; i += step) if (/\s/.test(text[i] ?? '')) return i;
  return at;
}

/**
 * The words of an excerpt in pieces, with what is marked; a sentence that is too long to be taken in is cut around it.
 *
 * @param marks inside the excerpt, in any order
 */
export function cutExcerpt(text: string, excerpt: Excerpt, marks: readonly ExcerptMark[]): ExcerptPiece[] {
  const inside = marks
    .filter(({ at: [from, to] }) => from >= excerpt.start && to <= excerpt.end && from < to)
    .sort((a, b) => a.at[0] - b.at[0]);
  const first = inside[0]?.at[0] ?? excerpt.start;
  const last = inside.at(-1)?.at[1] ?? excerpt.start;
  const start = first - excerpt.start > AROUND ? atBlank(text, first - AROUND, first) : excerpt.start;
  const end = excerpt.end - last > AROUND ? atBlank(text, last + AROUND, last) : excerpt.end;
  const pieces: ExcerptPiece[] = [];
  const add = (from: number, to: number, kind: MarkKind | null): void => {
    if (from < to) pieces.push({ text: text.slice(from, to), kind });
  };
  if (start > excerpt.start) pieces.push({ text: '…', kind: null });
  let done = start;
  for (const { at, kind } of inside) {
    const from = Math.max(done, at[0]);
    add(done, from, null);
    add(from, at[1], kind);
    done = Math.max(done, at[1]);
  }
  add(done, end, null);
  if (end < excerpt.end) pieces.push({ text: ' …', kind: null });
  return pieces;
}
