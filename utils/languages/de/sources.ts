import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'so', 'laut', 'nach angaben von', 'nach angaben des', 'nach angaben der', 'nach den worten von', 'wie',
    'nach ansicht von', 'nach meinung von', 'nach aussage von', 'den angaben zufolge', 'in den worten von',
    'aus sicht von', 'nach seinen worten', 'nach ihren worten', 'nach seinen angaben', 'nach ihren angaben',
    'seiner meinung nach', 'ihrer meinung nach', 'laut ihm', 'laut ihr',
  ],
  impersonals: [
    'erscholl es', 'ertönt es', 'ertönte es', 'es erscholl', 'es ertönte', 'hört man', 'hörte man',
    'hörten wir', 'man hört', 'man hörte', 'man rief', 'man sagt', 'man sagte', 'rief man', 'sagt man',
    'sagte man', 'zu hören',
  ],
  hearsay: [
    'ertönte der ruf', 'hallte es', 'heißt es', 'hieß es', 'kam der ruf', 'rief es', 'schallt es',
    'schallte es', 'tönt es', 'tönte es', 'verlautet', 'verlautete',
  ],
};
