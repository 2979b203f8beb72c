/** Languages in the search index: their terms, and their codes by the names that users type. Pure. */
import { listNamedLanguages } from '../../text/language-names.ts';

/** A BCP 47 tag as pages write it; only the first part is used. */
const TAG = /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i;

/**
 * The index term of a language: its primary subtag with a terminator, since terms also match by prefix (`be` must not
 * match `ber`). Of two codes for a language, the shorter one is used (`ukr` becomes `uk`).
 *
 * @param tag such as `pt-BR`
 * @returns null for an invalid tag
 */
export function languageTerm(tag: string): string | null {
  const primary = TAG.exec(tag.trim())?.[1];
  return primary === undefined ? null : `${new Intl.Locale(primary).language}0`;
}

const listLanguageNames = (locale: string): [name: string, code: string][] =>
  listNamedLanguages(locale).map(({ code, name }) => [name.toLocaleLowerCase(locale), code]);

/** By interface language; created when first needed. */
const codesByLocale = new Map<string, Map<string, string>>();

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
    const names = codesByLocale.get(locale) ?? new Map(listLanguageNames(locale));
    codesByLocale.set(locale, names);
    const code = names.get(name.trim().toLocaleLowerCase(locale));
    if (code !== undefined) return code;
  }
  return null;
}
