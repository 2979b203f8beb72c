import type { LanguageData } from './language.ts';

export const german: LanguageData = {
  code: 'de',
  nounCapitals: true,
  cueVerbs: `sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint schrieb schreibt schrieben fügte
ergänzte kritisierte kritisiert warnte warnt forderte fordert kündigte teilte antwortete antwortet fragte fragt behauptete behauptet
berichtete berichtet berichteten bekräftigte bestätigte räumte gestand versicherte verkündete twitterte postete lobte mahnte
unterstrich erläuterte äußerte entgegnete erwiderte rief urteilte zitierte monierte resümierte bilanzierte hieß heißt stellte
begründete sprach spricht erinnerte verteidigte beklagte bedauerte versprach drohte verlangte findet fand glaubt
hofft hoffte freute gab zeigte konstatierte schilderte erzählte erzählt`,
  thoughtVerbs: 'findet fand glaubt hofft hoffte',
  phraseVerbs: 'nannte nennt bezeichnete bezeichnet beschrieb sprach warf wertete würdigte',
  sourcePhrases: 'so laut nach_angaben_von nach_angaben_des nach_angaben_der nach_den_worten_von wie',
  auxiliaries:
    'ist sind war waren hat haben hatte hatten wird werden wurde wurden sei seien habe habe könne kann können muss müssen soll sollen will wollen würde dürfe',
  determiners:
    'der die das den dem des ein eine einen einem einer eines dieser diese dieses jeder jede viele einige mehrere alle beide',
  possessives: 'sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere mein meine',
  he: 'er',
  she: 'sie',
  otherPronouns: 'ich wir man es jemand niemand',
  objectPronouns: 'ihn ihm mich mir uns sich euch ihnen dich dir',
  relatives: 'welcher welche welches wer was wo wann wie warum',
  prepositions:
    'von vom in im an am auf aus bei beim mit nach zu zum zur über unter für gegen ohne um durch vor hinter zwischen seit während wegen trotz bis ab gegenüber laut',
  conjunctions: 'und oder aber denn sondern dass weil wenn als ob obwohl während doch nachdem bevor damit',
  adverbs:
    'nicht auch noch schon dann jetzt heute gestern morgen immer nur sehr hier dort weiter zudem außerdem bereits jedoch dabei deshalb danach zuvor später nun hinzu an ein mit aus erneut',
  otherVerbs:
    'kam kommt ging geht macht machte steht stand liegt lag bleibt blieb gibt sieht sah trafen traf begann',
  complementisers: 'dass ob wie',
  timeNames:
    'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember montagabend freitagabend uhr',
  titles: `präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin
ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin herr frau dr prof
professor professorin chef chefin vorsitzender vorsitzende general generalsekretär sprecher sprecherin direktor direktorin
senator senatorin abgeordneter abgeordnete trainer trainerin richter richterin papst bischof könig königin autor autorin
ökonom ökonomin experte expertin leiter leiterin geschäftsführer geschäftsführerin anwalt anwältin`,
  titlesHe: 'herr präsident kanzler bundeskanzler minister bürgermeister sprecher direktor könig papst',
  titlesShe:
    'frau präsidentin kanzlerin bundeskanzlerin ministerin bürgermeisterin sprecherin direktorin königin',
  personNouns: `politiker politikerin mann frau mutter vater nachbar nachbarin zeuge zeugin forscher forscherin arzt ärztin lehrer
lehrerin bauer bäuerin anwohner bewohner gewerkschafter unternehmer unternehmerin kommissar historiker historikerin beamter`,
  personEndings:
    'präsident präsidentin minister ministerin chef chefin sprecher sprecherin vorsitzende vorsitzender politiker politikerin meister meisterin sekretär sekretärin kanzler direktor direktorin leiter leiterin experte expertin forscher forscherin trainer trainerin kommissar kommissarin anwalt anwältin beauftragte beauftragter',
  groupNouns:
    'polizei regierung partei ministerium behörde unternehmen gericht verband gewerkschaft opposition fraktion kommission',
  documentNouns: 'erklärung mitteilung brief bericht stellungnahme studie urteil',
  bodyNouns: 'universität zeitung verband ministerium institut gmbh ag partei bank',
  workNouns: 'buch roman film lied song serie album stück titel band',
  nameParticles: 'von van zu de der',
  abbreviations: 'dr prof nr bzw ca usw z.b u.a st hr fr',
};
