import type { GrammarWords } from '../quoting-words.ts';

/** Closed classes of words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'algunas', 'algunos', 'cada', 'dos', 'el', 'esa', 'ese', 'esta', 'estas', 'este', 'estos', 'la', 'las',
    'los', 'muchos', 'ningún', 'tres', 'un', 'una', 'unas', 'unos', 'varias', 'varios',
  ],
  possessives: ['mi', 'mis', 'nuestra', 'nuestro', 'su', 'sus', 'tu'],
  he: ['consultado', 'él', 'preguntado'],
  she: ['consultada', 'ella', 'preguntada'],
  they: ['ellas', 'ellos'],
  otherPronouns: ['alguien', 'nadie', 'nosotros', 'usted', 'ustedes', 'yo'],
  objectPronouns: ['le', 'les', 'lo', 'me', 'nos', 'se', 'te'],
  firstPerson: [
    'me', 'mi', 'mis', 'nos', 'nosotras', 'nosotros', 'nuestra', 'nuestras', 'nuestro', 'nuestros', 'yo',
  ],
  relatives: ['cómo', 'cual', 'cuando', 'donde', 'que', 'qué', 'quien', 'quienes'],
  prepositions: [
    'a', 'al', 'ante', 'bajo', 'con', 'contra', 'de', 'del', 'desde', 'durante', 'en', 'entre', 'hacia',
    'hasta', 'mediante', 'para', 'por', 'según', 'sin', 'sobre', 'tras',
  ],
  conjunctions: [
    'aunque', 'como', 'cuando', 'e', 'mientras', 'o', 'pero', 'porque', 'pues', 'si', 'sino', 'u', 'y',
  ],
  adverbs: [
    'además', 'ahora', 'allí', 'aquí', 'así', 'aún', 'ayer', 'después', 'entonces', 'hoy', 'luego', 'mañana',
    'más', 'muy', 'no', 'nunca', 'siempre', 'solo', 'también', 'tampoco', 'todavía', 'ya',
  ],
  complementisers: ['que'],
  indefinites: ['algún', 'alguna', 'otra', 'otro', 'un', 'una', 'unas', 'unos', 'varios'],
  comparatives: ['como', 'según'],
};
