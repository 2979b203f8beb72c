/** The most frequent words of Portuguese that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'ao', 'com', 'da', 'das', 'do', 'dos', 'em', 'foi', 'mais', 'na', 'não', 'no', 'o', 'os', 'para', 'são',
  'uma',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'art', 'av', 'cia', 'dr', 'dra', 'eng', 'etc', 'gen', 'ltda', 'núm', 'pág', 'prof', 'profa', 'séc', 'sr',
  'sra', 'sto', 'vs',
];
