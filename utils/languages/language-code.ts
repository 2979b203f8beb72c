/** ISO 639-1 codes of the languages that have a folder here. */
export const LANGUAGE_CODES = [
  'cs',
  'da',
  'de',
  'en',
  'es',
  'fr',
  'it',
  'nl',
  'no',
  'pl',
  'pt',
  'ru',
  'sv',
  'tr',
  'uk',
] as const;

export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** Both written forms of Norwegian share one set of words. */
const WRITTEN_FORMS: ReadonlyMap<string, LanguageCode> = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
]);

/** The language of a BCP 47 tag, the same for its written forms; null if there is no tag. */
export function primaryLanguage(tag: string | null | undefined): string | null {
  return knownLanguage(tag) ?? (tag?.toLowerCase().split(/[-_]/)[0] || null);
}

/** The language of a BCP 47 tag, if it has a folder here. */
export function knownLanguage(tag: string | null | undefined): LanguageCode | null {
  const code = (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return LANGUAGE_CODES.find((known) => known === code) ?? WRITTEN_FORMS.get(code) ?? null;
}
