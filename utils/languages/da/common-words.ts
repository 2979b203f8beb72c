/** The commonest words of Danish that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'af', 'blev', 'bliver', 'deres', 'efter', 'have', 'hun', 'hvad', 'ikke', 'jeg', 'kun', 'meget', 'mellem',
  'mere', 'noget', 'nogle', 'nu', 'og', 'også', 'sagde', 'siger',
];
