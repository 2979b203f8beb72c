import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'med henvisning til', 'efter hans mening', 'efter hendes mening', 'efter hans opfattelse',
    'efter hendes opfattelse', 'i følge', 'ifølge ham', 'ifølge hende', 'ifølge dem', 'ifølge',
  ],
};
