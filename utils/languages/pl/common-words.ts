/** The commonest words of Polish that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'ale', 'był', 'co', 'dla', 'do', 'jak', 'jego', 'jest', 'na', 'nie', 'oraz', 'po', 'przez', 'się', 'to',
  'w', 'że',
];
