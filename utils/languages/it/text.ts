/** The most frequent words of Italian that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'alla', 'anche', 'che', 'come', 'dei', 'della', 'delle', 'di', 'è', 'gli', 'ha', 'il', 'nel', 'non', 'per',
  'più', 'sono',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'arch', 'art', 'avv', 'cfr', 'col', 'dott', 'dr', 'ecc', 'gen', 'ing', 'mons', 'on', 'pag', 'prof',
  'proff', 'sen', 'sig', 'sigg',
];
