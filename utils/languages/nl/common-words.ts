/** The commonest words of Dutch that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
    'aan', 'bij', 'dat', 'een', 'heeft', 'het', 'hij', 'maar', 'met', 'naar', 'niet', 'nog', 'ook', 'op',
    'uit', 'van', 'voor', 'worden', 'wordt', 'zijn',
  ];
