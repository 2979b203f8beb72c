import type { GrammarWords } from '../quoting-words.ts';

/** Closed classes of words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'a', 'algumas', 'alguns', 'as', 'cada', 'dois', 'duas', 'essa', 'esse', 'esta', 'estas', 'este', 'estes',
    'muitos', 'o', 'os', 'três', 'um', 'uma', 'umas', 'uns', 'várias', 'vários',
  ],
  possessives: ['dela', 'dele', 'meu', 'minha', 'nossa', 'nosso', 'seu', 'seus', 'sua', 'suas'],
  he: ['ele', 'perguntado', 'questionado'],
  she: ['ela', 'perguntada', 'questionada'],
  they: ['elas', 'eles'],
  otherPronouns: ['alguém', 'eu', 'ninguém', 'nós', 'você'],
  objectPronouns: ['lhe', 'lhes', 'me', 'nos', 'se', 'te'],
  firstPerson: [
    'eu', 'me', 'meu', 'meus', 'mim', 'minha', 'minhas', 'nos', 'nós', 'nossa', 'nossas', 'nosso', 'nossos',
  ],
  relatives: ['como', 'onde', 'qual', 'quando', 'que', 'quem'],
  prepositions: [
    'à', 'ao', 'aos', 'após', 'às', 'até', 'com', 'contra', 'da', 'das', 'de', 'desde', 'do', 'dos',
    'durante', 'em', 'entre', 'na', 'nas', 'no', 'nos', 'para', 'pela', 'pelas', 'pelo', 'pelos', 'perante',
    'por', 'segundo', 'sem', 'sob', 'sobre',
  ],
  conjunctions: ['e', 'embora', 'enquanto', 'mas', 'ou', 'pois', 'porém', 'porque', 'quando', 'se'],
  adverbs: [
    'agora', 'ainda', 'ali', 'amanhã', 'apenas', 'aqui', 'assim', 'depois', 'então', 'hoje', 'já', 'mais',
    'muito', 'não', 'nunca', 'ontem', 'sempre', 'só', 'também',
  ],
  complementisers: ['que'],
  indefinites: ['algum', 'alguma', 'outra', 'outro', 'um', 'uma', 'umas', 'uns', 'vários'],
  comparatives: ['como', 'conforme', 'segundo'],
  hyphenPronouns: ['lhe', 'lhes', 'me', 'nos', 'se', 'te', 'vos'],
};
