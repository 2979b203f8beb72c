import type { GrammarWords } from '../quoting-words.ts';

/** Closed classes of words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'alcune', 'alcuni', 'due', 'i', 'il', 'l', 'la', 'le', 'lo', 'molti', 'ogni', 'questa', 'queste',
    'questi', 'questo', 'tre', 'un', 'una', 'uno',
  ],
  possessives: ['loro', 'mia', 'mio', 'nostra', 'nostro', 'sua', 'sue', 'suo', 'suoi'],
  he: ['egli', 'interpellato', 'lui'],
  she: ['ella', 'interpellata', 'lei'],
  they: ['essi', 'loro'],
  otherPronouns: ['io', 'nessuno', 'noi', 'qualcuno'],
  objectPronouns: ['ci', 'gli', 'lo', 'mi', 'ne', 'si', 'ti', 'vi'],
  firstPerson: ['ci', 'io', 'mi', 'mia', 'mie', 'miei', 'mio', 'noi', 'nostra', 'nostre', 'nostri', 'nostro'],
  relatives: ['che', 'chi', 'come', 'cosa', 'cui', 'dove', 'quale', 'quando'],
  prepositions: [
    'a', 'ai', 'al', 'all', 'alla', 'alle', 'allo', 'con', 'contro', 'd', 'da', 'dai', 'dal', 'dall', 'dalla',
    'dalle', 'degli', 'dei', 'del', 'dell', 'della', 'delle', 'dello', 'di', 'dopo', 'durante', 'fra', 'in',
    'nei', 'nel', 'nell', 'nella', 'nelle', 'per', 'presso', 'prima', 'secondo', 'senza', 'sopra', 'sotto',
    'su', 'sui', 'sul', 'sull', 'sulla', 'sulle', 'tra', 'verso',
  ],
  conjunctions: ['anche', 'e', 'ed', 'ma', 'mentre', 'o', 'perché', 'però', 'quando', 'se'],
  adverbs: [
    'ancora', 'così', 'domani', 'già', 'ieri', 'infine', 'inoltre', 'invece', 'lì', 'mai', 'molto', 'non',
    'oggi', 'ora', 'più', 'poi', 'qui', 'sempre', 'solo',
  ],
  complementisers: ['che'],
  indefinites: ['alcune', 'alcuni', 'altra', 'altro', 'ogni', 'qualche', 'un', 'una', 'uno'],
  comparatives: ['come'],
  elisions: [
    'all', 'c', 'd', 'dall', 'dell', 'l', 'm', 'n', 'nell', 'quell', 'quest', 's', 'sull', 't', 'un',
  ],
};
