/** A day in a field of dates, which shows it as the user's language writes it. */

/** Newspapers are not older; restored rows keep to the same. */
const FIRST = '1600-01-01';

/** Written as the field wants it, in the user's own time. */
function writeDay(when: Date): string {
  const part = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${part(when.getFullYear(), 4)}-${part(when.getMonth() + 1, 2)}-${part(when.getDate(), 2)}`;
}

export const firstDay = (): string => FIRST;

/** Today, or tomorrow where it has begun somewhere. */
export const lastDay = (now: Date = new Date()): string =>
  writeDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1));

/**
 * The day of a date, as it is shown elsewhere.
 *
 * @param date ISO 8601
 * @returns `''` where there is none, or only a month or a year: a field of dates can't say so
 */
export function readDay(date: string | null): string {
  if (date === null || /^\d{4}(?:-\d{2})?$/.test(date)) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const when = new Date(date);
  return Number.isNaN(when.getTime()) ? '' : writeDay(when);
}

/** What is wrong with what stands in the field, as a message. */
export function dateProblem({
  badInput,
  rangeUnderflow,
  rangeOverflow,
}: Pick<ValidityState, 'badInput' | 'rangeUnderflow' | 'rangeOverflow'>):
  | 'detailsNoDate'
  | 'detailsDateOutside'
  | null {
  if (badInput) return 'detailsNoDate';
  return rangeUnderflow || rangeOverflow ? 'detailsDateOutside' : null;
}
