/** The most frequent words of German that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'auch', 'auf', 'das', 'dem', 'den', 'der', 'die', 'ein', 'eine', 'für', 'ist', 'mit', 'nicht', 'sich',
  'und', 'von', 'wird', 'zu',
];
