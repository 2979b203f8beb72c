import type { LanguageData } from './language.ts';

export const german: LanguageData = {
  code: 'de',
  nounCapitals: true,
  cueVerbs: `
sag/te/t/ten/en ges/agt/tand erklärt/e//en betont/e/ meint/e/ schr/ieb/eibt/ieben fügte ergänzte kritisiert/e/ warnt/e/ fordert/e/ kündigte teilte
antwortet/e/ fragt/e/ behauptet/e/ berichtet/e//en bekräftigte bestätigte räumte versicherte verkündete twitterte postete lobte mahnte unterstrich
erläuterte äußerte entgegnete erwiderte rief urteilte zitierte monierte resümierte bilanzierte hieß heißt stellte begründete spr/ach/icht erinnerte
verteidigte beklagte bedauerte versprach drohte verlangte findet fand glaubt hofft//e freute gab zeigte konstatierte schilderte erzählt/e/`,
  thoughtVerbs: 'findet fand glaubt hofft//e',
  phraseVerbs: 'nannte nennt bezeichnet/e/ beschrieb sprach warf wertete würdigte',
  sourcePhrases: 'so laut nach_angaben_von nach_angaben_des nach_angaben_der nach_den_worten_von wie',
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
papst bischof könig//in autor//in ökonom//in expert/e/in leiter//in geschäftsführer//in anw/alt/ältin`,
  titlesHe: 'herr präsident kanzler bundeskanzler minister bürgermeister sprecher direktor könig papst',
  titlesShe:
    'frau präsidentin kanzlerin bundeskanzlerin ministerin bürgermeisterin sprecherin direktorin königin',
  personNouns: `
politiker//in mann frau mutter vater nachbar//in zeug/e/in forscher//in arzt ärztin lehrer//in bauer bäuerin anwohner bewohner gewerkschafter
unternehmer//in kommissar historiker//in beamter`,
  personEndings: `
präsident//in minister//in chef//in sprecher//in vorsitzende//r politiker//in meister//in sekretär//in kanzler direktor//in leiter//in expert/e/in
forscher//in trainer//in kommissar//in anw/alt/ältin beauftragte//r`,
  groupNouns: `
polizei regierung partei ministerium behörde unternehmen gericht verband gewerkschaft opposition fraktion kommission`,
  documentNouns: 'erklärung mitteilung brief bericht stellungnahme studie urteil',
  bodyNouns: 'universität zeitung verband ministerium institut gmbh ag partei bank',
  workNouns: 'buch roman film lied song serie album stück titel band',
  nameParticles: 'von van zu de der',
  abbreviations: 'dr prof nr bzw ca usw z.b u.a st hr fr',
  givenNamesHe: `
bernd dieter dirk friedrich fritz gerhard gregor heiko heinrich helmut holger horst jens jörg kai karsten manfred markus norbert ralf rainer rolf
rüdiger sigmar sven thorsten tobias torsten ulrich uwe volker`,
  givenNamesShe: `
annalena annegret birgit claudia franziska gesine hannelore ilse karin katja katrin manuela martina nicola renate ricarda saskia silke svenja ulrike
uta`,
};
