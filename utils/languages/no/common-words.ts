/** The commonest words of Norwegian that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'annet', 'av', 'bare', 'ble', 'blei', 'blir', 'blitt', 'dei', 'eg', 'ein', 'etter', 'fikk', 'frå', 'gjør',
  'hun', 'hva', 'ikke', 'ikkje', 'jeg', 'mellom', 'mye', 'noe', 'noen', 'noko', 'nå', 'også', 'opp', 'seg',
  'sier', 'uten', 'vart', 'å',
];
