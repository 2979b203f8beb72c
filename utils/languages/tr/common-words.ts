/** The commonest words of Turkish that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'ancak', 'bir', 'bu', 'büyük', 'çok', 'daha', 'dedi', 'değil', 'diye', 'eden', 'gibi', 'göre', 'her',
  'için', 'ile', 'ise', 'kadar', 'olan', 'olarak', 'olduğu', 'olduğunu', 'sonra', 'var', 've', 'yeni',
];
