/** Rows of a list that are drawn: from the first to the one after the last. */
export interface Span {
  from: number;
  to: number;
}

/** Rows read beyond what is drawn, and how many are asked for more at a time: not anew for every few that come. */
const AHEAD = 24;
const BLOCK = 32;

/** The ids whose rows are read while these are drawn. */
export function idsNear(ids: readonly string[] | null, { from, to }: Span): readonly string[] {
  if (ids === null) return [];
  const first = Math.max(0, Math.floor((from - AHEAD) / BLOCK) * BLOCK);
  return ids.slice(first, Math.ceil((to + AHEAD) / BLOCK) * BLOCK);
}
