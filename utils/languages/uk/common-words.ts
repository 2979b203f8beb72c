/** The commonest words of Ukrainian that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'в', 'від', 'він', 'для', 'до', 'з', 'за', 'і', 'на', 'не', 'про', 'та', 'у', 'це', 'що', 'як',
];
