import type { GrammarWords } from '../quoting-words.ts';

/** Closed classes of words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'ci', 'dwa', 'dwie', 'każdy', 'kilka', 'ta', 'te', 'tego', 'tej', 'ten', 'to', 'trzy', 'wielu', 'wszyscy',
  ],
  possessives: ['ich', 'jego', 'jej', 'moja', 'mój', 'nasz', 'nasza', 'swoją', 'swoje', 'swój'],
  he: ['on', 'pytany', 'zapytany'],
  she: ['ona', 'pytana', 'zapytana'],
  they: ['one', 'oni'],
  otherPronouns: ['ja', 'ktoś', 'my', 'nikt'],
  objectPronouns: ['go', 'ją', 'jemu', 'mnie', 'mu', 'nam', 'nas', 'niej', 'się'],
  firstPerson: [
    'ja', 'mi', 'mną', 'mnie', 'moja', 'moje', 'mój', 'my', 'nam', 'nami', 'nas', 'nasz', 'nasza', 'nasze',
    'naszego', 'naszej',
  ],
  relatives: ['co', 'gdzie', 'kiedy', 'kto', 'która', 'które', 'który', 'którzy'],
  prepositions: [
    'bez', 'dla', 'do', 'między', 'na', 'nad', 'o', 'od', 'po', 'pod', 'podczas', 'przed', 'przez', 'przy',
    'u', 'w', 'we', 'według', 'wobec', 'z', 'za', 'zdaniem', 'ze',
  ],
  conjunctions: [
    'a', 'ale', 'bo', 'choć', 'gdy', 'i', 'jak', 'jednak', 'jeśli', 'kiedy', 'lub', 'oraz', 'ponieważ',
    'więc', 'że',
  ],
  adverbs: [
    'bardzo', 'dzisiaj', 'dziś', 'inaczej', 'innego', 'innej', 'jeszcze', 'jutro', 'już', 'następnie', 'nie',
    'nigdy', 'odmiennego', 'odmiennie', 'potem', 'przeciwnego', 'również', 'także', 'tam', 'teraz', 'też',
    'tutaj', 'tylko', 'wczoraj', 'zawsze',
  ],
  complementisers: ['że'],
  indefinites: ['inna', 'inny', 'jakaś', 'jakiś', 'jeden', 'jedna', 'pewien', 'pewna'],
  comparatives: ['jak'],
};
