/** How often somebody is quoted, by month and source. */
export interface MonthRow {
  /** Null for all sources together. */
  source: string | null;
  /** One figure for each of the months. */
  counts: number[];
  total: number;
}

export interface Months {
  /** First days, UTC, oldest first. */
  months: Date[];
  /** All sources first, then the sources with most quotes. */
  rows: MonthRow[];
  /** The highest figure of any row but the first: the rows share one scale, the first has its own. */
  most: number;
}

/** Months shown at the most; a bar for each has to be seen. */
const MOST_MONTHS = 24;
const FEWEST_MONTHS = 6;
const MOST_SOURCES = 6;

const monthOf = (time: number): number => {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

const firstDay = (month: number): Date => new Date(Date.UTC(Math.floor(month / 12), month % 12));

/**
 * Counts quotes by month, in one row for each of the sources with most.
 *
 * @param said when (milliseconds since 1970) and where; in any order
 * @returns the months from the first quote to the last, at the most two years up to the last, at the least six months
 */
export function countByMonth(said: readonly { saidAt: number; source: string }[]): Months {
  if (said.length === 0) return { months: [], rows: [], most: 0 };
  const at = said.map(({ saidAt }) => monthOf(saidAt));
  const last = at.reduce((a, b) => Math.max(a, b));
  const first = at.reduce((a, b) => Math.min(a, b));
  const length = Math.min(MOST_MONTHS, Math.max(FEWEST_MONTHS, last - first + 1));
  const start = last - length + 1;
  const empty = (source: string | null): MonthRow => ({
    source,
    counts: Array.from({ length }, () => 0),
    total: 0,
  });
  const all = empty(null);
  const bySource = new Map<string, MonthRow>();
  said.forEach(({ source }, index) => {
    const slot = (at[index] ?? 0) - start;
    if (slot < 0) return;
    const row = bySource.get(source) ?? empty(source);
    bySource.set(source, row);
    for (const one of [all, row]) {
      one.counts[slot] = (one.counts[slot] ?? 0) + 1;
      one.total += 1;
    }
  });
  const sources = [...bySource.values()].sort((a, b) => b.total - a.total).slice(0, MOST_SOURCES);
  const rows = sources.length > 1 ? [all, ...sources] : [all];
  return {
    months: all.counts.map((_, slot) => firstDay(start + slot)),
    rows,
    most: Math.max(...(rows.length > 1 ? rows.slice(1) : rows).flatMap(({ counts }) => counts)),
  };
}
