/** The most frequent words of French that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'au', 'aux', 'avec', 'cette', 'dans', 'des', 'est', 'être', 'les', 'pas', 'plus', 'pour', 'qui', 'ses',
  'sont', 'sur', 'une',
];
