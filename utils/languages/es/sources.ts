import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'según dijo', 'según afirmó', 'según explicó', 'según señaló', 'según', 'en palabras de',
    'de acuerdo con', 'a juicio de', 'en opinión de', 'al decir de', 'para', 'según él', 'según ella',
    'en su opinión',
  ],
  impersonals: [
    'podía escucharse', 'podía oírse', 'se coreaba', 'se decía', 'se escucha', 'se escuchaba',
    'se escuchaban', 'se escuchan', 'se escucharon', 'se escuchó', 'se gritaba', 'se leía', 'se oía',
    'se oían', 'se oye', 'se oyen', 'se oyeron', 'se oyó', 'se repetía',
  ],
  hearsay: ['puede leerse', 'se lee', 'se leía'],
};
