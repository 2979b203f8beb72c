/** How the search index knows a language. Pure, and small: the reader's page loads it. */

/** A BCP 47 tag as pages write it; the part that counts is the first. */
const TAG = /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i;

/**
 * The term of a language: its primary subtag as one word with an end of its own, since terms of the index answer to
 * their beginnings, too (`be` is not `ber`). Of two codes of a language the shorter counts (`ukr` is `uk`).
 *
 * @param tag such as `pt-BR`
 * @returns null for what is no tag
 */
export function languageTerm(tag: string): string | null {
  const primary = TAG.exec(tag.trim())?.[1];
  return primary === undefined ? null : `${new Intl.Locale(primary).language}0`;
}
