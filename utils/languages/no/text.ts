/** The most frequent words of Norwegian that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'annet', 'av', 'bare', 'ble', 'blei', 'blir', 'blitt', 'dei', 'eg', 'ein', 'etter', 'fikk', 'frå', 'gjør',
  'hun', 'hva', 'ikke', 'ikkje', 'jeg', 'mellom', 'mye', 'noe', 'noen', 'noko', 'nå', 'også', 'opp', 'seg',
  'sier', 'uten', 'vart', 'å',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'adm', 'bl.a', 'ca', 'dr', 'dvs', 'e.l', 'etc', 'evt', 'f.eks', 'feks', 'ff', 'fr', 'frk', 'hr', 'inkl',
  'jf', 'jr', 'kap', 'kl', 'kr', 'm.a', 'm.fl', 'm.m', 'mht', 'mill', 'mnd', 'mrd', 'nr', 'o.l', 'osv',
  'pga', 'prof', 's.k', 'st', 't.d', 'tel', 'tlf', 'vs',
];
