import type { DayOrder } from './day-order.ts';

/**
 * Reads date formats that occur in metadata.
 *
 * @param order for ambiguous numeric dates
 * @returns ISO 8601 with the stated precision: a date without time stays one; null if it is no plausible date
 */
export function toIsoDate(stated: string | null | undefined, order: DayOrder = 'month'): string | null {
  if (stated === null || stated === undefined) return null;
  const text = stated.trim().replace(/\s+/g, ' ');
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (iso !== null) return plausible(`${iso[1]}-${iso[2]}-${iso[3]}`);
  if (/^\d{10}$/.test(text)) return plausible(new Date(Number(text) * 1000).toISOString());
  if (/^\d{13}$/.test(text)) return plausible(new Date(Number(text)).toISOString());
  const stamp = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?/i.exec(
    text,
  );
  if (stamp !== null) return plausible(readStamp(stamp[1] ?? '', stamp[2] ?? '', stamp[3] ?? ''));
  return readJavaDate(text) ?? readWords(text, order);
}

/** "Tue Mar 04 08:00:00 CET 2025", the format of Java and C; time zone abbreviations are ambiguous. */
function readJavaDate(text: string): string | null {
  const parts = /^\p{L}{3} (\p{L}{3}) (\d{1,2}) (\d\d:\d\d:\d\d) ([A-Z]{1,5}) (\d{4})$/u.exec(text);
  const month = monthOf(parts?.[1]?.toLowerCase() ?? '');
  if (parts === null || month === null) return null;
  const day = dateOf(Number(parts[5]), month, Number(parts[2]));
  return day === null
    ? null
    : readStamp(day, parts[3] ?? '', /^(?:GMT|UTC|Z)$/.test(parts[4] ?? '') ? 'Z' : '');
}

function readStamp(day: string, time: string, zone: string): string {
  const offset = /^(?:utc|gmt|z)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const parsed = Date.parse(`${day}T${time}${offset}`);
  if (Number.isNaN(parsed)) return day;
  return offset === '' ? `${day}T${time}` : new Date(parsed).toISOString();
}

function plausible(iso: string): string | null {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  const year = new Date(time).getUTCFullYear();
  return year >= 1600 && year <= new Date().getUTCFullYear() + 2 ? iso : null;
}

/**
 * Month names by their first letters in lower case, sufficient within these languages: English, German, French, Spanish,
 * Italian, Portuguese, Dutch, Polish, Ukrainian, Russian, the Nordic languages, Czech, Romanian, Turkish, Greek, Hungarian,
 * Indonesian, Arabic. The first match counts.
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

function monthOf(word: string): number | null {
  const at = MONTHS.findIndex((month) => month.test(word));
  return at < 0 ? null : at + 1;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function dateOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return plausible(`${year}-${pad(month)}-${pad(day)}`);
}

const DAY_MONTH_YEAR =
  /(?:^|\D)(\d{1,2})(?:st|nd|rd|th|er|º|°)?[. -]*(?:of |de |d['’])?([\p{L}]{3,12})[.,]?(?: de| del)?[ -](\d{4})(?:\D|$)/u;
const MONTH_DAY_YEAR = /(?:^|[^\p{L}])([\p{L}]{3,12})[.]? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:\D|$)/u;
const NUMERIC = /(?:^|\D)(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:\D|$)/;
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/;
const YEAR_MONTH_DAY = /(?:^|\D)(\d{4})\.? ([\p{L}]{3,12})\.? (\d{1,2})(?:\D|$)/u;
const VIETNAMESE = /(\d{1,2}) tháng (\d{1,2})(?:,| năm)? (\d{4})/;

/**
 * Finds the first date in a short text, such as "Published on 4 July 2025".
 *
 * @param order for ambiguous numeric dates
 * @returns ISO 8601, a day
 */
export function readWords(text: string, order: DayOrder = 'month'): string | null {
  const low = text.slice(0, 200).toLowerCase();
  const east = EAST_ASIAN.exec(low);
  if (east !== null) return dateOf(Number(east[1]), Number(east[2]), Number(east[3]));
  const md = MONTH_DAY_YEAR.exec(low);
  const mdMonth = md === null ? null : monthOf(md[1] ?? '');
  if (md !== null && mdMonth !== null) return dateOf(Number(md[3]), mdMonth, Number(md[2]));
  const dm = DAY_MONTH_YEAR.exec(low);
  const dmMonth = dm === null ? null : monthOf(dm[2] ?? '');
  if (dm !== null && dmMonth !== null) return dateOf(Number(dm[3]), dmMonth, Number(dm[1]));
  const ymd = YEAR_MONTH_DAY.exec(low);
  const ymdMonth = ymd === null ? null : monthOf(ymd[2] ?? '');
  if (ymd !== null && ymdMonth !== null) return dateOf(Number(ymd[1]), ymdMonth, Number(ymd[3]));
  const vi = VIETNAMESE.exec(low);
  if (vi !== null) return dateOf(Number(vi[3]), Number(vi[2]), Number(vi[1]));
  const n = NUMERIC.exec(low);
  return n === null ? null : readNumeric(n[1] ?? '', n[2] ?? '', n[3] ?? '', order, low.includes('/'));
}

function readNumeric(a: string, b: string, c: string, order: DayOrder, slashed: boolean): string | null {
  if (a.length === 4) return dateOf(Number(a), Number(b), Number(c));
  if (c.length !== 4) return null;
  // With dots the day is first everywhere; with slashes by region, unless a number over 12 decides.
  const dayFirst = !slashed || Number(a) > 12 || (order === 'day' && Number(b) <= 12);
  return dayFirst ? dateOf(Number(c), Number(b), Number(a)) : dateOf(Number(c), Number(a), Number(b));
}

const SHORT_YEAR = /(?:^|[^\d./:-])(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\d./-]*\d)/;

/** A date with a two-digit year, such as `04.03.25`: only in lines that consist of a date. */
export function readShortYear(text: string, order: DayOrder): string | null {
  const parts = SHORT_YEAR.exec(text.slice(0, 200));
  if (parts === null) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = 2000 + Number(parts[4]);
  if (year > new Date().getUTCFullYear()) return null;
  const dayFirst = first > 12 || (second <= 12 && (order === 'day' || parts[2] === '.'));
  return dayFirst ? dateOf(year, second, first) : dateOf(year, first, second);
}
