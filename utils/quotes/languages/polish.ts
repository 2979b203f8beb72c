import { splitDashIncises } from '../incises.ts';
import { findDashSpeech } from '../speech-dashes.ts';
import type { LanguageData } from './language.ts';
import { OTHER_GRAMMAR } from './other-grammar.ts';
import { foldPolishName } from './slavic-names.ts';

export const polish: LanguageData = {
  code: 'pl',
  ...OTHER_GRAMMAR,
  cueVerbs: `
powiedzi/ał/ała/eli mówi//ą/ł/ła stwierdz/ił/iła/a doda/ł/ła/je oświadczył//a podkreśl/ił/iła/a zaznacz/ył/yła/a napisał//a pisze wyjaśni/ł/ła/a
oceni/ł/ła/a zapewni/ł/ła/a przyzna/ł/ła/je zapowiedział//a tłumaczy//ł/ła uważa twierdzi//ł przek/onuje/azał/azała przekonywał komentuje
skomentował//a poinformował//a informuje zauważ/ył/yła/a ostrzeg/ł/ła/a odpowiedział//a odp/arł/arła zapytał//a pyta//ł wezwał//a apel/uje/ował
opowiada//ł/ła wspomina//ł/ła przypom/niał/niała/ina ogłosił//a obiecał//a relacjon/uje/ował wskaz/ał/ała/uje zadeklarował//a krzyknął zawołał czytamy
zarzucił//a zawołał//a żart/uje/ował/owała oburz/ył/yła/a protest/uje/ował/owała wzdycha//ł/ła westchn/ął/ęła potwierdz/ił/iła/a zaprzecz/ył/yła/a
przekon/ywała zaapelował//a relacjonowała obiec/uje/ywał/ywała podsum/ował/owała/owuje zaproponował//a proponuje sugeruje zasugerował//a narzeka//ł/ła
ubolewa//ł zdradz/ił/iła/a wyzn/ał/ała/aje krzyczy krzyknęła pisał//a uzasadni/ł/ła/a mówi/li odpowiada powtarza//ł/ła zdradza ujawni/ł/ła
zapewnia//ł/ła przestrzega//ł/ła przestrzegł//a śmieje śmiał śmiała uśmiecha uśmiechnął uśmiechnęła`,
  phraseVerbs: 'nazwał//a określił//a mówił',
  sourcePhrases: `
według zdaniem w_opinii w_ocenie jak_podaje słowami według_słów jego_zdaniem jej_zdaniem według_niego według_niej jego_słowami jej_słowami
w_jego_ocenie w_jej_ocenie w_jego_opinii w_jej_opinii`,
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
marszałek wójt ministr/a/ant/antka radn/y/a inżynier wojewodzina kierowni/k/czka zastęp/ca/czyni premierka wiceprezydent starosta dowódca pułkownik
major kapitan rektor//ka ksiądz biskup wicestarosta ordynator//ka`,
  titlesHe: 'pan poseł król papież rzecznik prezes szef ekonomista historyk',
  titlesShe: `
pani posłanka królowa rzeczniczka prezeska szefowa ekonomistka burmistrzyni dyrektorka ministra radna premierka senatorka kierowniczka liderka
trenerka`,
  personNouns: `
mężczyzna kobieta sąsiad//ka matka ojciec rolnik lekar/z/ka pielęgniarka nauczyciel//ka właściciel//ka świad/ek/kowie autor//ka kandydat//ka
ekspert//ka mieszkan/iec/ka przedsiębiorca działacz//ka polityk badacz//ka inżynier reżyser//ka aktor//ka pisarz pisarka poet/a/ka muzyk piosenkarz
piosenkarka malarz malarka rybak rybacy student//ka naukowiec psycholog socjolog dziennikarz dziennikarka żołnierz oficer urzędni/k/czka pracowni/k/ca
pasażer//ka kierowca turysta turystka syn córka mąż żona brat siostra przyjaciel przyjaciółka radn/y/a strażak policjant//ka ratownik architekt//ka
ekolog leśnicz/y/yna wolontariusz//ka pacjent//ka ordynator//ka dostawca`,
  groupNouns: 'rząd policja partia ministerstwo firma związek opozycja stowarzyszenie komisja prokuratura',
  documentNouns: 'oświadczenie komunikat list raport',
  bodyNouns: 'uniwersytet ministerstwo partia instytut bank',
  workNouns: `
książk/a/i powieść film piosenka serial album sztuka tytuł spektakl/u/ opera wiersz program//u gazeta dziennik artykuł książce filmie powieści tytułem
pt zatytułowan/y/a`,
  nameParticles: 'de von van',
  abbreviations: 'dr prof im ul ok godz tzw np gen mec',
  findDashSpeech,
  splitIncises: splitDashIncises,
  givenNamesHe: `
jarosław janusz jerzy grzegorz michał marcin marek mateusz radosław rafał stanisław szymon władysław wojciech zbigniew jacek bogdan dariusz adam
aleksander andrzej antoni arkadiusz artur bartosz bartłomiej bogusław bolesław bronisław cezary czesław damian daniel dawid dominik donald edward emil
eryk eugeniusz feliks filip franciszek fryderyk gustaw henryk hubert ignacy igor jakub jan jonasz józef julian juliusz kacper kajetan kamil karol
kazimierz konrad kornel krystian krzysztof lech leon leszek lucjan ludwik łukasz maciej maksymilian marian mariusz mieczysław mikołaj mirosław natan
norbert olaf olgierd oskar patryk paweł przemysław roman ryszard robert sebastian seweryn sławomir stefan sylwester tadeusz tymoteusz wacław waldemar
wiesław wiktor wincenty witold włodzimierz zenon zdzisław zygmunt`,
  givenNamesShe: `
beata danuta dorota elżbieta hanna krystyna magda magdalena monika zofia aleksandra alicja aldona alina anita anna antonina barbara bożena celina
dagmara dominika edyta eliza emilia eugenia ewa ewelina felicja gabriela grażyna halina helena honorata inga irena iwona izabela jadwiga janina joanna
jolanta judyta julia justyna kamila karolina katarzyna kinga klara klaudia kornelia laura lena lidia liliana lucyna maja małgorzata maria marianna
marta martyna mariola marzena michalina milena mirosława natalia nina olga oliwia patrycja paulina petra renata roksana róża sabina sandra stefania
sylwia teresa urszula wanda weronika wiktoria wiesława zuzanna żaneta mara`,
  foldName: foldPolishName,
  dropsSubjects: true,
  genitives: true,
  indefinites: `
jeden jedna pewien pewna jakiś jakaś inny inna`,
  personNounsShe: `
reżyserka aktorka pisarka poetka piosenkarka malarka studentka dziennikarka kobieta matka córka żona siostra przyjaciółka mieszkanka sąsiadka lekarka
pielęgniarka nauczycielka właścicielka autorka kandydatka ekspertka działaczka badaczka`,
  personNounsHe: `
mężczyzna ojciec syn mąż brat reżyser aktor inżynier rolnik rybak strażak policjant`,
  comparatives: `
jak`,
};
