/** The most frequent words of Italian that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'alla', 'anche', 'che', 'come', 'dei', 'della', 'delle', 'di', 'è', 'gli', 'ha', 'il', 'nel', 'non', 'per',
  'più', 'sono',
];
