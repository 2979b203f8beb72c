import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'med hänvisning till', 'enligt uppgifter från', 'enligt uppgift från', 'enligt honom', 'enligt henne',
    'enligt dem', 'enligt',
  ],
  impersonals: [
    'det hördes', 'det ropades', 'det sades', 'det skanderades', 'det sägs', 'det talas om', 'det viskades',
    'det viskas', 'hörde man', 'hördes det', 'man hörde', 'man ropade', 'man sade', 'man säger',
    'ropades det', 'sades det', 'skanderades det', 'sägs det',
  ],
  hearsay: [
    'gick att läsa', 'går att läsa', 'heter det', 'hette det', 'kan man läsa', 'kunde man läsa', 'läser man',
    'stod det', 'står det', 'står det att läsa',
  ],
};
