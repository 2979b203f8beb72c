import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'med hänvisning till', 'enligt uppgifter från', 'enligt uppgift från', 'enligt honom', 'enligt henne',
    'enligt dem', 'enligt',
  ],
};
