/** The commonest words of Danish that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'af', 'andet', 'blev', 'bliver', 'deres', 'efter', 'fik', 'gør', 'have', 'hvad', 'kun', 'meget', 'mellem',
  'mere', 'mod', 'noget', 'nogle', 'nu', 'sagde', 'sig', 'siger', 'ud', 'uden',
];
