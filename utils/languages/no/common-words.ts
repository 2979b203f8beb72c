/** The commonest words of Norwegian that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'av', 'bare', 'ble', 'blei', 'blir', 'blitt', 'dei', 'eg', 'ein', 'etter', 'fra', 'frå', 'hun', 'hva',
  'ikke', 'ikkje', 'jeg', 'mellom', 'noe', 'noen', 'noko', 'nå', 'og', 'også', 'seg', 'sier', 'vart', 'å',
];
