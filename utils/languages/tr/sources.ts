import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'kendi ifadesiyle', 'kendi sözleriyle', 'kendi deyişiyle', 'onun ifadesiyle', 'onun sözleriyle',
    'onun deyişiyle', 'ona göre', 'onlara göre',
  ],
};
