/** The most frequent words of Russian that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'был', 'были', 'было', 'во', 'года', 'его', 'её', 'если', 'еще', 'ещё', 'и', 'из', 'или', 'как', 'которые',
  'который', 'но', 'об', 'он', 'они', 'от', 'по', 'при', 'со', 'также', 'только', 'уже', 'что', 'чтобы',
  'это',
];
