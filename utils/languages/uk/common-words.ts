/** The most frequent words of Ukrainian that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'в', 'від', 'він', 'для', 'до', 'з', 'за', 'і', 'на', 'не', 'про', 'та', 'у', 'це', 'що', 'як',
];
