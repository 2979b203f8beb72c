import type { LanguageData } from './language.ts';
import { OTHER_GRAMMAR } from './other-grammar.ts';

export const german: LanguageData = {
  code: 'de',
  ...OTHER_GRAMMAR,
  nounCapitals: true,
  cueVerbs: `
sag/te/t/ten/en ges/agt/tand erklärt/e//en betont/e/ meint/e/ schr/ieb/eibt/ieben fügte ergänzte kritisiert/e/ warnt/e/ fordert/e/ kündigte teilte
antwortet/e/ fragt/e/ behauptet/e/ berichtet/e//en bekräftigte bestätigte räumte versicherte verkündete twitterte postete lobte mahnte unterstrich
erläuterte äußerte entgegnete erwiderte rief urteilte zitierte monierte resümierte bilanzierte hieß heißt stellte begründete spr/ach/icht erinnerte
verteidigte beklagte bedauerte versprach drohte verlangte findet fand glaubt hofft//e freute gab zeigte konstatierte schilderte erzählt/e/
gest/and/eht/anden scherzt/e/ schimpft/e/ klagt/e/ jubelt/e/ freut spottet/e/ seufzt/e/ lacht/e/ entschuldigt/e/ prophezeit/e/ präzisierte
wiederholt/e/ argumentiert/e/ vermutet/e/ prognostiziert/e/ appelliert/e/ verteidigt verspricht droht verlangt bekräftigt versichert bestätigt
erinnert zitiert beklagt bedauert ergänzt ruft erzählten`,
  thoughtVerbs: 'findet fand glaubt hofft//e',
  phraseVerbs: 'nannte nennt bezeichnet/e/ beschrieb sprach warf wertete würdigte',
  sourcePhrases: `
so laut nach_angaben_von nach_angaben_des nach_angaben_der nach_den_worten_von wie nach_ansicht_von nach_meinung_von nach_aussage_von
den_angaben_zufolge in_den_worten_von aus_sicht_von nach_seinen_worten nach_ihren_worten nach_seinen_angaben nach_ihren_angaben seiner_meinung_nach
ihrer_meinung_nach laut_ihm laut_ihr`,
  auxiliaries: `
ist sind war//en hat//te/ten habe/n/ wird werden wurde//n sei//en könne//n kann muss müssen soll//en will wollen würde dürfe`,
  determiners: 'der die//ser/se/ses das den dem des ein//e/en/em/er/es/ige jede/r/ viele mehrere alle beide',
  possessives: 'sein//e/en/em/er ihr//e/en/em/er unser//e mein//e',
  he: 'er',
  she: 'sie',
  otherPronouns: 'ich wir man es jemand niemand',
  objectPronouns: 'ihn//en ihm mich mir uns sich euch dich dir',
  relatives: 'welche/r//s wer was wo wann wie warum',
  prepositions: `
von vom in im an am auf aus bei//m mit nach zu zum zur über unter für gegen//über ohne um durch vor hinter zwischen seit während wegen trotz bis ab
laut`,
  conjunctions: 'und oder aber denn sondern dass weil wenn als ob obwohl während doch nachdem bevor damit',
  adverbs: `
nicht auch noch schon dan/n/ach jetzt heute gestern morgen immer nur sehr hier dort weiter zudem außerdem bereits jedoch dabei deshalb zuvor später
nun hinzu an ein mit aus erneut`,
  otherVerbs:
    'kam kommt ging geht macht//e steht stand liegt lag bleibt blieb gibt sieht sah traf/en/ begann',
  complementisers: 'dass ob wie',
  timeNames: `
montag//abend dienstag mittwoch donnerstag freitag//abend samstag sonntag januar februar märz april mai juni juli august september oktober november
dezember uhr`,
  titles: `
präsident//in bundespräsident kanzler//in bundeskanzler//in minister//in ministerpräsident//in bürgermeister//in oberbürgermeister//in herr frau dr
prof//essor professorin chef//in vorsitzende/r/ general generalsekretär sprecher//in direktor//in senator//in abgeordnete/r/ trainer//in richter//in
papst bischof könig//in autor//in ökonom//in expert/e/in leiter//in geschäftsführer//in anw/alt/ältin intendant//in regisseur//in
vize//kanzler/kanzlerin außenminister//in gouverneur//in kommissar//in landrat landrätin stadtrat stadträtin pfarrer//in rektor//in botschafter//in
präses kardinal verteidigungsminister//in sportdirektor manager//in kapitän bundestrainer//in pressesprecher//in staatsanw/alt/ältin`,
  titlesHe: 'herr präsident kanzler bundeskanzler minister bürgermeister sprecher direktor könig papst',
  titlesShe: `
frau präsidentin kanzlerin bundeskanzlerin ministerin bürgermeisterin sprecherin direktorin königin intendantin regisseurin außenministerin landrätin
stadträtin pressesprecherin vorsitzende chefin trainerin`,
  personNouns: `
politiker//in mann frau mutter vater nachbar//in zeug/e/in forscher//in arzt ärztin lehrer//in bauer bäuerin anwohner bewohner gewerkschafter
unternehmer//in kommissar historiker//in beamter intendant//in regisseur//in schauspieler//in ingenieur//in schriftsteller//in dichter//in musiker//in
sänger//in maler//in künstler//in fischer//in student//in wissenschaftler//in psycholog/e/in soziolog/e/in journalist//in reporter//in soldat//in
offizier//in beamtin mitarbeiter//in fahrer//in tourist//in sohn tochter bruder schwester freund//in ehemann ehefrau stadtrat stadträtin feuerwehrmann
polizist//in architekt//in biolog/e/in geolog/e/in kollege kollegin augenzeug/e/in betreiber//in inhaber//in besitzer//in gründer//in pilot//in
spieler//in wirt//in bäcker//in`,
  personEndings: `
präsident//in minister//in chef//in sprecher//in vorsitzende//r politiker//in meister//in sekretär//in kanzler direktor//in leiter//in expert/e/in
forscher//in trainer//in kommissar//in anw/alt/ältin beauftragte//r arzt ärztin händler//in führer//in träger//in schüler//in spieler//in fahrer//in
wissenschaftler//in berater//in kämpfer//in züchter//in hüter//in wart//in regisseur//in ingenieur//in`,
  groupNouns: `
polizei regierung partei ministerium behörde unternehmen gericht verband gewerkschaft opposition fraktion kommission`,
  documentNouns: 'erklärung mitteilung brief bericht stellungnahme studie urteil',
  bodyNouns: 'universität zeitung verband ministerium institut gmbh ag partei bank',
  workNouns: `
buch roman film lied song serie album stück titel band oper gedicht ausstellung zeitung zeitschrift magazin theaterstück stücks romans films buches
projekt sendung podcast gemälde titels zeitungs`,
  nameParticles: 'von van zu de der',
  abbreviations: 'dr prof nr bzw ca usw z.b u.a st hr fr',
  givenNamesHe: `
bernd dieter dirk friedrich fritz gerhard gregor heiko heinrich helmut holger horst jens jörg kai karsten manfred markus norbert ralf rainer rolf
rüdiger sigmar sven thorsten tobias torsten ulrich uwe volker achim adalbert adrian albrecht alfred alois andreas anton armin arne arnold artur
bastian benedikt benno bernhard berthold bodo boris björn carsten christof clemens cornelius detlef detlev dominik eberhard eckart egon elias emil
erich ernst erwin eugen ewald fabian ferdinand florian frank franz georg gero gert gottfried götz guido gunther günther gustav hannes hansjörg harald
hartmut hauke heinz henning henrik herbert hermann hubert hubertus ingo jakob jan jannik joachim jochen johann johannes jonas josef jost julian jürgen
kaspar kilian klaus konrad konstantin kurt leon leonhard leopold linus lorenz lothar ludger ludwig lukas lutz maik malte marcel marco mario marius
mathis matthias maximilian merlin michael moritz niklas nils olaf ole oliver oskar otto pascal paul philipp raphael reiner reinhard reinhold roland
roman ruben rudolf rupert sascha sebastian siegfried simon stefan steffen swen theo theodor till timo tino tom udo ulf valentin veit viktor vincent
vinzenz walter werner wilfried wilhelm willi winfried wolf wolfgang`,
  givenNamesShe: `
annalena annegret birgit claudia franziska gesine hannelore ilse karin katja katrin manuela martina nicola renate ricarda saskia silke svenja ulrike
uta adelheid agnes alexandra alina almut amelie andrea angela angelika anita anja anke anna anne anneliese annette antje astrid barbara bärbel beate
bettina brigitte britta carla carola charlotte christa christel christiane christina clara cordula cornelia dagmar daniela diana doris dorothea edith
elfriede elisabeth elke ellen elsa emma erika esther eva evelyn frauke frieda friederike gabi gabriele gerda gisela grete gudrun hanna hannah heidi
heike helga henriette hilde ida ilona ines inga inge ingrid irene iris irmgard isabel jana janina jasmin jessica johanna judith jule julia jutta karla
karoline katharina kathrin kerstin kirsten klara kristin lara laura lea lena leonie lina linda lisa lotte luise lydia maike mara mareike margarete
margot margrit maria marianne marie marina marion marlene marlies martha mathilde melanie merle mia michaela miriam mona monika nadine nadja natalie
nele nicole nina nora olga paula pauline petra pia regina rita rosa rosemarie ruth sabine sandra sara sibylle sigrid simone sina sofia sonja sophia
sophie stefanie stella susanne sybille tanja tatjana theresa ursula ute vera verena veronika viktoria waltraud wiebke yvonne`,
  indefinites: `
ein eine einer eines einem einen kein keine`,
  personNounsShe: `
frau mutter tochter schwester freundin ehefrau intendantin regisseurin schauspielerin ingenieurin lehrerin ärztin sängerin künstlerin autorin
nachbarin forscherin historikerin`,
  personNounsHe: `
mann vater sohn bruder freund ehemann intendant regisseur schauspieler ingenieur lehrer arzt bauer sänger künstler nachbar förster`,
  comparatives: `
wie`,
};
