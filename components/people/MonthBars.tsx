import { useStrings } from '../ui/base/strings.ts';

/** The number of quotes of a person per time span in one source. */
interface MonthRow {
  /** Null for all sources together. */
  source: string | null;
  /** One number per time span. */
  counts: number[];
  total: number;
}

export interface Spans {
  /** Length of a span in months: 1, or more if there are too many months to show. */
  length: number;
  /** First days of the spans, in the user's time zone, oldest first. */
  starts: Date[];
  /** The total first, then the sources with most quotes. */
  rows: MonthRow[];
  /** The maximum of all rows except the first, which has its own scale. */
  maxCount: number;
}

/** Maximum number of bars, so that each is visible. */
const MAX_BARS = 24;
const MIN_BARS = 6;
/** Possible span lengths, in months. Every quote is in one span, so that bars and counts agree. */
const SPAN_LENGTHS = [1, 3, 12, 60, 120] as const;
const MAX_SOURCES = 6;

const monthOf = (time: number): number => {
  const date = new Date(time);
  return date.getFullYear() * 12 + date.getMonth();
};

function firstDay(month: number): Date {
  const day = new Date(2000, month % 12);
  // The constructor would take 26 for 1926.
  day.setFullYear(Math.floor(month / 12));
  return day;
}

/**
 * Counts quotes by month, in total and for each of the most frequent sources; by quarter, year or more if they cover
 * a long time.
 *
 * @param said times (milliseconds since 1970) and sources, in any order
 * @returns the spans from the first quote to the last, at least six
 */
export function countByMonth(said: readonly { saidAt: number; source: string }[]): Spans {
  if (said.length === 0) return { length: 1, starts: [], rows: [], maxCount: 0 };
  const at = said.map(({ saidAt }) => monthOf(saidAt));
  const last = at.reduce((a, b) => Math.max(a, b));
  const first = at.reduce((a, b) => Math.min(a, b));
  const barOf = (month: number, length: number): number => Math.floor(month / length);
  const length =
    SPAN_LENGTHS.find((each) => barOf(last, each) - barOf(first, each) < MAX_BARS) ??
    Math.ceil((last - first + 1) / (MAX_BARS - 1));
  const bars = Math.max(MIN_BARS, barOf(last, length) - barOf(first, length) + 1);
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
  const sources = [...bySource.values()].sort((a, b) => b.total - a.total).slice(0, MAX_SOURCES);
  const rows = sources.length > 1 ? [all, ...sources] : [all];
  return {
    length,
    starts: all.counts.map((_, slot) => firstDay((start + slot) * length)),
    rows,
    maxCount: Math.max(...(rows.length > 1 ? rows.slice(1) : rows).flatMap(({ counts }) => counts)),
  };
}

/** In units of the drawing, which is stretched. */
const HEIGHT = 40;
const STEP = 10;
const BAR = 8;

interface Props {
  said: readonly { saidAt: number; source: string }[];
}

/**
 * Small multiples: how often a person is quoted per time span, in all sources and in each of the most frequent ones.
 */
export function MonthBars({ said }: Props) {
  const { t, count, formatNumber, locale } = useStrings();
  const { length, starts, rows, maxCount } = countByMonth(said);
  if (rows.length === 0) return null;
  const short = new Intl.DateTimeFormat(
    locale,
    length % 12 === 0 ? { year: 'numeric' } : { month: 'short', year: 'numeric' },
  );
  const name = (at: number): string => {
    const start = starts[at];
    if (start === undefined) return '';
    const end = new Date(start);
    end.setMonth(start.getMonth() + length - 1);
    return short.formatRange(start, end);
  };
  const describe = (row: MonthRow): string =>
    t(
      'personMonthsSum',
      row.source ?? t('personMonthsAll'),
      count('quoteCount', row.total),
      name(row.counts.indexOf(Math.max(...row.counts))),
    );
  return (
    <section class="months" aria-labelledby="months-title">
      <h2 class="months__title" id="months-title">
        {t(length === 1 ? 'personMonths' : 'personOverTime')}
      </h2>
      <div class="months__rows">
        {rows.map((row) => {
          const top = row.source === null ? Math.max(...row.counts) : maxCount;
          return (
            <figure key={row.source} class="months__row">
              <figcaption>
                <bdi>{row.source ?? t('personMonthsAll')}</bdi> <span>{count('quoteCount', row.total)}</span>
              </figcaption>
              <div class="months__plot">
                <svg
                  class="months__bars"
                  viewBox={`0 0 ${starts.length * STEP} ${HEIGHT}`}
                  preserveAspectRatio="none"
                  role="img"
                  aria-label={describe(row)}
                >
                  {row.counts.map((quotes, at) => (
                    <rect
                      key={starts[at]?.getTime()}
                      x={at * STEP + 1}
                      y={quotes === 0 ? HEIGHT - 1 : HEIGHT - (quotes / top) * HEIGHT}
                      width={BAR}
                      height={quotes === 0 ? 1 : (quotes / top) * HEIGHT}
                      data-none={quotes === 0}
                    >
                      <title>{t('personMonthsBar', name(at), count('quoteCount', quotes))}</title>
                    </rect>
                  ))}
                </svg>
                <span class="months__top" aria-hidden="true">
                  {formatNumber(top)}
                </span>
              </div>
              <p class="months__span" aria-hidden="true">
                <span>{name(0)}</span>
                <span>{name(starts.length - 1)}</span>
              </p>
            </figure>
          );
        })}
      </div>
    </section>
  );
}
