/** Languages as users call them. Pure. */

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** ISO 639-1: every code has two letters, so all pairs are asked for, and most have no name. */
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/**
 * All languages that have a code of two letters and a name.
 *
 * @param locale in which they are named
 */
export function nameLanguages(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  return PAIRS.flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [{ code, name }];
  });
}

/**
 * The languages of a list to choose from, by name: each once, by the code that is used today, and those of regions
 * that are named.
 *
 * @param tags BCP 47; in the list whether or not they are a whole language's
 */
export function listLanguages(locale: string, tags: readonly string[]): { code: string; name: string }[] {
  const whole = nameLanguages(locale).filter(({ code }) => new Intl.Locale(code).language === code);
  const known = new Set(whole.map(({ code }) => code));
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const others = [...new Set(tags)].filter((tag) => !known.has(tag));
  const all = [...whole, ...others.map((code) => ({ code, name: names.of(code) ?? code }))];
  const order = new Intl.Collator(locale);
  return all.sort((a, b) => order.compare(a.name, b.name));
}
