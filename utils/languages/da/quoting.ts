import type { GrammarWords, QuotingWords, SourceWords, ThingWords, VerbWords } from '../quoting-words.ts';
import { names, people } from './people.ts';
import { abbreviations } from './text.ts';

/** Function words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
const grammar: GrammarWords = {
  determiners: [
    'al', 'alle', 'anden', 'andet', 'andre', 'begge', 'de', 'den', 'denne', 'dette', 'disse', 'elleve', 'en',
    'enhver', 'et', 'ethvert', 'fem', 'fire', 'flere', 'flest', 'få', 'hundrede', 'hver', 'hvert', 'hvilke',
    'hvilken', 'hvilket', 'ingen', 'intet', 'mange', 'ni', 'nogen', 'noget', 'nogle', 'otte', 'samme', 'seks',
    'selve', 'syv', 'sådanne', 'sådant', 'ti', 'to', 'tolv', 'tre', 'tusind',
  ],
  possessives: [
    'dens', 'deres', 'dets', 'din', 'dine', 'dit', 'hans', 'hendes', 'jeres', 'min', 'mine', 'mit', 'sin',
    'sine', 'sit', 'vor', 'vore', 'vores', 'vort',
  ],
  masculinePronouns: ['han'],
  femininePronouns: ['hun'],
  pluralPronouns: ['de'],
  otherPronouns: ['du', 'hen', 'jeg', 'man', 'vi'],
  objectPronouns: ['dem', 'det', 'dig', 'ham', 'hende', 'jer', 'mig', 'os', 'sig'],
  firstPerson: ['jeg', 'mig', 'min', 'mine', 'mit', 'os', 'vi', 'vor', 'vore', 'vores', 'vort'],
  relatives: ['hvad', 'hvem', 'hvilke', 'hvilken', 'hvilket', 'hvor', 'hvordan', 'hvorfor', 'hvornår', 'som'],
  prepositions: [
    'ad', 'af', 'angående', 'bag', 'blandt', 'efter', 'for', 'foran', 'forbi', 'foruden', 'fra', 'før',
    'gennem', 'henimod', 'hinsides', 'hos', 'i', 'iblandt', 'ifølge', 'igennem', 'imod', 'inden', 'indenfor',
    'langs', 'med', 'mellem', 'mod', 'nedenfor', 'om', 'omkring', 'ovenfor', 'over', 'overfor', 'per', 'pr',
    'på', 'rundt', 'til', 'trods', 'uden', 'udenfor', 'udover', 'under', 'undtagen', 'ved', 'vedrørende',
    'via',
  ],
  conjunctions: [
    'at', 'både', 'dels', 'eftersom', 'eller', 'end', 'enten', 'fordi', 'hvis', 'idet', 'indtil', 'ligesom',
    'medens', 'men', 'mens', 'når', 'og', 'om', 'samt', 'selvom', 'skønt', 'såfremt', 'såvel',
  ],
  adverbs: [
    'aldrig', 'allerede', 'alligevel', 'altid', 'altså', 'angiveligt', 'antagelig', 'antageligt', 'bagefter',
    'bare', 'blot', 'bort', 'borte', 'da', 'delvist', 'dengang', 'der', 'derefter', 'derfor', 'derfra',
    'derhjemme', 'derimod', 'dermed', 'dernede', 'dernæst', 'derovre', 'desuden', 'desværre', 'direkte',
    'dog', 'efterfølgende', 'efterhånden', 'egentlig', 'eksempelvis', 'ellers', 'endda', 'endelig', 'endnu',
    'endvidere', 'engang', 'eventuelt', 'faktisk', 'forgæves', 'forhåbentlig', 'forleden', 'formentlig',
    'forneden', 'forresten', 'fortsat', 'frem', 'fremad', 'fremover', 'fuldstændig', 'fuldstændigt',
    'følgelig', 'først', 'ganske', 'generelt', 'gerne', 'heldigvis', 'heller', 'helst', 'helt', 'hen', 'her',
    'herefter', 'herfra', 'hermed', 'herunder', 'hidtil', 'hjem', 'hjemme', 'hovedsageligt', 'hurtigt',
    'hvorefter', 'hvorpå', 'hyppigt', 'ifjor', 'igen', 'igennem', 'ikke', 'imidlertid', 'ind', 'inde',
    'indimellem', 'indledningsvis', 'især', 'ja', 'jo', 'jævnligt', 'kategorisk', 'knap', 'kort',
    'kortfattet', 'kraftigt', 'kun', 'langsomt', 'langt', 'lidt', 'lige', 'ligeledes', 'ligeså', 'længe',
    'længere', 'løbende', 'mere', 'mest', 'mindre', 'mindst', 'muligvis', 'måske', 'naturligvis', 'ned',
    'nede', 'nej', 'nemlig', 'netop', 'nogenlunde', 'nogensinde', 'nok', 'nu', 'nylig', 'nyligt', 'næppe',
    'nærmest', 'næsten', 'nødvendigvis', 'offentligt', 'officielt', 'ofte', 'oftest', 'også', 'omgående',
    'omtrent', 'op', 'opad', 'oppe', 'oprindeligt', 'overalt', 'overhovedet', 'parallelt', 'personligt',
    'pludselig', 'pludseligt', 'primært', 'præcis', 'rigtignok', 'samtidig', 'sandsynligvis', 'selv',
    'selvfølgelig', 'selvsagt', 'senere', 'senest', 'sidenhen', 'sidst', 'sjældent', 'skarpt', 'skriftligt',
    'slet', 'snarere', 'snart', 'sommetider', 'specielt', 'stadig', 'stadigvæk', 'straks', 'stærkt', 'særlig',
    'særligt', 'så', 'således', 'temmelig', 'tidligere', 'tidligt', 'tilbage', 'tilfældigvis', 'tilsammen',
    'tilstrækkeligt', 'tilsyneladende', 'totalt', 'tværtimod', 'tydeligvis', 'ud', 'ude', 'udelukkende',
    'udtrykkeligt', 'ugentligt', 'uheldigvis', 'umiddelbart', 'undertiden', 'utvivlsomt', 'vanligvis', 'vel',
    'velsagtens', 'videre', 'virkelig', 'vistnok', 'yderligere', 'ydermere', 'åbenbart', 'åbenlyst', 'årligt',
  ],
  complementisers: ['at'],
  indefinites: [
    'anden', 'andet', 'andre', 'en', 'enkelte', 'et', 'flere', 'mange', 'nogen', 'noget', 'nogle', 'visse',
  ],
};

/** Verbs of speech in every form that a speaker can be the subject of, and verbs that are not verbs of speech. */
const verbs: VerbWords = {
  cueVerbs: [
    'advarede', 'advarer', 'advaret', 'afslørede', 'afslører', 'afsløret', 'afviser', 'afvist', 'afviste',
    'anbefalede', 'anbefaler', 'anbefalet', 'anerkender', 'anerkendte', 'angav', 'angiver', 'angivet',
    'anklagede', 'anklager', 'anklaget', 'anslog', 'anslår', 'antydede', 'antyder', 'antydet', 'appellerede',
    'appellerer', 'appelleret', 'argumenterede', 'argumenterer', 'argumenteret', 'bebudede', 'bebuder',
    'bebudet', 'bedyrede', 'bedyrer', 'bekendtgjorde', 'bekendtgør', 'beklagede', 'beklager', 'beklaget',
    'bekræftede', 'bekræfter', 'bekræftet', 'bemærkede', 'bemærker', 'bemærket', 'benægtede', 'benægter',
    'benægtet', 'berettede', 'beretter', 'berettet', 'beskrev', 'beskrevet', 'beskriver', 'brølede', 'brøler',
    'citerede', 'citerer', 'dementerede', 'dementerer', 'efterlyser', 'efterlyst', 'efterlyste', 'erkender',
    'erkendt', 'erkendte', 'erklærede', 'erklærer', 'erklæret', 'fastholder', 'fastholdt', 'fastslog',
    'fastslået', 'fastslår', 'filosoferede', 'filosoferer', 'fnyser', 'fnyste', 'foreslog', 'foreslået',
    'foreslår', 'forklarede', 'forklarer', 'forklaret', 'formanede', 'formaner', 'forsikrede', 'forsikrer',
    'forsikret', 'fortalt', 'fortalte', 'fortsatte', 'fortsætter', 'fortæller', 'forudsagde', 'forudser',
    'forudsiger', 'forudså', 'forventede', 'forventer', 'fremhævede', 'fremhæver', 'fremhævet', 'frygtede',
    'frygter', 'frygtet', 'garanterede', 'garanterer', 'gentager', 'gentaget', 'gentog', 'grinede', 'griner',
    'grinet', 'hentydede', 'hentyder', 'hilser', 'hilste', 'hviskede', 'hvisker', 'hvæsede', 'hvæser',
    'hyldede', 'hylder', 'hævdede', 'hævder', 'hævdet', 'håbede', 'håber', 'håbet', 'indrømmede', 'indrømmer',
    'indrømmet', 'indser', 'indså', 'indvender', 'indvendt', 'indvendte', 'informerede', 'informerer',
    'insisterede', 'insisterer', 'ironiserede', 'ironiserer', 'istemmer', 'istemte', 'jublede', 'jubler',
    'klagede', 'klager', 'klaget', 'kommenterede', 'kommenterer', 'kommenteret', 'konkluderede',
    'konkluderer', 'konkluderet', 'konstaterede', 'konstaterer', 'konstateret', 'kritiserede', 'kritiserer',
    'kritiseret', 'krævede', 'kræver', 'krævet', 'ler', 'lo', 'lovede', 'lover', 'lovet', 'lyder',
    'lykønsker', 'lød', 'meddeler', 'meddelt', 'meddelte', 'medgav', 'medgiver', 'melder', 'meldt', 'meldte',
    'mener', 'ment', 'mente', 'mimrede', 'mimrer', 'mindede', 'mindedes', 'minder', 'mindes', 'mistænker',
    'mistænkte', 'mumlede', 'mumler', 'noterede', 'noterer', 'noteret', 'nævner', 'nævnt', 'nævnte',
    'opfordrede', 'opfordrer', 'opfordret', 'oplyser', 'oplyst', 'oplyste', 'opsummerede', 'opsummerer',
    'opsummeret', 'orienterede', 'orienterer', 'parerede', 'parerer', 'pegede', 'peger', 'peget',
    'pointerede', 'pointerer', 'pointeret', 'postede', 'poster', 'pralede', 'praler', 'proklamerede',
    'proklamerer', 'protesterede', 'protesterer', 'præciserede', 'præciserer', 'præciseret', 'påpegede',
    'påpeger', 'påpeget', 'påstod', 'påstået', 'påstår', 'rapporterede', 'rapporterer', 'rapporteret',
    'rasede', 'raser', 'reagerede', 'reagerer', 'reageret', 'redegjorde', 'redegør', 'replicerede',
    'replicerer', 'roser', 'rost', 'roste', 'ræsonnerede', 'ræsonnerer', 'røbede', 'røber', 'røbet', 'råber',
    'råbt', 'råbte', 'rådede', 'råder', 'sagde', 'sagt', 'siger', 'skildrede', 'skildrer', 'skreg', 'skrev',
    'skrevet', 'skriger', 'skriver', 'smilede', 'smiler', 'spekulerede', 'spekulerer', 'spurgt', 'spurgte',
    'spøger', 'spøgte', 'spørger', 'spåede', 'spår', 'stønnede', 'stønner', 'sukkede', 'sukker', 'supplerede',
    'supplerer', 'suppleret', 'svarede', 'svarer', 'svaret', 'synes', 'syntes', 'takkede', 'takker', 'takket',
    'tilføjede', 'tilføjer', 'tilføjet', 'tilkendegav', 'tilkendegiver', 'tilkendegivet', 'tordnede',
    'tordner', 'troede', 'troet', 'tror', 'truede', 'truer', 'truet', 'tryglede', 'trygler', 'tweetede',
    'tweeter', 'tænker', 'tænkt', 'tænkte', 'udbrudt', 'udbryder', 'udbrød', 'uddybede', 'uddyber', 'uddybet',
    'udtaler', 'udtalt', 'udtalte', 'udtrykker', 'udtrykt', 'udtrykte', 'understregede', 'understreger',
    'understreget', 'undrede', 'undrer', 'undret', 'undskylder', 'undskyldt', 'undskyldte', 'varslede',
    'varsler', 'vidnede', 'vidner', 'vrissede', 'vrisser', 'vurderede', 'vurderer', 'vurderet', 'ytrede',
    'ytrer', 'ønskede', 'ønsker',
  ],
  phraseVerbs: [
    'beskrev', 'beskrevet', 'beskriver', 'betegnede', 'betegner', 'betegnet', 'døbte', 'kalder', 'kaldt',
    'kaldte', 'karakteriserede', 'karakteriserer', 'omtaler', 'omtalt', 'omtalte', 'sammenlignede',
    'sammenligner', 'snakkede', 'snakker', 'stemplede', 'stempler', 'taler', 'talt', 'talte', 'titulerede',
    'titulerer',
  ],
  auxiliaries: [
    'behøvede', 'behøver', 'blev', 'blevet', 'blive', 'bliver', 'burde', 'bør', 'er', 'fik', 'få', 'fået',
    'får', 'haft', 'har', 'havde', 'have', 'kan', 'kunne', 'kunnet', 'lader', 'ladet', 'lod', 'må', 'måtte',
    'måttet', 'plejede', 'plejer', 'skal', 'skulle', 'skullet', 'turde', 'tør', 'var', 'vil', 'ville',
    'villet', 'være', 'været',
  ],
};

