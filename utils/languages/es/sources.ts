import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'desde el punto de vista de', 'tal y como ha explicado', 'según ha dicho', 'según ha explicado',
    'según ha señalado', 'según ha informado', 'según ha indicado', 'de acuerdo a', 'de acuerdo al',
    'a decir de', 'a ojos de', 'en su opinión', 'a su juicio', 'según sus palabras', 'tal como señaló',
    'en palabras de', 'de acuerdo con', 'a juicio de', 'en opinión de', 'al decir de', 'según informó',
    'según indicó', 'según declaró', 'según detalló', 'según precisó', 'según relató', 'según apuntó',
    'según recoge', 'según dijo', 'según afirmó', 'según explicó', 'según señaló', 'según él', 'según ella',
    'según', 'para',
  ],
};
