/** The commonest words of Czech that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'aby', 'ale', 'byl', 'byla', 'jako', 'je', 'jeho', 'jen', 'ještě', 'jsem', 'jsou', 'kde', 'když', 'která',
  'které', 'který', 'nebo', 'podle', 'pro', 'před', 'při', 'se', 'také', 'už', 've', 'však', 'ze', 'že',
];
