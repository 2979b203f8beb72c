/** The commonest words of Portuguese that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'ao', 'com', 'da', 'das', 'do', 'dos', 'em', 'foi', 'mais', 'na', 'não', 'no', 'o', 'os', 'para', 'são',
  'uma',
];
