/** The commonest words of English that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'and', 'are', 'been', 'for', 'from', 'have', 'is', 'of', 'that', 'the', 'they', 'this', 'to', 'was', 'were',
  'which', 'with',
];
