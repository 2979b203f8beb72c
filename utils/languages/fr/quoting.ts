import { splitCommaIncises } from '../../quotes/incises.ts';
import type { LanguageData } from '../../quotes/languages/language.ts';
import { OTHER_GRAMMAR } from '../../quotes/languages/other-grammar.ts';
import { findDashSpeech } from '../../quotes/speech-dashes.ts';

export const french: LanguageData = {
  code: 'fr',
  ...OTHER_GRAMMAR,
  cueVerbs: `
abondé adm/et/is affirm/e/é/ait agac/e/é ajout/e/é/ait/ent amus/e/é analys/e/é annonc/e/é argu/e/é ass/ure/uré/ène/éné/urait averti//t avou/e/é
certifi/e/é comment/e/é conc/lu/edé/lut/ède/édé/luait confi/e/é/rme/rmé/rmait consid/ère/éré cri/e/é/tique/tiqué demand/e/é dis//ait/ent dit
déclar/e/é/ait défend/u/ait dénonc/e/é déplor/e/é/ait détaill/e/é emport/e/é estim/e/é/ait exclam/e/é expliqu/e/é/ait/ent fustig/e/é gliss/e/é
indign/e/é indiqu/e/é/ait inquiét/e/é insist/e/é interrog/e/é ironis/e/é jug/e/é jur/e/é justifi/e/é/ait lanc/e/é mart/elé/èle/èlé/elait murmur/e/é
not/e/é nuanc/e/é observ/e/é plaid/e/é plaisant/e/é/ait poursui/t/vi proclam/e/é prom/et/is/ettait précis/e/é/ait/ent prév/enu/ient racont/e/é/ait
rappel/é/le reconn/u/aît regrett/e/é relat/e/é renchéri//t ri/t/ait réagi//t rép/ond/ète/été/ondu/était résum/e/é rétorqu/e/é/ait s'exclame salu/e/é
soulign/e/é/ait soupir/e/é souri/t/ait sout/enu/ient s’/agace/amuse/écrie/emporte/indigne/inquiète/interroge tempêt/e/é tranch/e/é tweet/e/é
témoign/e/é écri/t/é/ée/vait énonc/e/é`,
  phraseVerbs: `
qualifi/é/e évoqu/é/e parl/é/e appel/é/le décrit cit/é/e`,
  sourcePhrases: `
selon d_après pour aux_yeux_de au_dire_de de_l_avis_de selon_les_mots_de selon_lui selon_elle d_après_lui d_après_elle pour_lui pour_elle`,
  impersonals: `
on_entend on_entendait on_entendit on_entendra on_a_entendu on_pouvait_entendre on_peut_entendre on_disait on_criait on_murmurait on_scandait`,
  auxiliaries:
    'est sont étai/t/ent a ont avai/t/ent ser/a/ont/ait être avo/ir/ns fut ai as avez va vont peut doit',
  determiners: `
aucun//e ce//s/t/tte/rtains/rtaines chaque de/s/ux l la le= plusieurs trois un//e`,
  possessives: `
leur= m/a/es/on no/s/tre s/a/es/on vo/s/tre`,
  he: 'il interrogé',
  she: 'elle interrogée',
  they: 'ils elles',
  otherPronouns: 'je nous on j tu vous',
  firstPerson: 'je j me mon ma mes moi nous notre nos',
  objectPronouns: `
en eux le/s/ur lui m//e/oi s se te toi y`,
  relatives: 'qui que qu dont où quoi lequel laquelle',
  prepositions: `
a/u/ux/vec/près/vant chez contre d dans de//puis/vant/rrière du en//tre jusqu lors malgré p/ar/our/endant s/ur/ans/ous/elon vers à`,
  conjunctions: `
et ou mais donc car ni or si quand lorsqu/e/ comme puisque tandis alors`,
  adverbs: `
ainsi au/ssi/jourd'hui bien cependant demain dé/jà/sormais en/fin/core/suite hier ici jamais là n//e/otamment p/as/lus/ourtant t//rès/oujours
également`,
  otherVerbs: `
fai/t/re/sait font met mis pr/it/end rest/a/e sait v/u/eut/int/oit/ient/ouloir`,
  complementisers: 'que qu',
  timeNames: `
août avril dimanche décembre février janvier jeudi jui/n/llet lundi ma/i/rs/rdi mercredi novembre octobre samedi septembre vendredi`,
  titles: `
adjoint//e ambassad/eur/rice avocat//e ca/rdinal/pitaine chanceli/er/ère chef//fe chercheu/r/se colonel comm/andant/issaire conseill/er/ère
direct/eur/rice docteur député//e entraîneur gouverneur//e général historien//ne juge lieutenant m//me/lle/aire/adame/inistre/onsieur pape
porte-parole premi/er/ère procureur//e professeur//e préf/et/ète présentat/eur/rice président//e rect/eur/rice reine roi secrétaire sociologue
sénat/eur/rice vice-président//e économiste évêque`,
  titlesHe: `
avocat chancelier directeur député m monsieur pape pr/ocureur/ésident roi sénateur`,
  titlesShe: `
avocate chancelière directrice députée m/me/lle/adame pr/ocureure/ésidente reine sénatrice`,
  personNouns: `
act/eur/rice adjoint//e agricult/eur/rice ami//e architecte aut/eur/rice bénévole= candidat//e chanteu/r/se collègue commerçant//e comédien//ne
conduct/eur/rice conseill/er/ère coordinat/eur/rice dirigeant//e délégué//e employé//e enquêt/eur/rice enseignant//e expert//e femme fil/s/le
fonctionnaire fondat/eur/rice frère gérant//e habitant//e homme infirmière ingénieur//e interne jeune journaliste mari metteu/r/se militant//e
musicien//ne mère médecin//-chef/-cheffe officier parent passag/er/ère patient//e patron//ne peintre polici/er/ère pompier poète psychologue père
pêcheur= responsable riverain//e romanci/er/ère scientifique soldat source= spécialiste syndicaliste sœur touriste témoin= vice-président//e victime
voisin//e écologue écrivain//e élu//e épou/x/se étudiant//e`,
  groupNouns: `
gouvernement police par/quet/ti ministère mairie entreprise syndicat association opposition commission`,
  documentNouns: `
communiqué lettre rapport texte message tribune`,
  bodyNouns: `
université ministère parti syndicat institut banque`,
  workNouns: `
album article baptisé//e chanson dit//e documentaire film intitulé//e/s journal livre magazine nommé//e opéra pièce po/ème/dcast roman spectacle
surnommé//e série tableau titr/e/é/ée émission`,
  nameParticles: 'de du des la le von van',
  abbreviations: 'm mm mme dr st ste av etc',
  elisions: 'l d qu n s c j m t jusqu lorsqu puisqu',
  hyphenPronouns: 'il elle on ils elles je nous',
  findDashSpeech,
  splitIncises: splitCommaIncises,
  givenNamesHe: `
adrien al/ain/ban/bert/exis/phonse/exandre am/aury/broise an/dré/atole/toine/tonin ar/mand/naud/thur august/e/in aurélien aymeric
ba/sile/stien/ptiste/rthélemy be/noît/rnard/njamin/rtrand blaise boris br/ice/uno camille charles christ/ian/ophe cl/aude/ément corentin cyril//le
cé/dric/lestin d/avid/enis/amien/aniel/idier/ominique e/nzo/liott/ugène/douard/mmanuel fab/ien/rice fer/nand/dinand flor/ent/ian fran/cis/çois
frédéric félix ga/ël/ston/briel/uthier ge/orges/rmain/offroy ghislain gilles grégo/ry/ire gu/y/illaume géra/ld/rd he/nri/rvé/ctor hippolyte honoré
hu/go/bert/gues isidore jacques jean jean-/luc/marc/paul/louis/marie/claude/michel/pierre/jacques/baptiste/françois/philippe
jo/ël/han/nas/rdan/seph/achim/nathan ju/les/lien/stin jér/émy/ôme/émie kévin la/mbert/urent lo/up/ïc/uis luc//as/ien ludovic léo//n/nard
ma/x/rc/this/xime/thias/thieu/urice/xence/tthieu mic/hel/haël/kaël médéric n/oël/athan/icolas o/scar/ctave/livier pa/ul/scal/trice phili/ppe/bert
pierre quentin ra/oul/faël/phaël/ymond ren/é/aud richard ro/bin/ger/bert/land/main/dolphe ré/mi/my/gis
s/acha/erge/imon/amuel/ylvain/téphane/tanislas/ébastien tanguy thibau/t/lt thierry thomas théo//dore/phile timothée tony tristan ulysse val/éry/entin
vi/ctor/vien/ncent/rgile william xavier yann//ick yohan yv/an/es é/lie/ric/mile/douard/tienne`,
  givenNamesShe: `
ad/èle/rienne ag/nès/athe alex/ia/andra ali/ce/ne am/élie/andine an/ne/aïs/nie/drée/nick/gélique/ne-marie/toinette/ne-sophie apolline ar/iane/melle
astrid au/drey/rore/rélie axelle aïcha b/rune/arbara/lanche/rigitte/éatrice/énédicte/ernadette ca/rine/role/mille/pucine/roline/therine
cha/ntal/rlène/rlotte chloé christ/ine/elle/iane cla/ra/ire/risse/udine clotilde clémen/ce/tine co/line/lette/ralie/rinne/nstance cécile céli/a/ne
d/iane/enise/aniele/anièle/éborah/elphine/ominique el/la/sa emma//nuelle est/her/elle eugénie eva fa/nny/tima/bienne flavie flor/a/e/ence
fr/ançoise/édérique g/aëlle/isèle/ermaine/abrielle/eneviève/hislaine h/élène/éloïse/ortense/uguette/enriette in/ès/grid ir/is/ène isa/ure/belle
jacqueline je/anne/ssica/nnifer jo/ëlle/hanna/siane/séphine judith juli/a/e/ette justine karine laetitia laur/a/e/ence lila= lise lola louis/a/e
luci/e/le/enne ludivine lydie lætitia lé/a/na/onie/onor madeleine manon
mar/a/ia/ie/ine/ion/the/yse/gaux/lène/tine/ianne/guerite/ie-claude/ie-hélène/ie-pierre mathilde mi/chèle/reille monique muriel myriam mél/anie/issa
nad/ia/ine/ège nathalie nina no/ra/émie o/dile/dette/livia/riane/phélie pa/ola/ula/ule/scale/uline/tricia perrine pé/tra/nélope
r/ita/ose/enée/omane/oxane/égine/achida/osalie/aphaëlle sa/rah/bine/lomé/ndra/brina/ndrine si/mone/bylle so/nia/lène/phie/lange stéphanie suzanne
sylvie ségolène thérèse tiphaine va/lérie/nessa/lentine victo/ire/ria viviane véronique y/vette/vonne/asmine/olande zoé
él/ise/iane/odie/oïse/éonore/isabeth évelyne`,
  indefinites: `
autre certains chaque plusieurs un//e`,
  personNounsShe: `
a/ctrice/utrice/gricultrice c/andidate/hanteuse/omédienne/onseillère dirigeante e/xperte/mployée/nseignante f/emme/ille/ondatrice gérante habitante
infirmière metteuse mère patronne romancière sœur voisine épouse étudiante`,
  personNounsHe: `
a/cteur/uteur/griculteur c/andidat/hanteur/omédien/onseiller dirigeant e/xpert/mployé/nseignant f/ils/rère/ondateur gérant habitant homme mari patron
père romancier voisin étudiant`,
  comparatives: `
comme`,
};
