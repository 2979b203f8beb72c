/** The most frequent words of Turkish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'ancak', 'bir', 'bu', 'büyük', 'çok', 'daha', 'dedi', 'değil', 'diye', 'eden', 'gibi', 'göre', 'her',
  'için', 'ile', 'ise', 'kadar', 'olan', 'olarak', 'olduğu', 'olduğunu', 'sonra', 'var', 've', 'yeni',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'a.ş', 'alb', 'apt', 'av', 'bkz', 'bşk', 'cad', 'doç', 'dr', 'gen', 'hz', 'kr', 'ltd', 'm.ö', 'm.s',
  'mah', 'müh', 'ord', 'org', 'örn', 'prof', 'sn', 'sok', 'st', 'şti', 'tel', 'uzm', 'vb', 'vd', 'vs',
  'yrd', 'yy',
];
