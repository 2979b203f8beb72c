import { useStrings } from '../ui/base/strings.ts';
import { countByMonth, type MonthRow } from './quotes-by-month.ts';

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
  const { t, count, number, locale } = useStrings();
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
                  {number(top)}
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
