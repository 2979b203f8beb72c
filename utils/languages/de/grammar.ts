import type { GrammarWords } from '../quoting-words.ts';

/** Closed classes of words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'alle', 'beide', 'das', 'dem', 'den', 'der', 'des', 'die', 'diese', 'dieser', 'dieses', 'ein', 'eine',
    'einem', 'einen', 'einer', 'eines', 'einige', 'jede', 'jeder', 'mehrere', 'viele',
  ],
  possessives: [
    'ihr', 'ihre', 'ihrem', 'ihren', 'ihrer', 'mein', 'meine', 'sein', 'seine', 'seinem', 'seinen', 'seiner',
    'unser', 'unsere',
  ],
  he: ['er'],
  she: ['sie'],
  otherPronouns: ['es', 'ich', 'jemand', 'man', 'niemand', 'wir'],
  objectPronouns: ['dich', 'dir', 'euch', 'ihm', 'ihn', 'ihnen', 'mich', 'mir', 'sich', 'uns'],
  firstPerson: [
    'ich', 'mein', 'meine', 'meinem', 'meinen', 'meiner', 'mich', 'mir', 'uns', 'unser', 'unsere', 'unserem',
    'unseren', 'unserer', 'wir',
  ],
  relatives: ['wann', 'warum', 'was', 'welche', 'welcher', 'welches', 'wer', 'wie', 'wo'],
  prepositions: [
    'ab', 'am', 'an', 'auf', 'aus', 'bei', 'beim', 'bis', 'durch', 'für', 'gegen', 'gegenüber', 'hinter',
    'im', 'in', 'laut', 'mit', 'nach', 'ohne', 'seit', 'trotz', 'über', 'um', 'unter', 'vom', 'von', 'vor',
    'während', 'wegen', 'zu', 'zum', 'zur', 'zwischen',
  ],
  conjunctions: [
    'aber', 'als', 'bevor', 'damit', 'dass', 'denn', 'doch', 'nachdem', 'ob', 'obwohl', 'oder', 'sondern',
    'und', 'während', 'weil', 'wenn',
  ],
  adverbs: [
    'an', 'auch', 'aus', 'außerdem', 'bereits', 'dabei', 'danach', 'dann', 'deshalb', 'dort', 'ein', 'erneut',
    'gestern', 'heute', 'hier', 'hinzu', 'immer', 'jedoch', 'jetzt', 'mit', 'morgen', 'nicht', 'noch', 'nun',
    'nur', 'schon', 'sehr', 'später', 'weiter', 'zudem', 'zuvor',
  ],
  complementisers: ['dass', 'ob', 'wie'],
  indefinites: ['ein', 'eine', 'einem', 'einen', 'einer', 'eines', 'kein', 'keine'],
  comparatives: ['wie'],
};
