import { splitDashIncises } from '../incises.ts';
import { findDashSpeech } from '../speech-dashes.ts';
import type { LanguageData } from './language.ts';

export const polish: LanguageData = {
  code: 'pl',
  cueVerbs: `
powiedzi/ał/ała/eli mówi//ą/ł/ła stwierdz/ił/iła/a doda/ł/ła/je oświadczył//a podkreśl/ił/iła/a zaznacz/ył/yła/a napisał//a pisze wyjaśni/ł/ła/a
oceni/ł/ła/a zapewni/ł/ła/a przyzna/ł/ła/je zapowiedział//a tłumaczy//ł/ła uważa twierdzi//ł przek/onuje/azał/azała przekonywał komentuje
skomentował//a poinformował//a informuje zauważ/ył/yła/a ostrzeg/ł/ła/a odpowiedział//a odp/arł/arła zapytał//a pyta//ł wezwał//a apel/uje/ował
opowiada//ł/ła wspomina//ł/ła przypom/niał/niała/ina ogłosił//a obiecał//a relacjon/uje/ował wskaz/ał/ała/uje zadeklarował//a krzyknął zawołał czytamy
zarzucił//a`,
  phraseVerbs: 'nazwał//a określił//a mówił',
  sourcePhrases: 'według zdaniem',
  auxiliaries: 'jest są był//a/o byli być będ/zie/ą ma mają miał//a może mogą musi',
  determiners: 'ten ta to ci te tego tej każdy wielu kilka dwa dwie trzy wszyscy',
  possessives: 'jego jej ich nasz//a mój moja swój swoj/ą/e',
  he: 'on',
  she: 'ona',
  they: 'oni one',
  otherPronouns: 'ja my ktoś nikt',
  objectPronouns: 'go mu ją mnie nam nas się jemu niej',
  relatives: 'któr/y/a/e/zy kto co gdzie kiedy',
  prepositions: 'według zdaniem w we z ze na do od dla o po prz/ez/ed/y pod//czas nad za bez między wobec u',
  conjunctions: 'jak i a ale lub oraz jednak ponieważ bo że gdy jeśli kiedy choć więc',
  adverbs: `
nie też także już jeszcze bardzo zawsze nigdy wczoraj dzi/ś/siaj jutro potem następnie tutaj tam teraz tylko również`,
  otherVerbs: 'przyszedł poszedł zrobił robi chce stoi leży widzi wie',
  complementisers: 'że',
  timeNames: `
poniedziałek wtorek środ/ę/a czwartek piątek sobot/ę/a niedziel/ę/a stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
listopada grudnia`,
  titles: `
prez/ydent/es/eska premier minister wicepremier wiceminister senator//ka pos/eł/łanka burmistrz//yni wojewoda dyrektor//ka generał prof/esor/ dr
pan//i papież król//owa rzeczni/k/czka sekretarz szef//owa sędzia prokurator mecenas lider//ka ekonomist/a/ka history/k/czka trener//ka kanclerz
marszałek wójt`,
  titlesHe: 'pan poseł król papież rzecznik prezes szef ekonomista historyk',
  titlesShe: 'pani posłanka królowa rzeczniczka prezeska szefowa ekonomistka burmistrzyni dyrektorka',
  personNouns: `
mężczyzna kobieta sąsiad//ka matka ojciec rolnik lekar/z/ka pielęgniarka nauczyciel//ka właściciel//ka świad/ek/kowie autor//ka kandydat//ka
ekspert//ka mieszkan/iec/ka przedsiębiorca działacz//ka polityk badacz//ka`,
  groupNouns: 'rząd policja partia ministerstwo firma związek opozycja stowarzyszenie komisja prokuratura',
  documentNouns: 'oświadczenie komunikat list raport',
  bodyNouns: 'uniwersytet ministerstwo partia instytut bank',
  workNouns: 'książk/a/i powieść film piosenka serial album sztuka tytuł',
  nameParticles: 'de von van',
  abbreviations: 'dr prof im ul ok godz tzw np gen mec',
  findDashSpeech,
  splitIncises: splitDashIncises,
  givenNamesHe: `
jarosław janusz jerzy grzegorz michał marcin marek mateusz radosław rafał stanisław szymon władysław wojciech zbigniew jacek bogdan dariusz`,
  givenNamesShe: `
beata danuta dorota elżbieta hanna krystyna magda magdalena monika zofia`,
};
