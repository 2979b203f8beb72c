import type { LanguageData } from './language.ts';

export const polish: LanguageData = {
  code: 'pl',
  cueVerbs: `powiedział powiedziała powiedzieli mówi mówią mówił mówiła stwierdził stwierdziła stwierdza dodał dodała dodaje oświadczył
oświadczyła podkreślił podkreśliła podkreśla zaznaczył zaznaczyła zaznacza napisał napisała pisze wyjaśnił wyjaśniła wyjaśnia ocenił
oceniła ocenia zapewnił zapewniła zapewnia przyznał przyznała przyznaje zapowiedział zapowiedziała tłumaczy tłumaczył tłumaczyła
uważa twierdzi twierdził przekonuje przekonywał komentuje skomentował skomentowała poinformował poinformowała informuje zauważył
zauważyła zauważa ostrzegł ostrzegła ostrzega odpowiedział odpowiedziała odpowiada zapytał zapytała pyta pytał wezwał wezwała apeluje
apelował opowiada opowiadał opowiadała wspomina wspominał wspominała przypomniał przypomniała przypomina ogłosił ogłosiła obiecał
obiecała relacjonuje relacjonował wskazał wskazała wskazuje przekazał przekazała zadeklarował zadeklarowała krzyknął zawołał odparł
odparła czytamy zarzucił zarzuciła`,
  phraseVerbs: 'nazwał nazwała określił określiła mówił',
  sourcePhrases: 'według zdaniem',
  auxiliaries: 'jest są był była było byli być będzie będą ma mają miał miała może mogą musi',
  determiners: 'ten ta to ci te tego tej każdy wielu kilka dwa dwie trzy wszyscy',
  possessives: 'jego jej ich nasz nasza mój moja swój swoją swoje',
  he: 'on',
  she: 'ona',
  they: 'oni one',
  otherPronouns: 'ja my ktoś nikt',
  objectPronouns: 'go mu ją mnie nam nas się jemu niej',
  relatives: 'który która które którzy kto co gdzie kiedy',
  prepositions:
    'według zdaniem w we z ze na do od dla o po przez przed przy pod nad za bez między wobec podczas u',
  conjunctions: 'jak i a ale lub oraz jednak ponieważ bo że gdy jeśli kiedy choć więc',
  adverbs:
    'nie też także już jeszcze bardzo zawsze nigdy wczoraj dziś dzisiaj jutro potem następnie tutaj tam teraz tylko również',
  otherVerbs: 'przyszedł poszedł zrobił robi chce stoi leży widzi wie',
  complementisers: 'że',
  timeNames:
    'poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  titles: `prezydent premier minister wicepremier wiceminister senator senatorka poseł posłanka burmistrz burmistrzyni wojewoda
dyrektor dyrektorka generał profesor prof dr pan pani papież król królowa rzecznik rzeczniczka sekretarz prezes prezeska szef szefowa
sędzia prokurator mecenas lider liderka ekonomista ekonomistka historyk historyczka trener trenerka kanclerz marszałek wójt`,
  titlesHe: 'pan poseł król papież rzecznik prezes szef ekonomista historyk',
  titlesShe: 'pani posłanka królowa rzeczniczka prezeska szefowa ekonomistka burmistrzyni dyrektorka',
  personNouns: `mężczyzna kobieta sąsiad sąsiadka matka ojciec rolnik lekarz lekarka pielęgniarka nauczyciel nauczycielka właściciel
właścicielka świadek świadkowie autor autorka kandydat kandydatka ekspert ekspertka mieszkaniec mieszkanka przedsiębiorca działacz
działaczka polityk badacz badaczka`,
  groupNouns: 'rząd policja partia ministerstwo firma związek opozycja stowarzyszenie komisja prokuratura',
  documentNouns: 'oświadczenie komunikat list raport',
  bodyNouns: 'uniwersytet ministerstwo partia instytut bank',
  workNouns: 'książka książki powieść film piosenka serial album sztuka tytuł',
  nameParticles: 'de von van',
  abbreviations: 'dr prof im ul ok godz tzw np gen mec',
  speechDashes: true,
  incises: 'dash',
};
