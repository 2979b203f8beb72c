/** Names of languages for users. */

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** All combinations of two letters; some are language codes (ISO 639-1). */
const LETTER_PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/**
 * Lists all languages that have a two-letter code and a name.
 *
 * @param locale the language of the names
 */
export function listNamedLanguages(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  return LETTER_PAIRS.flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [{ code, name }];
  });
}

/**
 * Lists the languages for a menu, sorted by name: each language once, under its current code, and additional tags.
 *
 * @param locale the language of the names
 * @param tags BCP 47 tags to include, such as regional variants
 */
export function listLanguages(locale: string, tags: readonly string[]): { code: string; name: string }[] {
  const current = listNamedLanguages(locale).filter(({ code }) => new Intl.Locale(code).language === code);
  const currentCodes = new Set(current.map(({ code }) => code));
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const otherTags = [...new Set(tags)].filter((tag) => !currentCodes.has(tag));
  const all = [...current, ...otherTags.map((code) => ({ code, name: names.of(code) ?? code }))];
  const collator = new Intl.Collator(locale);
  return all.sort((a, b) => collator.compare(a.name, b.name));
}
