import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'med hänvisning till', 'enligt uppgifter från', 'enligt uppgift från', 'enligt honom', 'enligt henne',
    'enligt dem', 'enligt',
  ],
};
