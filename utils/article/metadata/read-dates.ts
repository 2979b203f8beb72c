import type { DayOrder } from './day-order.ts';

/**
 * Parses date formats that occur in metadata.
 *
 * @param order order of day and month in ambiguous numeric dates
 * @returns ISO 8601 with the same precision (a date without a time stays one); null if it isn't a plausible date
 */
export function toIsoDate(value: string | null | undefined, order: DayOrder = 'month'): string | null {
  if (value === null || value === undefined) return null;
  const text = value.trim().replace(/\s+/g, ' ');
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (iso !== null) return checkPlausible(`${iso[1]}-${iso[2]}-${iso[3]}`);
  if (/^\d{10}$/.test(text)) return checkPlausible(new Date(Number(text) * 1000).toISOString());
  if (/^\d{13}$/.test(text)) return checkPlausible(new Date(Number(text)).toISOString());
  const timestamp =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?/i.exec(text);
  if (timestamp !== null)
    return checkPlausible(parseTimestamp(timestamp[1] ?? '', timestamp[2] ?? '', timestamp[3] ?? ''));
  return parseJavaDate(text) ?? findDate(text, order);
}

/** Parses "Tue Mar 04 08:00:00 CET 2025", the format of Java and C. Ignores other time zones than GMT, which are ambiguous. */
function parseJavaDate(text: string): string | null {
  const parts = /^\p{L}{3} (\p{L}{3}) (\d{1,2}) (\d\d:\d\d:\d\d) ([A-Z]{1,5}) (\d{4})$/u.exec(text);
  const month = findMonth(parts?.[1]?.toLowerCase() ?? '');
  if (parts === null || month === null) return null;
  const day = formatDate(Number(parts[5]), month, Number(parts[2]));
  return day === null
    ? null
    : parseTimestamp(day, parts[3] ?? '', /^(?:GMT|UTC|Z)$/.test(parts[4] ?? '') ? 'Z' : '');
}

function parseTimestamp(day: string, time: string, zone: string): string {
  const offset = /^(?:utc|gmt|z)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const parsed = Date.parse(`${day}T${time}${offset}`);
  if (Number.isNaN(parsed)) return day;
  return offset === '' ? `${day}T${time}` : new Date(parsed).toISOString();
}

function checkPlausible(iso: string): string | null {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  const year = new Date(time).getUTCFullYear();
  return year >= 1600 && year <= new Date().getUTCFullYear() + 2 ? iso : null;
}

/**
 * Matches the first letters of month names in lower case, in English, German, French, Spanish, Italian, Portuguese, Dutch,
 * Polish, Ukrainian, Russian, the Nordic languages, Czech, Romanian, Turkish, Greek, Hungarian, Indonesian and Arabic. The
 * first match counts.
 */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|gen|ene|stycz|sty|янв|січ|jän|tammi|led|ian|oca|ιαν|يناير)/,
  /^(?:feb|fév|fev|lut|фев|лют|helmi|úno|şub|φεβ|فبراير)/,
  /^(?:mar(?!ras)|mär|már|maa|mrt|mrz|мар|бер|břez|μαρ|مارس)/,
  /^(?:apr|ápr|avr|abr|kwi|апр|кві|huhti|dub|nis|απρ|أبريل|ابريل)/,
  /^(?:may|mai|mag|maj|máj|mei|май|мая|тра|touko|květ|μα[ιΐί]|مايو)/,
  /^(?:jun|jún|juin|giu|cze|июн|чер|kesä|červn|červen$|iun|haz|ιουν|ιούν|يونيو)/,
  /^(?:jul|júl|juil|lug|lip|июл|лип|heinä|červen|iul|tem|ιουλ|ιούλ|يوليو)/,
  /^(?:aug|aoû|aou|ago|agu|sie|авг|сер|elo|srp|ağu|αυγ|αύγ|أغسطس|اغسطس)/,
  /^(?:sep|sze|set|wrz|сен|вер|syys|zář|eyl|σεπ|سبتمبر)/,
  /^(?:oct|okt|ott|out|paź|paz|окт|жов|loka|říj|eki|οκτ|أكتوبر|اكتوبر)/,
  /^(?:nov|noi|lis|ноя|лис|marras|kas|νοε|نوفمبر)/,
  /^(?:dec|dez|des|déc|dic|gru|дек|гру|joulu|pros|ara|δεκ|ديسمبر)/,
];

