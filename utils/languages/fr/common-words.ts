/** The commonest words of French that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'au', 'aux', 'avec', 'cette', 'dans', 'des', 'est', 'être', 'les', 'pas', 'plus', 'pour', 'qui', 'ses',
  'sont', 'sur', 'une',
];
