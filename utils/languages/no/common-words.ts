/** The most frequent words of Norwegian that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'annet', 'av', 'bare', 'ble', 'blei', 'blir', 'blitt', 'dei', 'eg', 'ein', 'etter', 'fikk', 'frå', 'gjør',
  'hun', 'hva', 'ikke', 'ikkje', 'jeg', 'mellom', 'mye', 'noe', 'noen', 'noko', 'nå', 'også', 'opp', 'seg',
  'sier', 'uten', 'vart', 'å',
];
