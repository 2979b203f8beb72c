/** The most frequent words of English that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'and', 'are', 'been', 'for', 'from', 'have', 'is', 'of', 'that', 'the', 'they', 'this', 'to', 'was', 'were',
  'which', 'with',
];
