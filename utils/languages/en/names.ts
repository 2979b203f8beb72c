import type { NameWords } from '../quoting-words.ts';

/** Names of people. */
export const names: NameWords = {
  nameParticles: [
    'abu', 'al', 'ben', 'bin', 'da', 'de', 'del', 'den', 'der', 'di', 'dos', 'du', 'el', 'ibn', 'la', 'le',
    'ter', 'van', 'von', 'y',
  ],
};
