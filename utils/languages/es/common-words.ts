/** The most frequent words of Spanish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'como', 'con', 'del', 'el', 'este', 'ha', 'las', 'lo', 'los', 'más', 'para', 'pero', 'por', 'se', 'su',
  'sus', 'una',
];
