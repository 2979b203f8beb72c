/** The rows that are drawn, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Rows read beyond the drawn ones, and the block size of reading, so that scrolling by a few rows reads nothing. */
const AHEAD = 24;
const BLOCK = 32;

/** The ids whose rows are read while these are drawn. */
export function idsNear(ids: readonly string[] | null, { from, to }: Span): readonly string[] {
  if (ids === null) return [];
  const first = Math.max(0, Math.floor((from - AHEAD) / BLOCK) * BLOCK);
  return ids.slice(first, Math.ceil((to + AHEAD) / BLOCK) * BLOCK);
}
