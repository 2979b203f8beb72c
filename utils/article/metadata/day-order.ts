/** The first number in a numeric date such as `02/11/2023`. */
export type DayOrder = 'day' | 'month';

/** Regions with the month first (Unicode CLDR, short date formats): the United States, its territories, the Philippines. */
const MONTH_FIRST = /^(?:us|um|as|gu|mp|pr|vi|ph|gov|edu|mil)$/;
/** Country domains that are used worldwide. */
const ANYWHERE = /^(?:ai|cc|co|fm|gg|io|is|la|ly|me|sh|to|tv|ws)$/;

/**
/**
 * Decides by the region of the domain, or else that of the language, which templates often leave at `en-US`. Without a
 * region, English counts as American.
 *
 * @param lang as the page declares it, BCP 47
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
