/** How languages are stored in the search index. Pure, and small, because the reader's page loads it. */

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
