/** ISO 639-1 of the languages that have a folder here. */
export const LANGUAGE_CODES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'uk'] as const;

export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** The language of a BCP 47 tag, where it has a folder here. */
export function knownLanguage(tag: string | null | undefined): LanguageCode | null {
  const code = (tag ?? '').toLowerCase().split(/[-_]/)[0];
  return LANGUAGE_CODES.find((known) => known === code) ?? null;
}
