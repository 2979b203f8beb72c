import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'med henvisning til', 'etter hans mening', 'etter hennes mening', 'etter hans syn', 'etter hennes syn',
    'i følge', 'etter det', 'ifølge ham', 'ifølge henne', 'ifølge han', 'ifølge dem', 'i følgje', 'ifølge',
    'ifølgje',
  ],
};
