/** A pattern that matches any of the words, the longest first. For lists of ours alone: nothing is escaped. */
export function anyOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

/** The longest of the words that a text ends with. */
export function endingOf(text: string, words: ReadonlySet<string>, longest = 8): string | null {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const ending = text.slice(-length);
    if (words.has(ending)) return ending;
  }
  return null;
}

/** The longest of the words that a text begins with. */
export function beginningOf(text: string, words: ReadonlySet<string>, longest = 4): string | null {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const beginning = text.slice(0, length);
    if (words.has(beginning)) return beginning;
  }
  return null;
}
