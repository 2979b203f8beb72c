/** The most frequent words of Portuguese that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'ao', 'com', 'da', 'das', 'do', 'dos', 'em', 'foi', 'mais', 'na', 'não', 'no', 'o', 'os', 'para', 'são',
  'uma',
];
