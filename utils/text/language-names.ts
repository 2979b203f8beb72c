/** Names of languages for users. */

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** All combinations of two letters, of which some are language codes (ISO 639-1). */
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/**
 * All languages that have a two-letter code and a name.
 *
 * @param locale the language of the names
 */
export function nameLanguages(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  return PAIRS.flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [{ code, name }];
  });
}

/**
 * The languages to offer in a menu, sorted by name: each language once, under its current code, and additional tags.
 *
 * @param tags BCP 47 tags to include, such as regional variants
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
