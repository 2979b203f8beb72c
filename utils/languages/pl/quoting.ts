import { splitDashIncises } from '../../quotes/incises.ts';
import { foldPolishName } from '../../quotes/languages/fold-case-endings.ts';
import type { LanguageData } from '../../quotes/languages/language.ts';
import { OTHER_GRAMMAR } from '../../quotes/languages/other-grammar.ts';
import { findDashSpeech } from '../../quotes/speech-dashes.ts';

export const polish: LanguageData = {
  code: 'pl',
  ...OTHER_GRAMMAR,
  cueVerbs: `
alarm/uje/ował/owała apel/uje/ował argument/uje/ował/owała cieszy//ł/ła czytamy deklar/uje/ował/owała denerw/uje/ował/owała
doda/ł/je/ją/li/ła/wał/wała dopowiada dopowiedział//a dopyt/uje/ywał/ywała dowodzi//ł/ła dziwi//ł/ła inform/uje/ował/owała koment/uje/ował/owała
kontynu/uje/ował/owała krzycz/y/ał/ała krzykn/ął/ęła kwitował//a kwituje martwi//ł/ła mawia//ł/ła mówi//ą/ł/li/ła napisa/ł/li/ła narzeka//ł/ła
obawia//ł/ła obiec/ał/ała/uje/ywał/ywała oburz/a/ył/yła oceni/a/ł/ła odparł//a odpiera odpowiada odpowiedzi/ał/ała/eli ogłasza ogłosił//a
opowiada//ł/li/ła orzekł//a ostrzeg/a/ł/li/ła/ają oznajmi/a/ł/ła oświadczył//a pis/ał/ze/ała podkreśl/a/ał/ił/ała/ili/iła podsumow/ał/ała/uje
poinformował//a potwierdz/a/ił/iła powiedzi/ał/ała/eli powtarza//ł/ła propon/uje/ował/owała protest/uje/ował/owała przekaz/ał/ała/uje
przekon/uje/ywał/ywała przestrzeg/a/ł/ał/ła/ała przewid/uje/ywał/ywała przypom/ina/niał/niała przyzna/ł/je/ją/li/ła/wał/wała pyta//ł/ła radzi//ł/ła
relacjon/uje/ował/owała rzekł//a rzucił//a skarży//ł/ła skomentował//a skwitował//a stwierdz/a/ił/ili/iła sugeruje szepn/ął/ęła twierdz/i/ą/ił/ili/iła
tłumacz/y/ą/ył/yli/yła ubolewa//ł/ła uci/na/ął/ęła ujawni/a/ł/ła uważa uzasadni/a/ł/ła uśmiech/a/nął/nęła westchn/ął/ęła wezwał//a
wskaz/ał/ała/uje/ywał/ywała wspomina//ł/ła wtrąc/a/ił/iła wyjaśni/a/ł/ał/li/ła/ała wykrzykn/ął/ęła wylicza//ł/ła wyzna/ł/je/ła/wał wzdycha//ł/ła
wzywa//ł/ła zaapelował//a zachęca//ł/ła zadeklarował//a zapewni/a/ł/ał/li/ła/ają/ała zapowiada//ł/ła zapowiedzi/ał/ała/eli zaproponował//a
zaprzecz/a/ył/yła zapyta/ł/li/ła zarzucił//a zastrzeg/a/ł/ła zasugerował//a zauważ/a/ał/ył/ała/yli/yła zawołał//a zaznacz/a/ał/ył/ała/yła
zdradz/a/ił/iła śmi/ał/ała/eje żali//ł/ła żartował//a żartuje żąda//ł/ła`,
  phraseVerbs: 'nazwał//a określił//a mówił',
  sourcePhrases: `
według zdaniem w_opinii w_ocenie jak_podaje słowami według_słów jego_zdaniem jej_zdaniem według_niego według_niej jego_słowami jej_słowami
w_jego_ocenie w_jej_ocenie w_jego_opinii w_jej_opinii`,
  impersonals: `
było_słychać dało_się_/słyszeć/usłyszeć krzyczano można_/usłyszeć/było_słyszeć/było_usłyszeć mówiono powtarzano skandowano szeptano słychać//_było
wołano`,
  auxiliaries: `
by/ć/ł/li/ła/ło będ/ą/zie jest ma//ją miał//a mo/gą/że musi są`,
  determiners: `
ci dw/a/ie każdy kilka ta te//j/n/go to trzy wielu wszyscy`,
  possessives: `
ich je/j/go moja mój nasz//a swoj/e/ą swój`,
  he: 'on zapytany pytany',
  she: 'ona zapytana pytana',
  they: 'oni one',
  otherPronouns: 'ja my ktoś nikt',
  firstPerson: `
ja m/i/y/ną/ój/nie/oja/oje nam//i nas nasz//a/e/ej/ego`,
  objectPronouns: 'go mu ją mnie nam nas się jemu niej',
  relatives: 'któr/y/a/e/zy kto co gdzie kiedy',
  prepositions: `
bez dla do między na//d o od po//d/dczas prz/y/ed/ez u w//e/obec/edług z//a/e/daniem`,
  conjunctions: `
a ale bo choć gdy i jak je/śli/dnak kiedy lub oraz ponieważ więc że`,
  adverbs: `
bardzo dzi/ś/siaj inaczej inne/j/go jeszcze ju/ż/tro następnie ni/e/gdy odmienn/ie/ego potem przeciwnego również t/am/eż/akże/eraz/utaj/ylko wczoraj
zawsze`,
  otherVerbs: `
chce leży poszedł przyszedł robi stoi wi/e/dzi zrobił`,
  complementisers: 'że',
  timeNames: `
cz/erwca/wartek grudnia kwietnia li/pca/stopada lutego ma/ja/rca niedziel/a/ę p/iątek/aździernika/oniedziałek sierpnia sobot/a/ę stycznia września
wtorek środ/a/ę`,
  titles: `
biskup burmistrz//yni dowódca dr dyrektor//ka ekonomist/a/ka generał history/k/czka inżynier ka/pitan/nclerz kierowni/k/czka król//owa ksiądz
lider//ka ma/jor/rszałek mecenas minist/er/ra/rant/rantka ordynator//ka pa/n/ni/pież pos/eł/łanka premier//ka prez/es/eska/ydent pro/f/fesor/kurator
pułkownik radn/a/y rektor//ka rzeczni/k/czka sekretarz senator//ka starosta szef//owa sędzia trener//ka wice/premier/minister/starosta/prezydent
wojewod/a/zina wójt zastępc/a/zyni`,
  titlesHe: `
ekonomista historyk król p/an/oseł/apież/rezes rzecznik szef`,
  titlesShe: `
burmistrzyni dyrektorka ekonomistka kierowniczka królowa liderka ministra pani posłanka pre/zeska/mierka radna rzeczniczka senatorka szefowa trenerka`,
  personNouns: `
aktor//ka architekt//ka autor//ka badacz//ka brat córka dostawca działacz//ka dziennikar/z/ka ekolog ekspert//ka inżynier kandydat//ka kierowca
kobieta lekar/z/ka leśniczy//na malar/z/ka matka mieszkan/ka/iec muzyk mąż mężczyzna nauczyciel//ka naukowiec oficer ojciec ordynator//ka pacjent//ka
pasażer//ka pielęgniarka piosenkar/z/ka pisar/z/ka poet/a/ka policjant//ka polityk pracowni/k/ca przedsiębiorca przyjaci/el/ółka psycholog radn/a/y
ratownik reżyser//ka rolnik ryba/k/cy siostra socjolog sprzedawc/a/zyni strażak student//ka syn sąsiad//ka turyst/a/ka urzędni/k/czka wolontariusz//ka
właściciel//ka świad/ek/kowie żo/na/łnierz`,
  groupNouns: `
firma komisja ministerstwo opozycja p/artia/olicja/rokuratura rząd stowarzyszenie związek`,
  documentNouns: 'oświadczenie komunikat list raport',
  bodyNouns: `
uniwersytet ministerstwo partia instytut bank`,
  workNouns: `
album artykuł dziennik film//ie gazeta książ/ce/ka/ki opera piosenka powieś/ć/ci program//u pt serial spektakl//u sztuka tytuł//em wiersz
zatytułowan/a/y`,
  nameParticles: 'de von van',
  abbreviations: 'dr prof im ul ok godz tzw np gen mec',
  findDashSpeech,
  splitIncises: splitDashIncises,
  givenNamesHe: `
a/dam/rtur/ntoni/ndrzej/rkadiusz/leksander bart/osz/łomiej bo/gdan/gusław/lesław bronisław cezary czesław da/wid/mian/niel/riusz do/nald/minik
e/mil/ryk/dward/ugeniusz f/ilip/eliks/ryderyk/ranciszek grzegorz gustaw henryk hubert ig/or/nacy ja/n/cek/kub/nusz/rosław jerzy jonasz juli/an/usz
józef ka/mil/rol/cper/jetan/zimierz ko/nrad/rnel kr/ystian/zysztof le/ch/on/szek lu/cjan/dwik ma/rek/ciej/rcin/rian/riusz/teusz/ksymilian
mi/chał/kołaj/rosław/eczysław natan norbert ol/af/gierd oskar pa/weł/tryk przemysław r/afał/oman/obert/yszard/adosław
s/tefan/zymon/eweryn/ławomir/ebastian/tanisław/ylwester tadeusz tymoteusz wa/cław/ldemar wi/ktor/told/esław/ncenty wojciech wł/adysław/odzimierz
z/enon/ygmunt/bigniew/dzisław łukasz`,
  givenNamesShe: `
al/ina/dona/icja/eksandra an/na/ita/tonina b/eata/ożena/arbara celina da/nuta/gmara do/rota/minika e/wa/dyta/liza/milia/ugenia/welina/lżbieta felicja
gabriela grażyna h/anna/alina/elena/onorata i/nga/rena/wona/zabela ja/nina/dwiga jo/anna/lanta ju/lia/dyta/styna
k/inga/lara/amila/laudia/arolina/ornelia/rystyna/atarzyna l/ena/aura/idia/ucyna/iliana magda//lena maja mar/a/ia/ta/iola/tyna/zena/ianna małgorzata
mi/lena/chalina/rosława monika natalia nina ol/ga/iwia pa/ulina/trycja petra r/óża/enata/oksana s/abina/andra/ylwia/tefania teresa urszula
w/anda/eronika/iesława/iktoria zofia zuzanna żaneta`,
  foldName: foldPolishName,
  dropsSubjects: true,
  pluralEndings: 'li ły ją ą',
  genitives: true,
  indefinites: `
inn/a/y jak/aś/iś jed/en/na pew/na/ien`,
  personNounsShe: `
aktorka autorka badaczka córka dzi/ałaczka/ennikarka ekspertka kandydatka kobieta lekarka ma/tka/larka mieszkanka nauczycielka
pi/sarka/osenkarka/elęgniarka poetka przyjaciółka reżyserka s/iostra/ąsiadka/tudentka właścicielka żona`,
  personNounsHe: `
aktor brat inżynier mąż mężczyzna ojciec policjant r/ybak/olnik/eżyser strażak syn`,
  comparatives: `
jak`,
};
