/** The most frequent words of Polish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'ale', 'był', 'co', 'dla', 'do', 'jak', 'jego', 'jest', 'na', 'nie', 'oraz', 'po', 'przez', 'się', 'to',
  'w', 'że',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'abp', 'al', 'asp', 'bp', 'br', 'bryg', 'chor', 'dot', 'dr', 'gen', 'godz', 'hab', 'im', 'insp', 'inż',
  'kard', 'kom', 'kpr', 'kpt', 'ks', 'lek', 'lic', 'm.in', 'mec', 'mgr', 'mjr', 'mł', 'nadinsp', 'nadkom',
  'np', 'nr', 'ogn', 'ok', 'os', 'p.o', 'pl', 'płk', 'podinsp', 'podkom', 'por', 'ppłk', 'ppor', 'prof',
  'pt', 'red', 'ryc', 'sierż', 'sp', 'szer', 'śp', 'św', 'tj', 'tzw', 'ul', 'ur', 'woj', 'zob',
];
