/** The most frequent words of Danish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'af', 'andet', 'blev', 'bliver', 'deres', 'dog', 'efter', 'fik', 'gør', 'have', 'hun', 'hvad', 'ikke',
  'jeg', 'kun', 'meget', 'mellem', 'mere', 'mod', 'noget', 'nogle', 'nu', 'også', 'sagde', 'sig', 'siger',
  'ud', 'uden', 'vores',
];
