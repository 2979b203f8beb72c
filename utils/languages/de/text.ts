/** The most frequent words of German that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'auch', 'auf', 'das', 'dem', 'den', 'der', 'die', 'ein', 'eine', 'für', 'ist', 'mit', 'nicht', 'sich',
  'und', 'von', 'wird', 'zu',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'abs', 'art', 'bsp', 'bzw', 'ca', 'd.h', 'dipl', 'dr', 'ebd', 'etc', 'evtl', 'fr', 'geb', 'gen', 'ggf',
  'hl', 'hr', 'ing', 'inkl', 'jr', 'kap', 'lt', 'mind', 'mio', 'mrd', 'nr', 'ph.d', 'prof', 'rd', 'sog',
  'st', 'str', 'tel', 'u.a', 'usw', 'vgl', 'vs', 'z.b', 'z.t', 'zit',
];
