/** The commonest words of Danish that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'af', 'andet', 'blev', 'bliver', 'deres', 'dog', 'efter', 'fik', 'gør', 'have', 'hun', 'hvad', 'ikke',
  'jeg', 'kun', 'meget', 'mellem', 'mere', 'mod', 'noget', 'nogle', 'nu', 'også', 'sagde', 'sig', 'siger',
  'ud', 'uden', 'vores',
];
