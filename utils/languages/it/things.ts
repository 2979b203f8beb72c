import type { ThingWords } from '../quoting-words.ts';

/** Words for what is no person: documents, works, bodies, days and months; and short forms. */
export const things: ThingWords = {
  documentNouns: ['comunicato', 'lettera', 'messaggio', 'nota', 'rapporto', 'testo'],
  workNouns: [
    'album', 'articolo', 'canzone', 'chiamata', 'chiamato', 'documentario', 'film', 'giornale', 'intitolata',
    'intitolato', 'libro', 'opera', 'podcast', 'poesia', 'programma', 'quadro', 'rivista', 'romanzo', 'serie',
    'spettacolo', 'titolo',
  ],
  bodyNouns: ['banca', 'istituto', 'ministero', 'partito', 'università'],
  timeNames: [
    'agosto', 'aprile', 'dicembre', 'domenica', 'febbraio', 'gennaio', 'giovedì', 'giugno', 'luglio',
    'lunedì', 'maggio', 'martedì', 'marzo', 'mercoledì', 'novembre', 'ottobre', 'sabato', 'settembre',
    'venerdì',
  ],
  abbreviations: ['dott', 'ecc', 'on', 'prof', 'sig'],
};
