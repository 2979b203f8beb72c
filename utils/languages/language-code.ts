/** ISO 639-1 of the languages that have a folder here. */
export const LANGUAGE_CODES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'uk'] as const;

export type LanguageCode = (typeof LANGUAGE_CODES)[number];
