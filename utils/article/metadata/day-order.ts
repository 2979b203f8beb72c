/** What comes first in a date of figures alone, such as `02/11/2023`. */
export type DayOrder = 'day' | 'month';

/**
 * Where the month comes first (Unicode CLDR, short date formats): the United States, what belongs to it, and the
 * Philippines.
 */
const MONTH_FIRST = /^(?:us|um|as|gu|mp|pr|vi|ph|gov|edu|mil)$/;
/** Endings that tell of a country and are taken by anybody. */
const ANYWHERE = /^(?:ai|cc|co|fm|gg|io|is|la|ly|me|sh|to|tv|ws)$/;

/**
 * By the region: that of the address, which somebody chose, before that of the language, which templates leave at
 * `en-US`. Without either by the language: English alone is taken for American.
 *
 * @param lang BCP 47, as the page states it
 * @param url the page's address
 */
export function dayOrderOf(lang: string | null, url: string): DayOrder {
  const ending = URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : '';
  if (MONTH_FIRST.test(ending)) return 'month';
  if (/^[a-z]{2}$/.test(ending) && !ANYWHERE.test(ending)) return 'day';
  const [language = '', ...rest] = (lang ?? 'en').toLowerCase().split('-');
  const region = rest.find((part) => /^[a-z]{2}$/.test(part));
  if (region !== undefined) return MONTH_FIRST.test(region) ? 'month' : 'day';
  return language === 'en' ? 'month' : 'day';
}
