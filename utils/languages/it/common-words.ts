/** The commonest words of Italian that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'alla', 'anche', 'che', 'come', 'dei', 'della', 'delle', 'di', 'è', 'gli', 'ha', 'il', 'nel', 'non', 'per',
  'più', 'sono',
];
