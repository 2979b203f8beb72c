import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'd après les mots de', 'du point de vue de', 'd après les informations de', 'pour reprendre les mots de',
    'selon le mot de', 'selon les termes de', 'de l aveu de', 'à en juger par', 'selon les dires de',
    'selon les propos de', 'selon les informations de', 'selon les déclarations de',
    'selon ses propres termes', 'de l avis de', 'selon les mots de', 'à en croire', 'aux dires de',
    'à son avis', 'selon ses mots', 'selon ses termes', 'selon ses dires', 'à ses yeux', 'aux yeux de',
    'au dire de', 'd après lui', 'd après elle', 'd après', 'selon lui', 'selon elle', 'pour lui',
    'pour elle', 'selon', 'pour',
  ],
};
