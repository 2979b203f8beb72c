import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'podle jeho slov', 'podle jejích slov', 'podle jeho názoru', 'podle jejího názoru', 'dle jeho slov',
    'dle jejích slov', 's odvoláním na', 'podle slov', 'podle názoru', 'podle vyjádření', 'podle informací',
    'podle mínění', 'podle tvrzení', 'ze slov', 'v očích', 'z pohledu', 'podle něj', 'podle něho', 'podle ní',
    'podle nich', 'jak uvedl', 'podle', 'dle', 'slovy',
  ],
};
