/** The most frequent words of Turkish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'ancak', 'bir', 'bu', 'büyük', 'çok', 'daha', 'dedi', 'değil', 'diye', 'eden', 'gibi', 'göre', 'her',
  'için', 'ile', 'ise', 'kadar', 'olan', 'olarak', 'olduğu', 'olduğunu', 'sonra', 'var', 've', 'yeni',
];
