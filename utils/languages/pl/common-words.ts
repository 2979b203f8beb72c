/** The most frequent words of Polish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'ale', 'był', 'co', 'dla', 'do', 'jak', 'jego', 'jest', 'na', 'nie', 'oraz', 'po', 'przez', 'się', 'to',
  'w', 'że',
];
