import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: ['according to', 'in the words of', 'as per'],
};
