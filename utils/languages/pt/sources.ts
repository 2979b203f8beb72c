import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'segundo', 'de acordo com', 'nas palavras de', 'para', 'na opinião de', 'no entender de', 'segundo ele',
    'segundo ela', 'na opinião dele', 'na opinião dela',
  ],
  impersonals: [
    'dizia se', 'escutava se', 'gritava se', 'murmurava se', 'ouve se', 'ouvia se', 'ouviam se', 'ouviram se',
    'ouviu se', 'podia ouvir se', 'se dizia', 'se gritava', 'se ouve', 'se ouvia', 'se ouviam', 'se ouviu',
  ],
  hearsay: ['lê-se', 'lia-se', 'pode ler-se'],
};
