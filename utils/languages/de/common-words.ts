/** The commonest words of German that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'auch', 'auf', 'das', 'dem', 'den', 'der', 'die', 'ein', 'eine', 'für', 'ist', 'mit', 'nicht', 'sich',
  'und', 'von', 'wird', 'zu',
];
