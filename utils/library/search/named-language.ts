/** Finds languages by the names that users type. Pure. */
import { nameLanguages } from '../../text/language-names.ts';

const readNames = (locale: string): [name: string, code: string][] =>
  nameLanguages(locale).map(({ code, name }) => [name.toLocaleLowerCase(locale), code]);

/** By interface language; created when first needed. */
const known = new Map<string, Map<string, string>>();

/**
 * The code of a language.
 *
 * @param name in one of `locales`, case-insensitive
 * @param locales default to English and the browser's languages
 * @returns null if no language with a two-letter code has that name
 */
export function findLanguage(
  name: string,
  locales: readonly string[] = ['en', navigator.language],
): string | null {
  for (const locale of locales) {
    const names = known.get(locale) ?? new Map(readNames(locale));
    known.set(locale, names);
    const code = names.get(name.trim().toLocaleLowerCase(locale));
    if (code !== undefined) return code;
  }
  return null;
}
