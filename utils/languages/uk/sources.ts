import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'за словами', 'на думку', 'на переконання', 'зі слів', 'на погляд', 'за твердженням', 'за даними',
    'за його словами', 'за її словами', 'на його думку', 'на її думку',
  ],
  impersonals: [
    'було чути', 'лунали', 'лунало', 'можна було почути', 'можна почути', 'почулося', 'пролунало', 'чулись',
    'чулися', 'чулося', 'чути', 'чути було',
  ],
};
