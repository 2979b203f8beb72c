/** The most frequent words of Dutch that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
    'aan', 'bij', 'dat', 'een', 'heeft', 'het', 'hij', 'maar', 'met', 'naar', 'niet', 'nog', 'ook', 'op',
    'uit', 'van', 'voor', 'worden', 'wordt', 'zijn',
  ];
