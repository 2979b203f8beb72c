/** How often somebody is quoted, by span of time and source. */
export interface MonthRow {
  /** Null for all sources together. */
  source: string | null;
  /** One figure for each of the spans. */
  counts: number[];
  total: number;
}

export interface Spans {
  /** Months in each: 1, or more where there are too many months to show. */
  length: number;
  /** First days, in the user's time zone as all dates on screens, oldest first. */
  starts: Date[];
  /** All sources first, then the sources with most quotes. */
  rows: MonthRow[];
  /** The highest figure of any row but the first: the rows share one scale, the first has its own. */
  most: number;
}

/** Bars shown at the most: each has to be seen. */
const MOST_BARS = 24;
const FEWEST_BARS = 6;
/** What a bar may stand for, in months. Every quote is in one of them, so that bars and counts agree. */
const LENGTHS = [1, 3, 12, 60, 120] as const;
const MOST_SOURCES = 6;

const monthOf = (time: number): number => {
  const date = new Date(time);
  return date.getFullYear() * 12 + date.getMonth();
};

function firstDay(month: number): Date {
  const day = new Date(2000, month % 12);
  // Not by the constructor, which takes 26 for 1926.
  day.setFullYear(Math.floor(month / 12));
  return day;
}

/**
 * Counts quotes by month, in one row for each of the sources with most; by quarter, year or more where they are from
 * too long a time.
 *
 * @param said when (milliseconds since 1970) and where; in any order
 * @returns the spans from the first quote to the last, at the least six
 */
export function countByMonth(said: readonly { saidAt: number; source: string }[]): Spans {
  if (said.length === 0) return { length: 1, starts: [], rows: [], most: 0 };
  const at = said.map(({ saidAt }) => monthOf(saidAt));
  const last = at.reduce((a, b) => Math.max(a, b));
  const first = at.reduce((a, b) => Math.min(a, b));
  const barOf = (month: number, length: number): number => Math.floor(month / length);
  const length =
    LENGTHS.find((each) => barOf(last, each) - barOf(first, each) < MOST_BARS) ??
    Math.ceil((last - first + 1) / (MOST_BARS - 1));
  const bars = Math.max(FEWEST_BARS, barOf(last, length) - barOf(first, length) + 1);
  const start = barOf(last, length) - bars + 1;
  const empty = (source: string | null): MonthRow => ({
    source,
    counts: Array.from({ length: bars }, () => 0),
    total: 0,
  });
  const all = empty(null);
  const bySource = new Map<string, MonthRow>();
  said.forEach(({ source }, index) => {
    const slot = barOf(at[index] ?? 0, length) - start;
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
    length,
    starts: all.counts.map((_, slot) => firstDay((start + slot) * length)),
    rows,
    most: Math.max(...(rows.length > 1 ? rows.slice(1) : rows).flatMap(({ counts }) => counts)),
  };
}
