/** The most frequent words of Russian that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'был', 'были', 'было', 'во', 'года', 'его', 'её', 'если', 'еще', 'ещё', 'и', 'из', 'или', 'как', 'которые',
  'который', 'но', 'об', 'он', 'они', 'от', 'по', 'при', 'со', 'также', 'только', 'уже', 'что', 'чтобы',
  'это',
];

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'акад', 'г', 'гг', 'ген', 'гл', 'гр', 'доц', 'др', 'ил', 'им', 'кв', 'кн', 'куб', 'млн', 'млрд', 'напр',
  'обл', 'оз', 'ок', 'пер', 'пл', 'пос', 'просп', 'проф', 'р', 'рис', 'руб', 'св', 'ср', 'ст', 'стр', 'тел',
  'тов', 'трлн', 'тыс', 'ул', 'ч', 'чел', 'экз',
];