function findMonth(word: string): number | null {
  const at = MONTHS.findIndex((month) => month.test(word));
  return at < 0 ? null : at + 1;
}

const padNumber = (value: number): string => String(value).padStart(2, '0');

function formatDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return checkPlausible(`${year}-${padNumber(month)}-${padNumber(day)}`);
}

const DAY_MONTH_YEAR =
  /(?:^|\D)(\d{1,2})(?:st|nd|rd|th|er|º|°)?[. -]*(?:of |de |d['’])?([\p{L}]{3,12})[.,]?(?: de| del)?[ -](\d{4})(?:\D|$)/u;
const MONTH_DAY_YEAR = /(?:^|[^\p{L}])([\p{L}]{3,12})[.]? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:\D|$)/u;
const NUMERIC = /(?:^|\D)(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:\D|$)/;
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/;
const YEAR_MONTH_DAY = /(?:^|\D)(\d{4})\.? ([\p{L}]{3,12})\.? (\d{1,2})(?:\D|$)/u;
const VIETNAMESE = /(\d{1,2}) tháng (\d{1,2})(?:,| năm)? (\d{4})/;

/**
 * Finds a date in a short text, such as "Published on 4 July 2025".
 *
 * @param order order of day and month in ambiguous numeric dates
 * @returns the day in ISO 8601, or null
 */
export function findDate(text: string, order: DayOrder = 'month'): string | null {
  const lowerCase = text.slice(0, 200).toLowerCase();
  const eastAsian = EAST_ASIAN.exec(lowerCase);
  if (eastAsian !== null) return formatDate(Number(eastAsian[1]), Number(eastAsian[2]), Number(eastAsian[3]));
  const monthDay = MONTH_DAY_YEAR.exec(lowerCase);
  const monthDayMonth = monthDay === null ? null : findMonth(monthDay[1] ?? '');
  if (monthDay !== null && monthDayMonth !== null)
    return formatDate(Number(monthDay[3]), monthDayMonth, Number(monthDay[2]));
  const dayMonth = DAY_MONTH_YEAR.exec(lowerCase);
  const dayMonthMonth = dayMonth === null ? null : findMonth(dayMonth[2] ?? '');
  if (dayMonth !== null && dayMonthMonth !== null)
    return formatDate(Number(dayMonth[3]), dayMonthMonth, Number(dayMonth[1]));
  const yearMonth = YEAR_MONTH_DAY.exec(lowerCase);
  const yearMonthMonth = yearMonth === null ? null : findMonth(yearMonth[2] ?? '');
  if (yearMonth !== null && yearMonthMonth !== null)
    return formatDate(Number(yearMonth[1]), yearMonthMonth, Number(yearMonth[3]));
  const vietnamese = VIETNAMESE.exec(lowerCase);
  if (vietnamese !== null)
    return formatDate(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]));
  const numeric = NUMERIC.exec(lowerCase);
  return numeric === null
    ? null
    : parseNumeric(numeric[1] ?? '', numeric[2] ?? '', numeric[3] ?? '', order, lowerCase.includes('/'));
}

function parseNumeric(a: string, b: string, c: string, order: DayOrder, hasSlashes: boolean): string | null {
  if (a.length === 4) return formatDate(Number(a), Number(b), Number(c));
  if (c.length !== 4) return null;
  // With dots or hyphens, the day always comes first; with slashes it depends on the region, unless a number is above 12.
  const isDayFirst = !hasSlashes || Number(a) > 12 || (order === 'day' && Number(b) <= 12);
  return isDayFirst
    ? formatDate(Number(c), Number(b), Number(a))
    : formatDate(Number(c), Number(a), Number(b));
}

const SHORT_YEAR = /(?:^|[^\d./:-])(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\d./-]*\d)/;

/** Finds a date with a two-digit year, such as `04.03.25`. For lines that are expected to contain a date. */
export function findShortYearDate(text: string, order: DayOrder): string | null {
  const parts = SHORT_YEAR.exec(text.slice(0, 200));
  if (parts === null) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = 2000 + Number(parts[4]);
  if (year > new Date().getUTCFullYear()) return null;
  const isDayFirst = first > 12 || (second <= 12 && (order === 'day' || parts[2] === '.'));
  return isDayFirst ? formatDate(year, second, first) : formatDate(year, first, second);
}
