/** The commonest words of Norwegian that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'annet', 'av', 'bare', 'ble', 'blei', 'blir', 'blitt', 'dei', 'eg', 'ein', 'etter', 'fikk', 'frå', 'gjør',
  'hva', 'ikkje', 'mellom', 'mye', 'noe', 'noen', 'noko', 'nå', 'opp', 'seg', 'sier', 'uten', 'vart', 'å',
];
