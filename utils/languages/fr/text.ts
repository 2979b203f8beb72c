/** The most frequent words of French that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'au', 'aux', 'avec', 'cette', 'dans', 'des', 'est', 'être', 'les', 'pas', 'plus', 'pour', 'qui', 'ses',
  'sont', 'sur', 'une',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'art', 'av', 'bd', 'boul', 'cf', 'col', 'dr', 'etc', 'gén', 'lt', 'm', 'me', 'mgr', 'mlle', 'mm', 'mme',
  'mmes', 'pr', 'prof', 'st', 'ste',
];
