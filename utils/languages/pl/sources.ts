import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'według', 'zdaniem', 'w opinii', 'w ocenie', 'jak podaje', 'słowami', 'według słów', 'jego zdaniem',
    'jej zdaniem', 'według niego', 'według niej', 'jego słowami', 'jej słowami', 'w jego ocenie',
    'w jej ocenie', 'w jego opinii', 'w jej opinii',
  ],
  impersonals: [
    'było słychać', 'dało się słyszeć', 'dało się usłyszeć', 'krzyczano', 'można było słyszeć',
    'można było usłyszeć', 'można usłyszeć', 'mówiono', 'powtarzano', 'skandowano', 'słychać', 'słychać było',
    'szeptano', 'wołano',
  ],
};
