/** Languages by the names that users give them. Pure. */
import { nameLanguages } from '../../text/language-names.ts';

const readNames = (locale: string): [name: string, code: string][] =>
  nameLanguages(locale).map(({ code, name }) => [name.toLocaleLowerCase(locale), code]);

/** By interface language; asked for when somebody first writes a name. */
const known = new Map<string, Map<string, string>>();

/**
 * The code of a language.
 *
 * @param name in one of `locales`, whatever its case
 * @param locales by default English, and what the browser speaks
 * @returns null for no language with a code of two letters
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
