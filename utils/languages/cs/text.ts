/** The most frequent words of Czech that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'aby', 'ale', 'byl', 'byla', 'jako', 'je', 'jeho', 'jen', 'ještě', 'jsem', 'jsou', 'kde', 'když', 'která',
  'které', 'který', 'nebo', 'podle', 'pro', 'před', 'při', 'se', 'také', 'už', 've', 'však', 'ze', 'že',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'a.s', 'apod', 'arch', 'atd', 'bc', 'cca', 'č', 'čl', 'doc', 'dr', 'gen', 'ing', 'inž', 'judr', 'kč',
  'mgr', 'mil', 'min', 'mj', 'mld', 'mudr', 'např', 'npor', 'obr', 'odst', 'phd', 'phdr', 'písm', 'plk',
  'por', 'pplk', 'prof', 'r', 'resp', 'rndr', 'roč', 's.r.o', 'st', 'str', 'sv', 'tis', 'tj', 'tzn', 'tzv',
  'ul', 'vs', 'zn',
];
