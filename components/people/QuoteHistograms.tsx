import { useStrings } from '../ui/base/strings.ts';

/** The number of a person's quotes per time span, in one source or in all. */
interface HistogramRow {
  /** Null for all sources together. */
  source: string | null;
  /** One number per time span. */
  counts: number[];
  total: number;
}

export interface Histograms {
  /** Length of a span in months: 1, or more if there are too many months to show. */
  length: number;
  /** First days of the spans, in the user's time zone, oldest first. */
  starts: Date[];
  /** The total, followed by the sources with the most quotes. */
  rows: HistogramRow[];
  /** The largest count of any source. The total has its own scale. */
  maxCount: number;
}

/** Maximum number of bars, so that each is visible. */
const MAX_BARS = 24;
/** Minimum number of bars; the additional ones are empty. */
const MIN_BARS = 6;
/** Preferred span lengths, in months. */
const SPAN_LENGTHS = [1, 3, 12, 60, 120] as const;
/** Maximum number of sources with a histogram of their own. */
const MAX_SOURCES = 6;

/** Returns the number of months since the year 0, in the user's time zone. */
const toMonthIndex = (time: number): number => {
  const date = new Date(time);
  return date.getFullYear() * 12 + date.getMonth();
};

function getFirstDay(month: number): Date {
  const day = new Date(2000, month % 12);
  // The constructor would interpret the year 26 as 1926.
  day.setFullYear(Math.floor(month / 12));
  return day;
}

/**
 * Counts quotes per month, or per longer span if they cover a long time: in total, and for the most frequent sources.
 *
 * @param quotes their times (Unix timestamps in ms) and sources, in any order
 * @returns histograms from the first quote to the last, of at least six spans
 */
export function countByTimeSpan(quotes: readonly { saidAt: number; source: string }[]): Histograms {
  if (quotes.length === 0) return { length: 1, starts: [], rows: [], maxCount: 0 };
  const months = quotes.map(({ saidAt }) => toMonthIndex(saidAt));
  const last = months.reduce((a, b) => Math.max(a, b));
  const first = months.reduce((a, b) => Math.min(a, b));
  const getSpanIndex = (month: number, length: number): number => Math.floor(month / length);
  const length =
    SPAN_LENGTHS.find(
      (candidate) => getSpanIndex(last, candidate) - getSpanIndex(first, candidate) < MAX_BARS,
    ) ?? Math.ceil((last - first + 1) / (MAX_BARS - 1));
  const spanCount = Math.max(MIN_BARS, getSpanIndex(last, length) - getSpanIndex(first, length) + 1);
  const firstSpan = getSpanIndex(last, length) - spanCount + 1;
  const createRow = (source: string | null): HistogramRow => ({
    source,
    counts: Array.from({ length: spanCount }, () => 0),
    total: 0,
  });
  const totalRow = createRow(null);
  const bySource = new Map<string, HistogramRow>();
  quotes.forEach(({ source }, index) => {
    const span = getSpanIndex(months[index] ?? 0, length) - firstSpan;
    const row = bySource.get(source) ?? createRow(source);
    bySource.set(source, row);
    for (const counted of [totalRow, row]) {
      counted.counts[span] = (counted.counts[span] ?? 0) + 1;
      counted.total += 1;
    }
  });
  const sources = [...bySource.values()].sort((a, b) => b.total - a.total).slice(0, MAX_SOURCES);
  const rows = sources.length > 1 ? [totalRow, ...sources] : [totalRow];
  return {
    length,
    starts: totalRow.counts.map((_, span) => getFirstDay((firstSpan + span) * length)),
    rows,
    maxCount: Math.max(...(rows.length > 1 ? rows.slice(1) : rows).flatMap(({ counts }) => counts)),
  };
}

/** Dimensions in SVG units, which are stretched. */
const CHART_HEIGHT = 40;
const BAR_DISTANCE = 10;
const BAR_WIDTH = 8;

interface Props {
  quotes: readonly { saidAt: number; source: string }[];
}

/** Histograms of how often a person is quoted per time span: in all sources, and in each of the most frequent ones. */
export function QuoteHistograms({ quotes }: Props) {
  const { t, count, formatNumber, locale } = useStrings();
  const { length, starts, rows, maxCount } = countByTimeSpan(quotes);
  if (rows.length === 0) return null;
  const dateFormat = new Intl.DateTimeFormat(
    locale,
    length % 12 === 0 ? { year: 'numeric' } : { month: 'short', year: 'numeric' },
  );
  const formatSpan = (index: number): string => {
    const start = starts[index];
    if (start === undefined) return '';
    const end = new Date(start);
    end.setMonth(start.getMonth() + length - 1);
    return dateFormat.formatRange(start, end);
  };
  const describeRow = (row: HistogramRow): string =>
    t(
      'personMonthsSum',
      row.source ?? t('personMonthsAll'),
      count('quoteCount', row.total),
      formatSpan(row.counts.indexOf(Math.max(...row.counts))),
    );
  return (
    <section class="months" aria-labelledby="months-title">
      <h2 class="months__title" id="months-title">
        {t(length === 1 ? 'personMonths' : 'personOverTime')}
      </h2>
      <div class="months__rows">
        {rows.map((row) => {
          const scale = row.source === null ? Math.max(...row.counts) : maxCount;
          return (
            <figure key={row.source} class="months__row">
              <figcaption>
                <bdi>{row.source ?? t('personMonthsAll')}</bdi> <span>{count('quoteCount', row.total)}</span>
              </figcaption>
              <div class="months__plot">
                <svg
                  class="months__bars"
                  viewBox={`0 0 ${starts.length * BAR_DISTANCE} ${CHART_HEIGHT}`}
                  preserveAspectRatio="none"
                  role="img"
                  aria-label={describeRow(row)}
                >
                  {row.counts.map((quoteCount, index) => (
                    <rect
                      key={starts[index]?.getTime()}
                      x={index * BAR_DISTANCE + 1}
                      y={
                        quoteCount === 0
                          ? CHART_HEIGHT - 1
                          : CHART_HEIGHT - (quoteCount / scale) * CHART_HEIGHT
                      }
                      width={BAR_WIDTH}
                      height={quoteCount === 0 ? 1 : (quoteCount / scale) * CHART_HEIGHT}
                      data-none={quoteCount === 0}
                    >
                      <title>
                        {t('personMonthsBar', formatSpan(index), count('quoteCount', quoteCount))}
                      </title>
                    </rect>
                  ))}
                </svg>
                <span class="months__top" aria-hidden="true">
                  {formatNumber(scale)}
                </span>
              </div>
              <p class="months__span" aria-hidden="true">
                <span>{formatSpan(0)}</span>
                <span>{formatSpan(starts.length - 1)}</span>
              </p>
            </figure>
          );
        })}
      </div>
    </section>
  );
}
