import type { GrammarWords } from '../quoting-words.ts';

/** Closed classes of words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'aucun', 'aucune', 'ce', 'certaines', 'certains', 'ces', 'cet', 'cette', 'chaque', 'des', 'deux', 'l',
    'la', 'le', 'les', 'plusieurs', 'trois', 'un', 'une',
  ],
  possessives: ['leur', 'leurs', 'ma', 'mes', 'mon', 'nos', 'notre', 'sa', 'ses', 'son', 'vos', 'votre'],
  he: ['il', 'interrogé'],
  she: ['elle', 'interrogée'],
  they: ['elles', 'ils'],
  otherPronouns: ['j', 'je', 'nous', 'on', 'tu', 'vous'],
  objectPronouns: ['en', 'eux', 'les', 'leur', 'lui', 'm', 'me', 'moi', 's', 'se', 'te', 'toi', 'y'],
  firstPerson: ['j', 'je', 'ma', 'me', 'mes', 'moi', 'mon', 'nos', 'notre', 'nous'],
  relatives: ['dont', 'laquelle', 'lequel', 'où', 'qu', 'que', 'qui', 'quoi'],
  prepositions: [
    'à', 'après', 'au', 'aux', 'avant', 'avec', 'chez', 'contre', 'd', 'dans', 'de', 'depuis', 'derrière',
    'devant', 'du', 'en', 'entre', 'jusqu', 'lors', 'malgré', 'par', 'pendant', 'pour', 'sans', 'selon',
    'sous', 'sur', 'vers',
  ],
  conjunctions: [
    'alors', 'car', 'comme', 'donc', 'et', 'lorsqu', 'lorsque', 'mais', 'ni', 'or', 'ou', 'puisque', 'quand',
    'si', 'tandis',
  ],
  adverbs: [
    'ainsi', "aujourd'hui", 'aussi', 'bien', 'cependant', 'déjà', 'demain', 'désormais', 'également',
    'encore', 'enfin', 'ensuite', 'hier', 'ici', 'jamais', 'là', 'n', 'ne', 'notamment', 'pas', 'plus',
    'pourtant', 't', 'toujours', 'très',
  ],
  complementisers: ['qu', 'que'],
  indefinites: ['autre', 'certains', 'chaque', 'plusieurs', 'un', 'une'],
  comparatives: ['comme'],
  elisions: ['c', 'd', 'j', 'jusqu', 'l', 'lorsqu', 'm', 'n', 'puisqu', 'qu', 's', 't'],
  hyphenPronouns: ['elle', 'elles', 'il', 'ils', 'je', 'nous', 'on'],
};
