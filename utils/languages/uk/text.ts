/** The most frequent words of Ukrainian that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'в', 'від', 'він', 'для', 'до', 'з', 'за', 'і', 'на', 'не', 'про', 'та', 'у', 'це', 'що', 'як',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'акад', 'буд', 'бульв', 'вул', 'гл', 'гр', 'грн', 'див', 'доц', 'екс', 'ім', 'ін', 'кв', 'кг', 'км', 'м',
  'млн', 'млрд', 'напр', 'о', 'обл', 'оп', 'пл', 'полк', 'пр', 'просп', 'проф', 'р', 'ред', 'рис', 'рр',
  'с', 'св', 'см', 'смт', 'ст', 'тел', 'тис', 'тов', 'укр', 'чол', 'шт',
];
