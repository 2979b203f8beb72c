import type { GrammarWords, QuotingWords, SourceWords, ThingWords, VerbWords } from '../quoting-words.ts';
import { names, people } from './people.ts';
import { abbreviations } from './text.ts';

/** Function words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
const grammar: GrammarWords = {
  determiners: [
    'all', 'alle', 'andre', 'anna', 'annen', 'annet', 'begge', 'de', 'dei', 'den', 'denne', 'desse', 'dette',
    'disse', 'ei', 'ein', 'eit', 'elleve', 'en', 'et', 'fem', 'fire', 'fleire', 'flere', 'flest', 'få',
    'hundre', 'hver', 'hvert', 'hvilke', 'hvilken', 'hvilket', 'ingen', 'inkje', 'kvar', 'kvart', 'mange',
    'mye', 'mykje', 'ni', 'noe', 'noen', 'noko', 'nokon', 'nokre', 'same', 'samme', 'seks', 'selve', 'sju',
    'sjølve', 'slik', 'slike', 'syv', 'ti', 'to', 'tolv', 'tre', 'tusen', 'åtte',
  ],
  possessives: [
    'deira', 'dens', 'deres', 'dets', 'din', 'dine', 'ditt', 'hans', 'hennar', 'hennes', 'mi', 'min', 'mine',
    'mitt', 'sin', 'sine', 'sitt', 'vår', 'våre', 'vårt',
  ],
  masculinePronouns: ['han'],
  femininePronouns: ['ho', 'hun'],
  pluralPronouns: ['de', 'dei'],
  otherPronouns: ['dere', 'du', 'dykk', 'eg', 'hen', 'jeg', 'man', 'vi'],
  objectPronouns: ['deg', 'dem', 'det', 'dykk', 'ham', 'henne', 'meg', 'oss', 'seg'],
  firstPerson: ['eg', 'jeg', 'me', 'meg', 'mi', 'min', 'mine', 'mitt', 'oss', 'vi', 'vår', 'våre', 'vårt'],
  relatives: [
    'dit', 'hva', 'hvem', 'hvilke', 'hvilken', 'hvilket', 'hvor', 'hvordan', 'hvorfor', 'korleis', 'kva',
    'kven', 'kvifor', 'som',
  ],
  prepositions: [
    'ad', 'angående', 'attmed', 'av', 'bak', 'blant', 'etter', 'for', 'foran', 'foruten', 'fra', 'framfor',
    'frå', 'før', 'gjennom', 'henimot', 'hinsides', 'hjå', 'hos', 'i', 'ifølge', 'ifølgje', 'imot',
    'innanfor', 'innen', 'innenfor', 'inni', 'istedenfor', 'langs', 'med', 'mellom', 'mot', 'nedenfor', 'om',
    'omkring', 'oppå', 'ovenfor', 'over', 'per', 'på', 'rundt', 'til', 'trass', 'tross', 'under', 'unntatt',
    'utan', 'utanfor', 'uten', 'utenfor', 'utover', 'ved', 'vedrørende', 'via', 'åt',
  ],
  conjunctions: [
    'at', 'både', 'dels', 'dersom', 'eller', 'enn', 'enten', 'ettersom', 'fordi', 'hvis', 'idet', 'inntil',
    'liksom', 'medan', 'men', 'mens', 'når', 'og', 'om', 'samt', 'skjønt', 'såvel', 'viss',
  ],
  adverbs: [
    'aldri', 'aller', 'allerede', 'allereie', 'alltid', 'altfor', 'altså', 'angivelig', 'antagelig',
    'antakelig', 'attende', 'atter', 'attåt', 'bare', 'berre', 'bort', 'borte', 'da', 'delvis', 'der',
    'derav', 'deretter', 'derfor', 'derfra', 'dermed', 'dernest', 'dertil', 'dessuten', 'dessverre', 'difor',
    'dimed', 'direkte', 'dit', 'egentlig', 'eigentleg', 'ellers', 'elles', 'endeleg', 'endelig', 'engang',
    'enn', 'enno', 'ennå', 'etterhvert', 'etterkvart', 'etterpå', 'eventuelt', 'faktisk', 'forgjeves',
    'forhåpentligvis', 'forresten', 'fort', 'fortsatt', 'forøvrig', 'fram', 'framleis', 'framom', 'frem',
    'fremdeles', 'fremover', 'fullstendig', 'følgelig', 'først', 'ganske', 'generelt', 'gjerne', 'heilt',
    'heim', 'heime', 'heldigvis', 'heller', 'helst', 'helt', 'henholdsvis', 'her', 'heretter', 'herfra',
    'hittil', 'hjem', 'hjemme', 'hovedsakelig', 'hvorpå', 'iallfall', 'ifjor', 'igjen', 'igjennom', 'igår',
    'ikke', 'ikkje', 'imidlertid', 'inn', 'inne', 'innledningsvis', 'istedet', 'især', 'ja', 'jevnlig', 'jo',
    'kanskje', 'kategorisk', 'knapt', 'kort', 'kortfattet', 'kraftig', 'langt', 'lenge', 'lengre',
    'likeledes', 'likeså', 'likevel', 'litt', 'meir', 'mer', 'mest', 'mindre', 'minst', 'muligens', 'mye',
    'naturligvis', 'ned', 'nede', 'nei', 'nemlig', 'neppe', 'nesten', 'nettopp', 'no', 'noenlunde',
    'noensinne', 'nok', 'nokså', 'nylig', 'nærmest', 'nøyaktig', 'nå', 'offisielt', 'ofte', 'oftest', 'òg',
    'også', 'omtrent', 'opp', 'oppe', 'oppover', 'opprinnelig', 'overalt', 'overhodet', 'parallelt',
    'personlig', 'plutselig', 'presis', 'rett', 'riktignok', 'saktens', 'samstundes', 'samtidig', 'sannelig',
    'sannsynligvis', 'selv', 'selvfølgelig', 'selvsagt', 'sidan', 'siden', 'sist', 'sjeldan', 'sjelden',
    'sjølvsagt', 'skarpt', 'skriftlig', 'slett', 'slik', 'snarere', 'snart', 'spesielt', 'stadig', 'sterkt',
    'straks', 'særleg', 'særlig', 'så', 'sågar', 'således', 'tidlegare', 'tidlig', 'tidligere', 'tilbake',
    'tilfeldigvis', 'tilsammen', 'tilstrekkelig', 'tilsvarende', 'totalt', 'trolig', 'truleg', 'tvert',
    'tydeligvis', 'uansett', 'uheldigvis', 'ukentlig', 'umiddelbart', 'unektelig', 'ut', 'ute', 'utelukkende',
    'uttrykkelig', 'vanlegvis', 'vanligvis', 'vel', 'veldig', 'verkeleg', 'vidare', 'videre', 'virkelig',
    'visst', 'visstnok', 'åpenbart', 'årlig',
  ],
  complementisers: ['at'],
  indefinites: [
    'andre', 'anna', 'annen', 'annet', 'ei', 'ein', 'eit', 'en', 'enkelte', 'et', 'fleire', 'flere', 'mange',
    'noen', 'nokon', 'nokre', 'visse',
  ],
};

/** Verbs of speech in every form that a speaker can be the subject of, and verbs that are not verbs of speech. */
const verbs: VerbWords = {
  cueVerbs: [
    'advarer', 'advart', 'advarte', 'anbefaler', 'anbefalt', 'anbefalte', 'anklager', 'anklaget', 'anslo',
    'anslår', 'antyder', 'antydet', 'appellerer', 'appellerte', 'argumenterer', 'argumentert', 'argumenterte',
    'avkrefta', 'avkrefter', 'avkreftet', 'avslører', 'avslørt', 'avslørte', 'avviser', 'avvist', 'avviste',
    'beklaga', 'beklagar', 'beklager', 'beklaget', 'bekrefta', 'bekreftar', 'bekrefter', 'bekreftet',
    'bemerker', 'bemerket', 'benekter', 'benektet', 'beretter', 'berettet', 'beskrev', 'beskrevet',
    'beskriver', 'brøler', 'brølte', 'bønnfaller', 'bønnfalt', 'erkjenner', 'erkjent', 'erkjente', 'erklærer',
    'erklært', 'erklærte', 'etterlyse', 'etterlyser', 'etterlyst', 'etterlyste', 'fastholder', 'fastholdt',
    'fastslo', 'fastslår', 'fastslått', 'filosoferer', 'filosoferte', 'flirer', 'flirte', 'fnyser', 'fnyste',
    'foreslo', 'foreslår', 'foreslått', 'forklara', 'forklarar', 'forklarer', 'forklart', 'forklarte',
    'formaner', 'formante', 'forsikrer', 'forsikret', 'fortalde', 'fortalt', 'fortalte', 'fortel',
    'forteller', 'fortsatte', 'fortsetter', 'framhevar', 'framhever', 'framhevet', 'fremhever', 'fremhevet',
    'freser', 'freste', 'frykter', 'fryktet', 'garanterer', 'garanterte', 'gjentar', 'gjentatt', 'gjentok',
    'glefser', 'glefset', 'gratulerer', 'gratulerte', 'hevda', 'hevdar', 'hevder', 'hevdet', 'hilser',
    'hilste', 'hoverer', 'hoverte', 'humrer', 'humret', 'hvisker', 'hvisket', 'hyller', 'hyllet', 'håpa',
    'håpar', 'håper', 'håpet', 'håpte', 'informerer', 'informert', 'informerte', 'innrømmer', 'innrømmet',
    'innrømt', 'innrømte', 'innser', 'innså', 'innvender', 'innvendt', 'innvendte', 'insisterer',
    'insisterte', 'ironiserer', 'ironiserte', 'istemmer', 'istemte', 'jubla', 'jubler', 'jublet', 'klager',
    'klaget', 'kommenterer', 'kommentert', 'kommenterte', 'konkluderer', 'konkludert', 'konkluderte',
    'konstaterer', 'konstatert', 'konstaterte', 'kontrer', 'kontret', 'krev', 'krevd', 'krevde', 'krever',
    'kritiserer', 'kritisert', 'kritiserte', 'kunngjorde', 'kunngjør', 'ler', 'lo', 'lover', 'lovet', 'lovte',
    'lyder', 'lød', 'maner', 'mante', 'medga', 'medgir', 'meiner', 'meint', 'meinte', 'melde', 'melder',
    'meldt', 'meldte', 'mener', 'ment', 'mente', 'mimrer', 'mimret', 'minner', 'minnes', 'minnet', 'mintes',
    'mistenker', 'mistenkte', 'mumler', 'mumlet', 'nekter', 'nektet', 'noterer', 'noterte', 'oppfordrar',
    'oppfordrer', 'oppfordret', 'oppga', 'oppgir', 'oppgitt', 'opplyse', 'opplyser', 'opplyst', 'opplyste',
    'oppmoda', 'oppmodar', 'oppsummerer', 'oppsummert', 'oppsummerte', 'orienterer', 'orienterte', 'parerer',
    'parerte', 'peikar', 'peiker', 'peker', 'pekt', 'pekte', 'poengterer', 'poengtert', 'poengterte',
    'postar', 'poster', 'postet', 'presiserer', 'presisert', 'presiserte', 'proklamerer', 'proklamerte',
    'protesterer', 'protesterte', 'påminner', 'påpeker', 'påpekt', 'påpekte', 'påsto', 'påstod', 'påstår',
    'påstått', 'rapporterer', 'rapportert', 'rapporterte', 'raser', 'raste', 'reagerer', 'reagert',
    'reagerte', 'redegjorde', 'redegjør', 'repliserer', 'replisert', 'repliserte', 'resonnerer', 'resonnerte',
    'roper', 'ropt', 'ropte', 'roser', 'rost', 'roste', 'røper', 'røpet', 'røpte', 'rådde', 'råder', 'rådet',
    'rår', 'sa', 'sagt', 'samtykker', 'samtykket', 'seie', 'seier', 'si', 'sier', 'siterer', 'siterte',
    'skildrer', 'skildret', 'skreiv', 'skrek', 'skrev', 'skrevet', 'skriker', 'skriv', 'skrive', 'skriver',
    'skryter', 'skrøt', 'smilar', 'smiler', 'smilte', 'snerrer', 'snerret', 'spekulerer', 'spekulerte',
    'spurt', 'spurte', 'spøker', 'spøkt', 'spøkte', 'spør', 'spådde', 'spår', 'stadfester', 'stadfestet',
    'stønner', 'stønnet', 'sukker', 'sukket', 'svara', 'svarar', 'svarer', 'svarte', 'synes', 'syntes',
    'takker', 'takket', 'tenker', 'tenkt', 'tenkte', 'tilbakeviser', 'tilbakeviste', 'tilføyd', 'tilføyde',
    'tilføyer', 'tilrådde', 'tilrår', 'tordner', 'tordnet', 'trodde', 'tror', 'truer', 'truet', 'trygler',
    'tryglet', 'tvitrer', 'tvitret', 'understreka', 'understrekar', 'understreker', 'understreket', 'undrer',
    'undret', 'unnskylder', 'unnskyldt', 'unnskyldte', 'utbroderer', 'utbrutt', 'utbryter', 'utbrøt',
    'utdjupar', 'utdypa', 'utdyper', 'utdypet', 'uttaler', 'uttalt', 'uttalte', 'varslar', 'varsler',
    'varslet', 'vedgikk', 'vedgår', 'vitner', 'vitnet', 'vurderer', 'vurderte', 'ytrer', 'ytret', 'ønsker',
    'ønsket', 'åtvara', 'åtvarar',
  ],
  phraseVerbs: [
    'beskrev', 'beskrevet', 'beskriver', 'betegna', 'betegner', 'betegnet', 'døpte', 'kalla', 'kallar',
    'kaller', 'kalt', 'kalte', 'karakteriserer', 'karakteriserte', 'omtaler', 'omtalt', 'omtalte',
    'samanliknar', 'sammenligner', 'sammenlignet', 'snakka', 'snakkar', 'snakker', 'snakket', 'stempler',
    'stemplet', 'titulerer', 'titulerte',
  ],
  auxiliaries: [
    'ble', 'blei', 'bli', 'blir', 'blitt', 'burde', 'bør', 'er', 'fekk', 'fikk', 'få', 'får', 'fått', 'ha',
    'hadde', 'har', 'hatt', 'kan', 'kunne', 'kunnet', 'la', 'lar', 'latt', 'må', 'måtte', 'måttet', 'pleide',
    'pleier', 'skal', 'skulle', 'trenger', 'trengte', 'turte', 'tør', 'var', 'vart', 'vere', 'vil', 'ville',
    'villet', 'vore', 'vorte', 'være', 'vært',
  ],
};

