/** Whether the day or the month is the first number in a numeric date such as `02/11/2023`. */
export type DayOrder = 'day' | 'month';

/** Domains and regions with the month first (Unicode CLDR, short date formats): the US, its territories, the Philippines. */
const MONTH_FIRST = /^(?:us|um|as|gu|mp|pr|vi|ph|gov|edu|mil)$/;
/** Matches country domains that are used worldwide. */
const WORLDWIDE_DOMAIN = /^(?:ai|cc|co|fm|gg|io|is|la|ly|me|sh|to|tv|ws)$/;

/**
 * Determines the order from the country of the domain or, if there is none, from the region of the language. The latter is less
 * reliable, because templates often say `en-US`. English without a region counts as American.
 *
 * @param lang the language that the page declares (BCP 47), or null
 * @param url the page's URL
 */
export function determineDayOrder(lang: string | null, url: string): DayOrder {
  const topLevelDomain = URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : '';
  if (MONTH_FIRST.test(topLevelDomain)) return 'month';
  if (/^[a-z]{2}$/.test(topLevelDomain) && !WORLDWIDE_DOMAIN.test(topLevelDomain)) return 'day';
  const [language = '', ...rest] = (lang ?? 'en').toLowerCase().split('-');
  const region = rest.find((part) => /^[a-z]{2}$/.test(part));
  if (region !== undefined) return MONTH_FIRST.test(region) ? 'month' : 'day';
  return language === 'en' ? 'month' : 'day';
}
