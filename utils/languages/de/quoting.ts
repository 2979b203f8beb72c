import type { LanguageData } from '../../quotes/languages/language.ts';
import { OTHER_GRAMMAR } from '../../quotes/languages/other-grammar.ts';

export const german: LanguageData = {
  code: 'de',
  ...OTHER_GRAMMAR,
  nounCapitals: true,
  cueVerbs: `
antwortet//e appelliert//e argumentiert//e bedauert//e begründete behauptet//e beklagt//e bekräftigt//e berichtet//e/en bestätigt//e betont//e
bilanzierte droht//e entgegnete entschuldigt//e ergänzt//e erinnert//e erklärt//e/en erläuterte erwiderte erzählt//e/en fand findet fordert//e
fragt//e freut//e fügte gab ges/agt/tand/teht/tanden glaubt heißt hieß hofft//e jubelt//e klagt//e konstatierte kritisiert//e kündigte lacht//e lobte
mahnte meint//e monierte postete prognostiziert//e prophezeit//e präzisierte r/ief/uft/äumte/esümierte sag/t/en/te/ten scherzt//e schilderte
schimpft//e schr/ieb/eibt/ieben seufzt//e spottet//e spr/ach/icht stellte teilte twitterte unterstrich urteilte verkündete verlangt//e vermutet//e
versichert//e verspr/ach/icht verteidigt//e warnt//e wiederholt//e zeigte zitiert//e äußerte`,
  thoughtVerbs: 'findet fand glaubt hofft//e',
  phraseVerbs: `
beschrieb bezeichnet//e nannte nennt sprach w/arf/ertete/ürdigte`,
  sourcePhrases: `
so laut nach_angaben_von nach_angaben_des nach_angaben_der nach_den_worten_von wie nach_ansicht_von nach_meinung_von nach_aussage_von
den_angaben_zufolge in_den_worten_von aus_sicht_von nach_seinen_worten nach_ihren_worten nach_seinen_angaben nach_ihren_angaben seiner_meinung_nach
ihrer_meinung_nach laut_ihm laut_ihr`,
  impersonals: `
man_hört man_hörte hört_man hörte_man hörten_wir man_sagt sagt_man man_sagte sagte_man man_rief rief_man zu_hören es_ertönte ertönte_es ertönt_es es_erscholl erscholl_es`,
  hearsay:
    'hieß_es heißt_es rief_es tönte_es tönt_es schallte_es schallt_es hallte_es verlautet verlautete kam_der_ruf ertönte_der_ruf',
  auxiliaries: `
dürfe habe//n hat//te/ten ist kann könne//n muss müssen sei//en sind soll//en war//en werden wi/ll/rd wollen wurde//n würde`,
  determiners: `
alle beide das de/m/n/r/s die diese//r/s ein//e/em/en/er/es/ige jede//r mehrere viele`,
  possessives: `
sein//e/en/em/er ihr//e/en/em/er unser//e mein//e`,
  he: 'er',
  she: 'sie',
  otherPronouns: 'ich wir man es jemand niemand',
  firstPerson: 'ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer',
  objectPronouns: `
di/r/ch euch ih/m/n/nen mi/r/ch sich uns`,
  relatives: 'welche/r//s wer was wo wann wie warum',
  prepositions: `
a/b/m/n/uf/us bei//m bis durch für gegen//über hinter im in laut mit nach ohne seit trotz um unter vo/m/n/r wegen während zu//m/r zwischen über`,
  conjunctions: `
aber als bevor d/ass/enn/och/amit nachdem ob//wohl oder sondern und we/il/nn während`,
  adverbs: `
an au/s/ch/ßerdem bereits da/nn/bei/nach deshalb dort ein erneut gestern heute hi/er/nzu immer je/tzt/doch mit morgen n/un/ur/och/icht
s/ehr/chon/päter weiter zu/dem/vor`,
  otherVerbs:
    'kam kommt ging geht macht//e steht stand liegt lag bleibt blieb gibt sieht sah traf/en/ begann',
  complementisers: 'dass ob wie',
  timeNames: `
april august d/ezember/ienstag/onnerstag februar freitag//abend januar ju/li/ni mai mittwoch montag//abend märz november oktober
s/amstag/onntag/eptember uhr`,
  titles: `
abgeordnete//r anw/alt/ältin autor//in außenminister//in bischof botschafter//in bundeskanzler//in bundespräsident bundestrainer//in bürgermeister//in
chef//in direktor//in dr expert/e/in frau general//sekretär geschäftsführer//in gouverneur//in herr intendant//in kanzler//in kapitän kardinal
kommissar//in könig//in landr/at/ätin leiter//in manager//in minister//in/präsident/präsidentin oberbürgermeister//in papst pfarrer//in
pressesprecher//in prof professor//in präses präsident//in regisseur//in rektor//in richter//in senator//in sportdirektor sprecher//in
staatsanw/alt/ältin stadtr/at/ätin trainer//in verteidigungsminister//in vize vizekanzler//in vorsitzende//r ökonom//in`,
  titlesHe: `
herr präsident kanzler bundeskanzler minister bürgermeister sprecher direktor könig papst`,
  titlesShe: `
außenministerin bundeskanzlerin bürgermeisterin chefin direktorin frau intendantin kanzlerin königin landrätin ministerin pr/äsidentin/essesprecherin
regisseurin sprecherin stadträtin trainerin vorsitzende`,
  personNouns: `
anwohner architekt//in arzt augenzeug/e/in bauer beamt/er/in besitzer//in betreiber//in bewohner biolog/e/in bruder bäcker//in bäuerin dichter//in
ehe/frau/mann fahrer//in feuerwehrmann fischer//in forscher//in frau freund//in geolog/e/in gewerkschafter gründer//in historiker//in ingenieur//in
inhaber//in intendant//in journalist//in kolleg/e/in kommissar künstler//in lehrer//in maler//in mann mitarbeiter//in musiker//in mutter nachbar//in
offizier//in pilot//in politiker//in polizist//in psycholog/e/in regisseur//in reporter//in schauspieler//in schriftsteller//in schwester sohn
soldat//in soziolog/e/in spieler//in stadtr/at/ätin student//in sänger//in tochter tourist//in unternehmer//in vater wirt//in wissenschaftler//in
zeug/e/in ärztin`,
  personEndings: `
präsident//in minister//in chef//in sprecher//in vorsitzende//r politiker//in meister//in sekretär//in kanzler direktor//in leiter//in expert/e/in
forscher//in trainer//in kommissar//in anw/alt/ältin beauftragte//r arzt ärztin händler//in führer//in träger//in schüler//in spieler//in fahrer//in
wissenschaftler//in berater//in kämpfer//in züchter//in hüter//in wart//in regisseur//in ingenieur//in`,
  groupNouns: `
behörde fraktion ge/richt/werkschaft kommission ministerium opposition partei polizei regierung unternehmen verband`,
  documentNouns: `
bericht brief erklärung mitteilung st/udie/ellungnahme urteil`,
  bodyNouns: `
universität zeitung verband ministerium institut gmbh ag partei bank`,
  workNouns: `
album ausstellung band buch//es film= ge/dicht/mälde lied magazin oper podcast projekt roman= se/rie/ndung song stück= theaterstück titel= zeitschrift
zeitung=`,
  nameParticles: 'von van zu de der',
  abbreviations: 'dr prof nr bzw ca usw z.b u.a st hr fr',
  givenNamesHe: `
achim ad/rian/albert al/ois/fred/brecht an/ton/dreas ar/ne/min/tur/nold bastian ben/no/edikt ber/nd/nhard/thold björn bo/do/ris
c/arsten/lemens/hristof/ornelius detle/f/v di/rk/eter dominik e/gon/mil/lias/rich/rnst/rwin/ugen/wald/ckart/berhard fabian ferdinand florian fran/k/z
fri/tz/edrich g/ero/ert/ötz/eorg/uido/regor/ustav/erhard/unther/ünther/ottfried ha/uke/nnes/rald/rtmut/nsjörg
he/iko/inz/lmut/nrik/nning/rbert/rmann/inrich ho/rst/lger hubert//us ingo ja/n/kob/nnik jens jo/st/nas/sef/chen/hann/achim/hannes julian jörg jürgen
k/ai/urt/laus/aspar/ilian/onrad/arsten/onstantin leo/n/pold/nhard linus lo/renz/thar lu/tz/kas/dger/dwig
ma/ik/lte/rco/rio/rcel/rius/rkus/this/nfred/tthias/ximilian merlin michael moritz ni/ls/klas norbert ol/e/af/iver oskar otto pa/ul/scal philipp
ra/lf/iner/phael rein/er/hard/hold ro/lf/man/land ru/ben/dolf/pert rüdiger s/ven/wen/imon/ascha/igmar/tefan/teffen/ebastian/iegfried theo//dor
thorsten ti/ll/mo/no to/m/bias/rsten u/do/lf/we/lrich v/eit/iktor/olker/incent/inzenz/alentin walter werner wil/li/helm/fried winfried wolf//gang`,
  givenNamesShe: `
adelheid agnes al/ina/mut/exandra amelie an/ja/ke/na/ne/ita/tje/drea/gela/nette/gelika/nalena/negret/neliese astrid
b/eate/irgit/ritta/ärbel/arbara/ettina/rigitte car/la/ola charlotte christ/a/el/ina/iane cla/ra/udia cor/dula/nelia da/gmar/niela diana dor/is/othea
e/va/lke/lsa/mma/dith/llen/rika/sther/velyn/lfriede/lisabeth fra/uke/nziska fried/a/erike g/abi/erda/rete/esine/isela/udrun/abriele hann/a/ah/elore
he/idi/ike/lga/nriette hilde ida il/se/ona ines ing/a/e/rid ir/is/ene/mgard isabel ja/na/nina/smin jessica johanna ju/le/lia/tta/dith kar/in/la/oline
kat/ja/rin/hrin/harina kerstin kirsten klara kristin l/ea/ara/ena/ina/isa/aura/inda/otte/uise/ydia/eonie maike manuela
mar/a/ia/ie/got/ina/ion/tha/eike/grit/lene/lies/tina/ianne/garete mathilde me/rle/lanie mi/a/riam/chaela mon/a/ika na/dja/dine/talie nele nicol/a/e
nina nora olga paul/a/ine petra pia r/ita/osa/uth/egina/enate/icarda/osemarie sa/ra/bine/ndra/skia si/na/lke/grid/mone/bylle so/fia/nja/phia/phie
ste/lla/fanie susanne svenja sybille ta/nja/tjana theresa u/ta/te/lrike/rsula ver/a/ena/onika viktoria waltraud wiebke yvonne`,
  indefinites: `
ein eine//m/n/r/s kein//e`,
  personNounsShe: `
autorin ehefrau forscherin fr/au/eundin historikerin in/genieurin/tendantin künstlerin lehrerin mutter nachbarin regisseurin sch/wester/auspielerin
sängerin tochter ärztin`,
  personNounsHe: `
arzt bauer bruder ehemann freund förster in/genieur/tendant künstler lehrer mann nachbar regisseur s/ohn/änger/chauspieler vater`,
  comparatives: `
wie`,
};
