/** How the search index knows a language, and how a query names one. Pure. */

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** ISO 639-1: every code has two letters, so all pairs are asked for, and most have no name. */
function readNames(locale: string): [name: string, code: string][] {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [[name.toLocaleLowerCase(locale), code] as [string, string]];
  });
}

/** Names of languages by interface language; asked for when somebody first writes one. */
const known = new Map<string, Map<string, string>>();

function codeOf(name: string, locale: string): string | undefined {
  const names = known.get(locale) ?? new Map(readNames(locale));
  known.set(locale, names);
  return names.get(name.toLocaleLowerCase(locale));
}

/**
 * The term of a language: that of its primary subtag, as one word with an end of its own, since terms of the index
 * answer to their beginnings, too (`be` is not `ber`). Of two codes of a language the shorter counts (`ukr` is `uk`).
 *
 * @param language a BCP 47 tag (`pt-BR`), or a language's name in English or in a reader's language
 * @param locales languages the name may be in
 * @returns `''` for an empty text
 */
export function languageTerm(
  language: string,
  locales: readonly string[] = ['en', navigator.language],
): string {
  const tag = language.trim().replaceAll('_', '-').toLowerCase();
  const primary = /^([a-z]{2,3})(?:-[a-z0-9]+)*$/.exec(tag)?.[1];
  if (primary !== undefined) return `${new Intl.Locale(primary).language}0`;
  const code = locales.map((locale) => codeOf(language.trim(), locale)).find((one) => one !== undefined);
  return code === undefined ? tag : `${code}0`;
}
