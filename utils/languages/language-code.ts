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

/** Codes of languages that use another language's folder: both written forms of Norwegian share one. */
const WRITTEN_FORMS: ReadonlyMap<string, LanguageCode> = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
]);

/** Returns the primary language of a BCP 47 tag, the same for all its written forms; null without a tag. */
export function primaryLanguage(tag: string | null | undefined): string | null {
  return knownLanguage(tag) ?? (tag?.toLowerCase().split(/[-_]/)[0] || null);
}

/** Returns the language of a BCP 47 tag; null if it has no folder here. */
export function knownLanguage(tag: string | null | undefined): LanguageCode | null {
  const code = (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return LANGUAGE_CODES.find((known) => known === code) ?? WRITTEN_FORMS.get(code) ?? null;
}
