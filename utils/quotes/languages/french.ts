import type { LanguageData } from './language.ts';

export const french: LanguageData = {
  code: 'fr',
  cueVerbs: `dit dis disent disait déclaré déclare déclarait affirmé affirme affirmait expliqué explique expliquait ajouté ajoute
ajoutait assuré assure assurait estimé estime estimait indiqué indique indiquait souligné souligne soulignait précisé précise
précisait écrit écrivait annoncé annonce confié confie raconté raconte racontait répondu répond demandé demande dénoncé dénonce
regretté regrette rappelé rappelle insisté insiste martelé martèle lancé lance poursuivi poursuit conclu conclut reconnu
reconnaît noté note observé observe averti avertit promis promet juré jure tweeté tweete commenté commente témoigné témoigne
résumé résume plaidé plaide jugé juge considéré considère prévenu prévient martelait soupiré soupire s'exclame exclamé exclame
réagi réagit soutenu soutient admis admet avoué avoue critiqué critique salué salue détaillé détaille analysé analyse glissé glisse
renchéri renchérit abondé nuancé nuance tranché tranche interrogé interroge proclamé proclame`,
  phraseVerbs: 'qualifié qualifie évoqué évoque parlé parle appelé appelle décrit cité cite',
  sourcePhrases: 'selon d_après pour',
  auxiliaries:
    'est sont était étaient a ont avait avaient sera seront serait être avoir fut ai as avons avez va vont peut doit',
  determiners:
    'le la les un une des ce cet cette ces chaque plusieurs deux trois aucun aucune certains certaines du au aux l',
  possessives: 'son sa ses leur leurs notre nos mon ma mes votre vos',
  he: 'il',
  she: 'elle',
  they: 'ils elles',
  otherPronouns: 'je nous on j tu vous',
  objectPronouns: 'lui me m te se s les leur y en moi toi eux',
  relatives: 'qui que qu dont où quoi lequel laquelle',
  prepositions:
    'de d à en dans sur sous avec sans pour par contre entre vers chez depuis pendant avant après lors selon devant derrière malgré jusqu',
  conjunctions: 'et ou mais donc car ni or si quand lorsque lorsqu comme puisque tandis alors',
  adverbs:
    "pas ne n plus aussi encore déjà très bien toujours jamais ici là hier aujourd'hui demain ensuite enfin notamment également ainsi pourtant cependant désormais t",
  otherVerbs: 'fait font faisait prend prit vient vint reste resta met mis voit vu sait veut vouloir faire',
  complementisers: 'que qu',
  timeNames:
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  titles: `président présidente ministre premier première sénateur sénatrice député députée maire préfet préfète directeur directrice
général professeur professeure docteur m mme mlle monsieur madame pape roi reine porte-parole secrétaire chef cheffe juge procureur
procureure avocat avocate économiste sociologue historien historienne chercheur chercheuse chancelier chancelière`,
  titlesHe: 'm monsieur président sénateur député directeur roi pape avocat procureur chancelier',
  titlesShe: 'mme mlle madame présidente sénatrice députée directrice reine avocate procureure chancelière',
  personNouns: `homme femme élu élue habitant habitante voisin voisine mère père agriculteur agricultrice médecin infirmière enseignant
enseignante patron patronne responsable dirigeant dirigeante syndicaliste militant militante témoin témoins auteur autrice candidat
candidate expert experte policier source sources jeune`,
  groupNouns:
    'gouvernement police parquet ministère mairie entreprise syndicat parti association opposition commission',
  documentNouns: 'communiqué lettre rapport texte message tribune',
  bodyNouns: 'université ministère parti syndicat institut banque',
  workNouns: 'livre roman film chanson série album pièce émission titre',
  nameParticles: 'de du des la le von van',
  abbreviations: 'm mm mme dr st ste av etc',
  elisions: 'l d qu n s c j m t jusqu lorsqu puisqu',
  hyphenPronouns: 'il elle on ils elles je nous',
  speechDashes: true,
  incises: 'comma',
};