/** Fixed phrases that introduce a source. */
const sources: SourceWords = {
  sourcePhrases: [
    'med henvisning til', 'efter hans mening', 'efter hendes mening', 'efter hans opfattelse',
    'efter hendes opfattelse', 'i følge', 'ifølge ham', 'ifølge hende', 'ifølge dem', 'ifølge',
  ],
};

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
const things: ThingWords = {
  documentNouns: [
    'anke', 'bekendtgørelse', 'beretning', 'beretningen', 'betænkning', 'betænkningen', 'brev', 'brevet',
    'bulletin', 'debatindlæg', 'debatindlægget', 'dokument', 'dokumentet', 'e-mail', 'e-mailen', 'erklæring',
    'erklæringen', 'henvendelse', 'høringssvar', 'høringssvaret', 'indlæg', 'indlægget', 'indstilling',
    'klage', 'klagen', 'kommuniké', 'kronik', 'kronikken', 'lovforslag', 'lovforslaget', 'mail', 'mailen',
    'manifest', 'meddelelse', 'meddelelsen', 'notat', 'notatet', 'opslag', 'opslaget', 'pressemeddelelse',
    'pressemeddelelsen', 'protokol', 'rapport', 'rapporten', 'redegørelse', 'redegørelsen', 'sms', 'studie',
    'studiet', 'svarbrev', 'testamente', 'tweet', 'udmelding', 'udtalelse', 'udtalelsen', 'undersøgelse',
    'undersøgelsen', 'årsrapport', 'årsrapporten',
  ],
  organisationNouns: [
    'a-s', 'akademi', 'aps', 'avis', 'avisen', 'bank', 'banken', 'bureau', 'center', 'departement',
    'direktorat', 'fagforening', 'fakultet', 'firma', 'fond', 'forbund', 'forening', 'forlag', 'gruppe',
    'gymnasium', 'hospital', 'højskole', 'institut', 'kirke', 'klub', 'klubben', 'komité', 'kommission',
    'kommune', 'koncern', 'ministerium', 'museet', 'museum', 'myndighed', 'nævn', 'organisation', 'parti',
    'partiet', 'rederi', 'region', 'råd', 'selskab', 'selskabet', 'skole', 'stiftelse', 'styrelse', 'sygehus',
    'teater', 'teatret', 'tilsyn', 'udvalg', 'universitet', 'universitetet', 'værft',
  ],
  timeNames: [
    'april', 'august', 'december', 'februar', 'fredag', 'fredagen', 'januar', 'juli', 'juni', 'klokken',
    'lørdag', 'lørdagen', 'maj', 'mandag', 'mandagen', 'marts', 'november', 'oktober', 'onsdag', 'onsdagen',
    'september', 'søndag', 'søndagen', 'tirsdag', 'tirsdagen', 'torsdag', 'torsdagen',
  ],
  abbreviations,
};

/** Word lists for attributing quotes in Danish. */
export const quoting: QuotingWords = {
  code: 'da',
  usesSpeechDashes: true,
  ...verbs,
  ...sources,
  ...grammar,
  ...people,
  ...things,
  ...names,
};