/** Fixed phrases that introduce a source. */
const sources: SourceWords = {
  sourcePhrases: [
    'med henvisning til', 'etter hans mening', 'etter hennes mening', 'etter hans syn', 'etter hennes syn',
    'i følge', 'etter det', 'ifølge ham', 'ifølge henne', 'ifølge han', 'ifølge dem', 'i følgje', 'ifølge',
    'ifølgje',
  ],
};

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
const things: ThingWords = {
  documentNouns: [
    'anke', 'betenkning', 'brev', 'brevet', 'bulletin', 'debattinnlegg', 'debattinnlegget', 'dokument',
    'dokumentet', 'e-post', 'e-posten', 'epistel', 'epost', 'eposten', 'erklæring', 'erklæringen', 'fråsegn',
    'høringssvar', 'høringssvaret', 'høringsuttalelse', 'innlegg', 'innlegget', 'innstilling',
    'innstillingen', 'klage', 'klagen', 'kommuniké', 'kronikk', 'kronikken', 'kunngjøring', 'mail', 'mailen',
    'manifest', 'melding', 'meldinga', 'meldingen', 'notat', 'notatet', 'pressemelding', 'pressemeldinga',
    'pressemeldingen', 'proposisjon', 'protokoll', 'rapport', 'rapporten', 'redegjørelse', 'rundskriv', 'sms',
    'statusrapport', 'stortingsmelding', 'studie', 'studien', 'svarbrev', 'søknad', 'testament',
    'tiltalebeslutning', 'tiltalen', 'tweet', 'twitter-melding', 'undersøkelse', 'undersøkelsen', 'utredning',
    'utredningen', 'uttalelse', 'uttalelsen', 'årsrapport', 'årsrapporten',
  ],
  organisationNouns: [
    'akademi', 'as', 'asa', 'avis', 'avisa', 'avisen', 'bank', 'banken', 'byrå', 'departement', 'direktorat',
    'etat', 'fagforening', 'fakultet', 'firma', 'fond', 'forbund', 'forening', 'foretak', 'forlag', 'fylke',
    'gruppe', 'høgskole', 'høyskole', 'institutt', 'kirke', 'klubb', 'klubben', 'komité', 'kommisjon',
    'kommune', 'konsern', 'lag', 'ministerium', 'museet', 'museum', 'nemnd', 'organisasjon', 'parti',
    'partiet', 'rederi', 'råd', 'selskap', 'selskapet', 'senter', 'skole', 'stiftelse', 'sykehus', 'teater',
    'teatret', 'tilsyn', 'tingrett', 'universitet', 'universitetet', 'utvalg', 'verk',
  ],
  timeNames: [
    'april', 'august', 'desember', 'februar', 'fredag', 'fredagen', 'fredagskvelden', 'januar', 'juli',
    'juni', 'klokka', 'klokken', 'laurdag', 'lørdag', 'lørdagen', 'mai', 'mandag', 'mandagen',
    'mandagskvelden', 'mars', 'måndag', 'november', 'oktober', 'onsdag', 'onsdagen', 'september', 'sundag',
    'søndag', 'søndagen', 'tirsdag', 'tirsdagen', 'torsdag', 'torsdagen', 'tysdag',
  ],
  abbreviations,
};

/** Word lists for attributing quotes in Norwegian. */
export const quoting: QuotingWords = {
  code: 'no',
  usesSpeechDashes: true,
  ...verbs,
  ...sources,
  ...grammar,
  ...people,
  ...things,
  ...names,
};
