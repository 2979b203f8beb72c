import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: ['according to', 'in the words of', 'as per'],
};
