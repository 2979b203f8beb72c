/** The most frequent words of Czech that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'aby', 'ale', 'byl', 'byla', 'jako', 'je', 'jeho', 'jen', 'ještě', 'jsem', 'jsou', 'kde', 'když', 'která',
  'které', 'který', 'nebo', 'podle', 'pro', 'před', 'při', 'se', 'také', 'už', 've', 'však', 'ze', 'že',
];
