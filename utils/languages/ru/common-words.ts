/** The commonest words of Russian that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'был', 'были', 'было', 'во', 'года', 'его', 'её', 'если', 'еще', 'ещё', 'и', 'из', 'или', 'как', 'которые',
  'который', 'но', 'об', 'он', 'они', 'от', 'по', 'при', 'со', 'также', 'только', 'уже', 'что', 'чтобы',
  'это',
];
