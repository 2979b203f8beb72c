/** The most frequent words of Dutch that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
    'aan', 'bij', 'dat', 'een', 'heeft', 'het', 'hij', 'maar', 'met', 'naar', 'niet', 'nog', 'ook', 'op',
    'uit', 'van', 'voor', 'worden', 'wordt', 'zijn',
  ];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'a.d', 'a.u.b', 'bijv', 'blz', 'ca', 'd.w.z', 'dhr', 'dr', 'drs', 'e.a', 'e.d', 'enz', 'etc', 'evt',
  'excl', 'fig', 'gem', 'i.p.v', 'incl', 'ing', 'ir', 'jl', 'jr', 'km', 'm.a.w', 'm.b.t', 'm.n', 'mevr',
  'min', 'mld', 'mln', 'mr', 'mw', 'nl', 'no', 'nr', 'o.a', 'o.l.v', 'p.m', 'prof', 'red', 'resp', 'sr',
  'st', 'str', 't.a.v', 't.o.v', 'vgl', 'vlg', 'vs', 'z.g', 'z.o.z', 'zgn',
];
