import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'selon', 'd après', 'pour', 'aux yeux de', 'au dire de', 'de l avis de', 'selon les mots de', 'selon lui',
    'selon elle', 'd après lui', 'd après elle', 'pour lui', 'pour elle',
  ],
  impersonals: [
    'on a entendu', 'on criait', 'on disait', 'on entend', 'on entendait', 'on entendit', 'on entendra',
    'on murmurait', 'on peut entendre', 'on pouvait entendre', 'on scandait',
  ],
};
