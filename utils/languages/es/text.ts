/** The most frequent words of Spanish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'como', 'con', 'del', 'el', 'este', 'ha', 'las', 'lo', 'los', 'más', 'para', 'pero', 'por', 'se', 'su',
  'sus', 'una',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'art', 'av', 'avda', 'cía', 'dña', 'dr', 'dra', 'ee', 'etc', 'excmo', 'gral', 'hno', 'hnos', 'ing', 'lic',
  'núm', 'pág', 'prof', 'sr', 'sra', 'ud', 'uds', 'uu', 'vs',
];
