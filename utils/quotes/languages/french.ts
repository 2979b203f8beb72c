import { splitCommaIncises } from '../incises.ts';
import { findDashSpeech } from '../speech-dashes.ts';
import type { LanguageData } from './language.ts';
import { OTHER_GRAMMAR } from './other-grammar.ts';

export const french: LanguageData = {
  code: 'fr',
  ...OTHER_GRAMMAR,
  cueVerbs: `
dit dis//ent/ait déclar/é/e/ait affirm/é/e/ait expliqu/é/e/ait ajout/é/e/ait assur/é/e/ait estim/é/e/ait indiqu/é/e/ait
sou/ligné/ligne/piré/pire/tenu/tient soulignait précis/é/e/ait écri/t/vait annonc/é/e con/fié/fie/clu/clut racont/é/e/ait répond/u/ demand/é/e
dénonc/é/e regrett/é/e rappel/é/le insist/é/e mart/elé/èle/elait lanc/é/e poursui/vi/t reconn/u/aît not/é/e observ/é/e averti//t
pro/mis/met/clamé/clame jur/é/e tweet/é/e comment/é/e témoign/é/e résum/é/e plaid/é/e jug/é/e consid/éré/ère prév/enu/ient s'exclame exclam/é/e
réagi//t adm/is/et avou/é/e critiqu/é/e salu/é/e détaill/é/e analys/é/e gliss/é/e renchéri//t abondé nuanc/é/e tranch/é/e interrog/é/e
plaisant/e/é/ait s’emporte emport/é/e s’indigne indign/é/e s’interroge s’amuse amus/é/e s’inquiète inquiét/é/e s’agace agac/é/e ironis/e/é promett/ait
certifi/e/é confirm/e/é/ait murmur/e/é cri/e/é s’écrie écri/é/ée expliqu/ent déplor/e/é/ait martèl/e/é répèt/e répét/é/ait rétorqu/e/é/ait conclu/ait
précis/ent justifi/e/é/ait défend/u/ait argu/e/é fustig/e/é ajout/ent assèn/e assén/é tempêt/e/é relat/e/é énonc/e/é conced/é concèd/e concéd/é sourit
souriait rit riait`,
  phraseVerbs: 'qualifi/é/e évoqu/é/e parl/é/e appel/é/le décrit cit/é/e',
  sourcePhrases: `
selon d_après pour aux_yeux_de au_dire_de de_l_avis_de selon_les_mots_de selon_lui selon_elle d_après_lui d_après_elle pour_lui pour_elle`,
  auxiliaries:
    'est sont étai/t/ent a ont avai/t/ent ser/a/ont/ait être avo/ir/ns fut ai as avez va vont peut doit',
  determiners: `
le la les un une des ce cet//te ces chaque plusieurs deux trois aucun//e certain/s/es l`,
  possessives: 'son sa ses leur//s notre nos mon ma mes votre vos',
  he: 'il',
  she: 'elle',
  they: 'ils elles',
  otherPronouns: 'je nous on j tu vous',
  objectPronouns: 'lui me m te se s les leur y en moi toi eux',
  relatives: 'qui que qu dont où quoi lequel laquelle',
  prepositions: `
de d à en dans sur sous avec sans pour par contre entre vers chez depuis pendant avant après lors selon devant derrière malgré jusqu du au aux`,
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
pape roi reine porte-parole secrétaire chef//fe juge procureur//e avocat//e économiste sociologue historien//ne chercheu/r/se chanceli/er/ère
conseill/er/ère gouvern/eur/eure commissaire vice-président//e adjoint//e présentat/eur/rice entraîneur capitaine colonel commandant lieutenant évêque
cardinal ambassad/eur/rice rect/eur/rice`,
  titlesHe: 'm monsieur président sénateur député directeur roi pape avocat procureur chancelier',
  titlesShe: 'mme mlle madame présidente sénatrice députée directrice reine avocate procureure chancelière',
  personNouns: `
homme femme élu//e habitant//e voisin//e mère père agricult/eur/rice médecin infirmière enseignant//e patron//ne responsable dirigeant//e syndicaliste
militant//e témoin//s aut/eur/rice candidat//e expert//e policier source//s jeune ingénieur//e act/eur/rice metteur metteuse comédien//ne écrivain//e
poète romanci/er/ère musicien//ne chant/eur/euse peintre pêcheur//s étudiant//e scientifique psychologue journaliste soldat officier fonctionnaire
employé//e passag/er/ère conduct/eur/rice touriste fils fille frère sœur mari épou/x/se ami//e pompier polici/er/ère architecte écologue
conseill/er/ère riverain//e commerçant//e gérant//e fondat/eur/rice coordinat/eur/rice adjoint//e délégué//e bénévole spécialiste enquêt/eur/rice
victime parent collègue bénévole//s médecin-chef médecin-cheffe interne patient//e vice-président//e`,
  groupNouns: `
gouvernement police par/quet/ti ministère mairie entreprise syndicat association opposition commission`,
  documentNouns: 'communiqué lettre rapport texte message tribune',
  bodyNouns: 'université ministère parti syndicat institut banque',
  workNouns: `
livre roman film chanson série album pièce émission titre tableau poème opéra journal magazine spectacle documentaire article podcast intitulé//e/s
titré//e nommé//e baptisé//e surnommé//e dit//e`,
  nameParticles: 'de du des la le von van',
  abbreviations: 'm mm mme dr st ste av etc',
  elisions: 'l d qu n s c j m t jusqu lorsqu puisqu',
  hyphenPronouns: 'il elle on ils elles je nous',
  findDashSpeech,
  splitIncises: splitCommaIncises,
  givenNamesHe: `
aurélien bernard bruno christophe claude edouard élie éric étienne fabien gérald gilles guillaume hervé jacques jérôme laurent marc michel nicolas
olivier patrice philippe sébastien stéphane thierry xavier yves adrien alain alban albert alexandre alexis alphonse amaury ambroise anatole andré
antoine antonin armand arnaud arthur auguste augustin aymeric baptiste barthélemy basile bastien benjamin benoît bertrand blaise boris brice camille
cédric célestin charles christian clément corentin cyril cyrille damien daniel david denis didier dominique édouard eliott émile emmanuel enzo eugène
fabrice félix ferdinand fernand florent florian francis françois frédéric gabriel gaël gaston gauthier geoffroy georges gérard germain ghislain
grégoire grégory guy hector henri hippolyte honoré hubert hugo hugues isidore jean jean-baptiste jean-claude jean-françois jean-jacques jean-louis
jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre jérémie jérémy joachim joël johan jonas jonathan jordan joseph joël
jules julien justin kévin lambert léo léon léonard loïc louis loup luc lucas lucien ludovic mathias mathieu mathis matthieu maurice max maxence maxime
médéric michaël mickaël nathan noël octave oscar pascal paul philibert pierre quentin rafaël raoul raphaël raymond régis rémi rémy renaud rené richard
robert robin rodolphe roger roland romain samuel sacha serge simon stanislas sylvain tanguy théo théodore théophile thibault thibaut thomas timothée
tony tristan ulysse valentin valéry victor vincent virgile vivien william yann yannick yohan yvan`,
  givenNamesShe: `
agnès aurore cécile christelle clémentine corinne élisabeth emmanuelle françoise isabelle laurence marine mathilde nathalie rachida sandrine ségolène
sophie valérie véronique adèle adrienne agathe aïcha alexandra alexia alice aline amandine amélie anaïs andrée angélique anne anne-marie anne-sophie
annick annie antoinette apolline ariane armelle astrid audrey aurélie axelle barbara béatrice bénédicte bernadette blanche brigitte brune camille
capucine carine carole caroline catherine célia céline chantal charlène charlotte chloé christiane christine claire clara clarisse claudine clémence
clotilde colette coline constance coralie daniele danièle déborah delphine denise diane dominique éléonore éliane elsa élise éloïse élodie emma ella
estelle esther eugénie eva évelyne fabienne fanny fatima flavie flora florence flore frédérique gabrielle gaëlle geneviève germaine ghislaine gisèle
hélène héloïse henriette hortense huguette inès ingrid irène iris isaure jacqueline jeanne jennifer jessica joëlle johanna josiane joséphine judith
julia julie juliette justine karine laetitia lætitia laura laure léa léna léonie léonor lila lilas lise lola louise louisa lucie lucile lucienne
ludivine lydie madeleine manon mara margaux marguerite maria marianne marie marie-claude marie-hélène marie-pierre marion marlène marthe martine
maryse mélanie mélissa michèle mireille monique muriel myriam nadège nadia nadine nina noémie nora odette odile olivia ophélie oriane paola pascale
patricia paula paule pauline perrine pétra pénélope raphaëlle régine renée rita romane rosalie rose roxane sabine sabrina salomé sandra sarah sibylle
simone solange solène sonia stéphanie suzanne sylvie thérèse tiphaine valentine vanessa victoire victoria viviane yasmine yolande yvette yvonne zoé`,
  indefinites: `
un une plusieurs chaque certains autre`,
  personNounsShe: `
femme mère fille sœur épouse habitante voisine actrice comédienne romancière chanteuse étudiante employée conseillère agricultrice infirmière
enseignante patronne dirigeante autrice candidate experte gérante fondatrice metteuse`,
  personNounsHe: `
homme père fils frère mari habitant voisin acteur comédien romancier chanteur étudiant employé conseiller agriculteur enseignant patron dirigeant
auteur candidat expert gérant fondateur`,
  comparatives: `
comme`,
};
