import { splitCommaIncises } from '../incises.ts';
import { findDashSpeech } from '../speech-dashes.ts';
import type { LanguageData } from './language.ts';

export const french: LanguageData = {
  code: 'fr',
  cueVerbs: `
dit dis//ent/ait déclar/é/e/ait affirm/é/e/ait expliqu/é/e/ait ajout/é/e/ait assur/é/e/ait estim/é/e/ait indiqu/é/e/ait
sou/ligné/ligne/piré/pire/tenu/tient soulignait précis/é/e/ait écri/t/vait annonc/é/e con/fié/fie/clu/clut racont/é/e/ait répond/u/ demand/é/e
dénonc/é/e regrett/é/e rappel/é/le insist/é/e mart/elé/èle/elait lanc/é/e poursui/vi/t reconn/u/aît not/é/e observ/é/e averti//t
pro/mis/met/clamé/clame jur/é/e tweet/é/e comment/é/e témoign/é/e résum/é/e plaid/é/e jug/é/e consid/éré/ère prév/enu/ient s'exclame exclam/é/e
réagi//t adm/is/et avou/é/e critiqu/é/e salu/é/e détaill/é/e analys/é/e gliss/é/e renchéri//t abondé nuanc/é/e tranch/é/e interrog/é/e`,
  phraseVerbs: 'qualifi/é/e évoqu/é/e parl/é/e appel/é/le décrit cit/é/e',
  sourcePhrases: 'selon d_après pour',
  auxiliaries:
    'est sont étai/t/ent a ont avai/t/ent ser/a/ont/ait être avo/ir/ns fut ai as avez va vont peut doit',
  determiners:
    'le la les un une des ce cet//te ces chaque plusieurs deux trois aucun//e certain/s/es du au aux l',
  possessives: 'son sa ses leur//s notre nos mon ma mes votre vos',
  he: 'il',
  she: 'elle',
  they: 'ils elles',
  otherPronouns: 'je nous on j tu vous',
  objectPronouns: 'lui me m te se s les leur y en moi toi eux',
  relatives: 'qui que qu dont où quoi lequel laquelle',
  prepositions: `
de d à en dans sur sous avec sans pour par contre entre vers chez depuis pendant avant après lors selon devant derrière malgré jusqu`,
  conjunctions: 'et ou mais donc car ni or si quand lorsqu/e/ comme puisque tandis alors',
  adverbs: `
pas ne n plus aussi encore déjà très bien toujours jamais ici là hier aujourd'hui demain ensuite enfin notamment également ainsi pourtant cependant
désormais t`,
  otherVerbs: 'fai/t/sait/re font prend prit vient vint rest/e/a met mis voit vu sait veut vouloir',
  complementisers: 'que qu',
  timeNames: `
lundi mar/di/s mercredi jeudi vendredi samedi dimanche janvier février avril mai jui/n/llet août septembre octobre novembre décembre`,
  titles: `
président//e ministre premi/er/ère sénat/eur/rice député//e maire préf/et/ète direct/eur/rice général professeur//e docteur m mme mlle monsieur madame
pape roi reine porte-parole secrétaire chef//fe juge procureur//e avocat//e économiste sociologue historien//ne chercheu/r/se chanceli/er/ère`,
  titlesHe: 'm monsieur président sénateur député directeur roi pape avocat procureur chancelier',
  titlesShe: 'mme mlle madame présidente sénatrice députée directrice reine avocate procureure chancelière',
  personNouns: `
homme femme élu//e habitant//e voisin//e mère père agricult/eur/rice médecin infirmière enseignant//e patron//ne responsable dirigeant//e syndicaliste
militant//e témoin//s aut/eur/rice candidat//e expert//e policier source//s jeune`,
  groupNouns: `
gouvernement police par/quet/ti ministère mairie entreprise syndicat association opposition commission`,
  documentNouns: 'communiqué lettre rapport texte message tribune',
  bodyNouns: 'université ministère parti syndicat institut banque',
  workNouns: 'livre roman film chanson série album pièce émission titre',
  nameParticles: 'de du des la le von van',
  abbreviations: 'm mm mme dr st ste av etc',
  elisions: 'l d qu n s c j m t jusqu lorsqu puisqu',
  hyphenPronouns: 'il elle on ils elles je nous',
  findDashSpeech,
  splitIncises: splitCommaIncises,
  givenNamesHe: `
aurélien bernard bruno christophe claude edouard élie éric étienne fabien gérald gilles guillaume hervé jacques jérôme laurent marc michel nicolas
olivier patrice philippe sébastien stéphane thierry xavier yves`,
  givenNamesShe: `
agnès aurore cécile christelle clémentine corinne élisabeth emmanuelle françoise isabelle laurence marine mathilde nathalie rachida sandrine ségolène
sophie valérie véronique`,
};
