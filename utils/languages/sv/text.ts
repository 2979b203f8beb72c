/** The most frequent words of Swedish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'att', 'där', 'eller', 'enligt', 'ett', 'från', 'för', 'hon', 'inte', 'jag', 'kommer', 'mot', 'mycket',
  'när', 'och', 'också', 'sedan', 'skulle', 'så', 'säger', 'är',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'bl.a', 'ca', 'd.v.s', 'dr', 'dvs', 'e.d', 'enl', 'etc', 'f.d', 'f.n', 'fr.o.m', 'ggr', 'inkl', 'jr',
  'kap', 'kl', 'm.fl', 'm.m', 'mkt', 'nr', 'o.d', 'osv', 'p.g.a', 'prof', 'resp', 's.k', 'st', 't.ex',
  't.o.m', 'tel', 'tfn', 'ung',
];
