/** The most frequent words of Danish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'af', 'andet', 'blev', 'bliver', 'deres', 'dog', 'efter', 'fik', 'gør', 'have', 'hun', 'hvad', 'ikke',
  'jeg', 'kun', 'meget', 'mellem', 'mere', 'mod', 'noget', 'nogle', 'nu', 'også', 'sagde', 'sig', 'siger',
  'ud', 'uden', 'vores',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'adm', 'bl.a', 'ca', 'cand', 'd.v.s', 'dr', 'dvs', 'ekskl', 'etc', 'evt', 'f.eks', 'feks', 'ff', 'fhv',
  'hr', 'inkl', 'jf', 'jr', 'kap', 'kgl', 'kl', 'kr', 'm.a', 'm.fl', 'm.m', 'm.v', 'maks', 'mht', 'mia',
  'mio', 'mr', 'mrk', 'nr', 'o.l', 'osv', 'pct', 'pga', 'prof', 's.k', 'sct', 'skt', 'st', 'tlf', 'vs',
];
