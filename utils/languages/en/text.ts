/** The most frequent words of English that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'and', 'are', 'been', 'for', 'from', 'have', 'is', 'of', 'that', 'the', 'they', 'this', 'to', 'was', 'were',
  'which', 'with',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'a.m', 'adm', 'approx', 'apr', 'ariz', 'ark', 'asst', 'aug', 'ave', 'barr', 'blvd', 'brig', 'calif',
  'capt', 'cllr', 'cmdr', 'co', 'col', 'colo', 'conn', 'corp', 'cpl', 'd-n.y', 'd.c', 'dec', 'del', 'dept',
  'det', 'dr', 'e.g', 'engr', 'est', 'etc', 'feb', 'fla', 'ga', 'gen', 'gov', 'hon', 'i.e', 'ill', 'inc',
  'ind', 'insp', 'jan', 'jr', 'jul', 'jun', 'kan', 'ky', 'la', 'lt', 'ltd', 'maj', 'mar', 'mass', 'md',
  'mich', 'minn', 'miss', 'mo', 'mont', 'mr', 'mrs', 'ms', 'n.c', 'n.h', 'n.j', 'n.m', 'n.y', 'neb', 'nev',
  'no', 'nov', 'oct', 'okla', 'ore', 'p.m', 'pa', 'ph.d', 'prof', 'r-n.y', 'rep', 'reps', 'rev', 's.c',
  'sen', 'sens', 'sep', 'sept', 'sgt', 'sr', 'st', 'supt', 'tenn', 'tex', 'u.k', 'u.n', 'u.s', 'va', 'vs',
  'vt', 'w.va', 'wash', 'wis', 'wyo',
];
