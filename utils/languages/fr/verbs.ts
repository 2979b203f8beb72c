import type { VerbWords } from '../quoting-words.ts';

/** Verbs: those that report speech, in every form that stands with a speaker, and those that must not be taken for such. */
export const verbs: VerbWords = {
  cueVerbs: [
    'abondé', 'admet', 'admis', 'affirmait', 'affirme', 'affirmé', 'agace', 'agacé', 'ajoutait', 'ajoute',
    'ajouté', 'ajoutent', 'amuse', 'amusé', 'analyse', 'analysé', 'annonce', 'annoncé', 'argue', 'argué',
    'asséné', 'assène', 'assurait', 'assure', 'assuré', 'averti', 'avertit', 'avoue', 'avoué', 'certifie',
    'certifié', 'commente', 'commenté', 'concedé', 'concédé', 'concède', 'conclu', 'concluait', 'conclut',
    'confie', 'confié', 'confirmait', 'confirme', 'confirmé', 'considéré', 'considère', 'crie', 'crié',
    'critique', 'critiqué', 'déclarait', 'déclare', 'déclaré', 'défendait', 'défendu', 'demande', 'demandé',
    'dénonce', 'dénoncé', 'déplorait', 'déplore', 'déploré', 'détaille', 'détaillé', 'dis', 'disait',
    'disent', 'dit', 'écrié', 'écriée', 'écrit', 'écrivait', 'emporte', 'emporté', 'énonce', 'énoncé',
    'estimait', 'estime', 'estimé', 'exclame', 'exclamé', 'expliquait', 'explique', 'expliqué', 'expliquent',
    'fustige', 'fustigé', 'glisse', 'glissé', 'indigne', 'indigné', 'indiquait', 'indique', 'indiqué',
    'inquiéte', 'inquiété', 'insiste', 'insisté', 'interroge', 'interrogé', 'ironise', 'ironisé', 'juge',
    'jugé', 'jure', 'juré', 'justifiait', 'justifie', 'justifié', 'lance', 'lancé', 'martelait', 'martelé',
    'martèle', 'martèlé', 'murmure', 'murmuré', 'note', 'noté', 'nuance', 'nuancé', 'observe', 'observé',
    'plaide', 'plaidé', 'plaisantait', 'plaisante', 'plaisanté', 'poursuit', 'poursuivi', 'précisait',
    'précise', 'précisé', 'précisent', 'prévenu', 'prévient', 'proclame', 'proclamé', 'promet', 'promettait',
    'promis', 'racontait', 'raconte', 'raconté', 'rappelé', 'rappelle', 'réagi', 'réagit', 'reconnaît',
    'reconnu', 'regrette', 'regretté', 'relate', 'relaté', 'renchéri', 'renchérit', 'répétait', 'répété',
    'répète', 'répond', 'répondu', 'résume', 'résumé', 'rétorquait', 'rétorque', 'rétorqué', 'riait', 'rit',
    's’agace', 's’amuse', 's’écrie', 's’emporte', "s'exclame", 's’indigne', 's’inquiète', 's’interroge',
    'salue', 'salué', 'soulignait', 'souligne', 'souligné', 'soupire', 'soupiré', 'souriait', 'sourit',
    'soutenu', 'soutient', 'témoigne', 'témoigné', 'tempête', 'tempêté', 'tranche', 'tranché', 'tweete',
    'tweeté',
  ],
  phraseVerbs: [
    'appelé', 'appelle', 'cite', 'cité', 'décrit', 'évoque', 'évoqué', 'parle', 'parlé', 'qualifie',
    'qualifié',
  ],
  auxiliaries: [
    'a', 'ai', 'as', 'avaient', 'avait', 'avez', 'avoir', 'avons', 'doit', 'est', 'étaient', 'était', 'être',
    'fut', 'ont', 'peut', 'sera', 'serait', 'seront', 'sont', 'va', 'vont',
  ],
  otherVerbs: [
    'faire', 'faisait', 'fait', 'font', 'met', 'mis', 'prend', 'prit', 'resta', 'reste', 'sait', 'veut',
    'vient', 'vint', 'voit', 'vouloir', 'vu',
  ],
};
