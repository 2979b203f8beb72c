import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'kendi ifadesiyle', 'kendi sözleriyle', 'kendi deyişiyle', 'onun ifadesiyle', 'onun sözleriyle',
    'onun deyişiyle', 'ona göre', 'onlara göre',
  ],
};
