/** The commonest words of Spanish that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'como', 'con', 'del', 'el', 'este', 'ha', 'las', 'lo', 'los', 'más', 'para', 'pero', 'por', 'se', 'su',
  'sus', 'una',
];
