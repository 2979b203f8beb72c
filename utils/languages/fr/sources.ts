import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
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
  impersonals: [
    'on a entendu', 'on chantait', 'on chante', 'on chuchotait', 'on criait', 'on disait', 'on entend',
    'on entendait', 'on entendait crier', 'on entendait dire', 'on entendit', 'on entendra', 'on murmurait',
    'on peut entendre', 'on pouvait entendre', 'on pouvait lire', 'on racontait', 'on raconte', 'on répétait',
    'on scandait', 'on scande', 'on se disait',
  ],
  speechNouns: [
    'accusation', 'analyse', 'annonce', 'appel', 'aveu', 'avis', 'commentaire', 'commentaires', 'confession',
    'confidence', 'confidences', 'conseil', 'constat', 'cri', 'cris', 'critique', 'déclaration',
    'déclarations', 'explication', 'explications', 'message', 'mots', 'opinion', 'paroles', 'plaidoyer',
    'promesse', 'propos', 'réaction', 'récit', 'remarque', 'réplique', 'réponse', 'souvenir', 'témoignage',
    'verdict', 'version',
  ],
  hearsay: [
    'lisait-on', 'lit-on', 'on peut lire', 'on pouvait lire', 'on y lit', 'peut on lire', 'peut-on lire',
    'pouvait on lire', 'pouvait-on lire',
  ],
};
