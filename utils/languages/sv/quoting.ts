import type { GrammarWords, QuotingWords, SourceWords, ThingWords, VerbWords } from '../quoting-words.ts';
import { names, people } from './people.ts';
import { abbreviations } from './text.ts';

/** Function words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
const grammar: GrammarWords = {
  determiners: [
    'all', 'alla', 'allt', 'andra', 'annan', 'annat', 'båda', 'bägge', 'de', 'den', 'denna', 'dessa', 'detta',
    'en', 'ett', 'fem', 'flera', 'flest', 'fyra', 'få', 'hundra', 'inga', 'ingen', 'inget', 'mycket', 'många',
    'nio', 'någon', 'något', 'några', 'samma', 'sex', 'sju', 'själva', 'sådan', 'sådana', 'sådant', 'tio',
    'tolv', 'tre', 'tusen', 'två', 'varje', 'vilka', 'vilken', 'vilket', 'åtta',
  ],
  possessives: [
    'deras', 'dess', 'din', 'dina', 'ditt', 'era', 'ert', 'hans', 'hennes', 'min', 'mina', 'mitt', 'sin',
    'sina', 'sitt', 'vår', 'våra', 'vårt',
  ],
  masculinePronouns: ['han'],
  femininePronouns: ['hon'],
  pluralPronouns: ['de', 'dom'],
  otherPronouns: ['du', 'hen', 'jag', 'man', 'ni', 'vi'],
  objectPronouns: ['dej', 'dem', 'det', 'dig', 'er', 'henne', 'honom', 'mej', 'mig', 'oss', 'sej', 'sig'],
  firstPerson: ['jag', 'mej', 'mig', 'min', 'mina', 'mitt', 'oss', 'vi', 'vår', 'våra', 'vårt'],
  relatives: ['dit', 'hur', 'som', 'vad', 'varför', 'vars', 'vem', 'vilka', 'vilkas', 'vilken', 'vilket'],
  prepositions: [
    'angående', 'av', 'bakom', 'beträffande', 'bland', 'bortom', 'bredvid', 'efter', 'enligt', 'framför',
    'från', 'för', 'före', 'förutom', 'genom', 'gentemot', 'gällande', 'hos', 'i', 'innanför', 'inom',
    'intill', 'invid', 'jämte', 'kring', 'längs', 'med', 'mellan', 'mot', 'nedanför', 'om', 'omkring',
    'ovanför', 'per', 'på', 'runt', 'rörande', 'till', 'trots', 'undan', 'under', 'ur', 'utan', 'utanför',
    'utefter', 'utom', 'utöver', 'via', 'vid', 'visavi', 'å', 'åt', 'över',
  ],
  conjunctions: [
    'antingen', 'att', 'både', 'dels', 'eftersom', 'eller', 'emedan', 'fast', 'fastän', 'huruvida', 'ifall',
    'innan', 'liksom', 'medan', 'men', 'när', 'och', 'om', 'samt', 'såvida', 'såväl', 'tills', 'ty', 'utan',
    'varken', 'än',
  ],
  adverbs: [
    'aldrig', 'alldeles', 'alltid', 'alltjämt', 'alltmer', 'alltså', 'annars', 'antagligen', 'avsevärt',
    'bara', 'bitvis', 'bort', 'borta', 'dessutom', 'dessvärre', 'direkt', 'dit', 'dittills', 'då', 'där',
    'därefter', 'däremot', 'därför', 'därifrån', 'därmed', 'därtill', 'därutöver', 'efteråt', 'egentligen',
    'ej', 'emellanåt', 'emellertid', 'enbart', 'endast', 'enkelt', 'ens', 'exakt', 'extra', 'faktiskt',
    'fort', 'fortfarande', 'fortsättningsvis', 'framförallt', 'framåt', 'främst', 'följaktligen', 'förbi',
    'förgäves', 'förhoppningsvis', 'förmodligen', 'förr', 'först', 'förstås', 'förut', 'ganska', 'genast',
    'givetvis', 'gärna', 'hellre', 'helst', 'helt', 'hem', 'hemma', 'hit', 'hittills', 'huvudsakligen',
    'hårt', 'härefter', 'häromdagen', 'häromåret', 'ibland', 'idag', 'ifjol', 'igen', 'igenom', 'igår',
    'ikväll', 'imorgon', 'in', 'ingenstans', 'inledningsvis', 'inne', 'inte', 'istället', 'ja', 'jo', 'ju',
    'just', 'jämt', 'kanske', 'kategoriskt', 'knappast', 'knappt', 'kort', 'kortfattat', 'kraftigt', 'lagom',
    'lika', 'likadant', 'likaså', 'likväl', 'lite', 'lyckligtvis', 'långt', 'länge', 'längre', 'lätt', 'mer',
    'mera', 'mest', 'mindre', 'minst', 'mycket', 'möjligen', 'möjligtvis', 'naturligtvis', 'ned', 'nedåt',
    'nej', 'ner', 'nere', 'nog', 'normalt', 'nu', 'numera', 'nyligen', 'nyss', 'någonsin', 'någonstans',
    'nästan', 'nödvändigtvis', 'också', 'offentligt', 'officiellt', 'ofta', 'oftast', 'omedelbart',
    'omgående', 'onekligen', 'ordentligt', 'otvivelaktigt', 'oväntat', 'personligen', 'plötsligt', 'precis',
    'preliminärt', 'rakt', 'redan', 'rejält', 'relativt', 'respektive', 'rimligen', 'runtom', 'rätt', 'sakta',
    'samtidigt', 'sannolikt', 'sedan', 'senare', 'senast', 'sent', 'sist', 'självfallet', 'självklart',
    'skarpt', 'skriftligen', 'slutligen', 'snabbt', 'snarare', 'snarast', 'snart', 'starkt', 'så', 'sådär',
    'således', 'säkert', 'sällan', 'särskilt', 'tidigare', 'tidigt', 'tillbaka', 'tillfälligt',
    'tillräckligt', 'tillsammans', 'totalt', 'troligen', 'troligtvis', 'tvärtom', 'tydligen', 'tydligt',
    'tyvärr', 'ungefär', 'upp', 'uppe', 'uppenbarligen', 'uppåt', 'ursprungligen', 'ut', 'ute', 'uteslutande',
    'uttryckligen', 'utåt', 'vanligen', 'vanligtvis', 'varför', 'varvid', 'verkligen', 'vidare',
    'visserligen', 'visst', 'väl', 'väldigt', 'åter', 'återigen', 'åtminstone', 'ändå', 'ännu', 'äntligen',
    'även', 'öppet', 'överallt', 'överhuvudtaget',
  ],
  complementisers: ['att'],
  indefinites: [
    'andra', 'annan', 'en', 'ett', 'flera', 'många', 'någon', 'något', 'några', 'somliga', 'vissa',
  ],
};

/** Verbs of speech in every form that a speaker can be the subject of, and verbs that are not verbs of speech. */
const verbs: VerbWords = {
  cueVerbs: [
    'anklagade', 'anklagar', 'anklagat', 'anser', 'ansett', 'ansåg', 'antydde', 'antyder', 'antytt',
    'applåderar', 'argumenterade', 'argumenterar', 'argumenterat', 'avfärdade', 'avfärdar', 'avfärdat',
    'avrundade', 'avrundar', 'avslutade', 'avslutar', 'avslöjade', 'avslöjar', 'avslöjat', 'avvisade',
    'avvisar', 'avvisat', 'bedömde', 'bedömer', 'bedömt', 'befarade', 'befarar', 'befarat', 'beklagade',
    'beklagar', 'beklagat', 'bekräftade', 'bekräftar', 'bekräftat', 'beordrade', 'beordrar', 'berättade',
    'berättar', 'berättat', 'berömde', 'berömmer', 'beskrev', 'beskriver', 'beskrivit', 'beskyllde',
    'beskyller', 'betonade', 'betonar', 'betonat', 'citerade', 'citerar', 'citerat', 'deklarerade',
    'deklarerar', 'deklarerat', 'dementerade', 'dementerar', 'dementerat', 'diskuterade', 'diskuterar',
    'erkände', 'erkänner', 'erkänt', 'fastslagit', 'fastslog', 'fastslår', 'filosoferade', 'filosoferar',
    'flikade', 'flikar', 'flinade', 'flinar', 'fortsatte', 'fortsätter', 'framhåller', 'framhållit',
    'framhöll', 'frågade', 'frågar', 'frågat', 'fräser', 'fräste', 'funderade', 'funderar', 'funderat',
    'föreslagit', 'föreslog', 'föreslår', 'förklarade', 'förklarar', 'förklarat', 'förnekade', 'förnekar',
    'förnekat', 'försäkrade', 'försäkrar', 'försäkrat', 'förtydligade', 'förtydligar', 'förtydligat',
    'förutspådde', 'förutspår', 'förutspått', 'garanterade', 'garanterar', 'garanterat', 'genmälde',
    'genmäler', 'gissade', 'gissar', 'gnällde', 'gnäller', 'gratulerade', 'gratulerar', 'gratulerat',
    'grymtade', 'grymtar', 'hojtade', 'hojtar', 'hoppades', 'hoppas', 'hoppats', 'hotade', 'hotar', 'hotat',
    'hyllade', 'hyllar', 'hyllat', 'hälsade', 'hälsar', 'hälsat', 'hävdade', 'hävdar', 'hävdat', 'ifrågasatt',
    'ifrågasatte', 'ifrågasätter', 'inflikade', 'inflikar', 'inflikat', 'informerade', 'informerar',
    'informerat', 'inledde', 'inleder', 'inlett', 'insisterade', 'insisterar', 'insisterat', 'instämde',
    'instämmer', 'instämt', 'intygade', 'intygar', 'intygat', 'invände', 'invänder', 'invänt', 'jublade',
    'jublar', 'jublat', 'jämför', 'jämförde', 'klagade', 'klagar', 'klagat', 'klargjorde', 'klargjort',
    'klargör', 'kommenterade', 'kommenterar', 'kommenterat', 'konstaterade', 'konstaterar', 'konstaterat',
    'kontrade', 'kontrar', 'kontrat', 'kritiserade', 'kritiserar', 'kritiserat', 'krävde', 'kräver', 'krävt',
    'ler', 'log', 'lovade', 'lovar', 'lovat', 'lyder', 'lytt', 'löd', 'manade', 'manar', 'manat', 'meddelade',
    'meddelar', 'meddelat', 'medgav', 'medger', 'medgett', 'medgivit', 'menade', 'menar', 'menat', 'mindes',
    'minns', 'mints', 'misstänker', 'misstänkte', 'mumlade', 'mumlar', 'muttrade', 'muttrar', 'noterade',
    'noterar', 'noterat', 'pekade', 'pekar', 'postade', 'postar', 'postat', 'poängterade', 'poängterar',
    'poängterat', 'preciserade', 'preciserar', 'preciserat', 'prisade', 'prisar', 'proklamerade',
    'proklamerar', 'protesterade', 'protesterar', 'protesterat', 'pustade', 'pustar', 'påminde', 'påminner',
    'påmint', 'påpekade', 'påpekar', 'påpekat', 'rapporterade', 'rapporterar', 'rapporterat', 'reagerade',
    'reagerar', 'redogjorde', 'redogjort', 'redogör', 'rekommenderade', 'rekommenderar', 'rekommenderat',
    'replikerade', 'replikerar', 'replikerat', 'resonerade', 'resonerar', 'resonerat', 'resumerade',
    'resumerar', 'ropade', 'ropar', 'ropat', 'ryter', 'rådde', 'råder', 'röt', 'sa', 'sade', 'sagt',
    'sammanfattade', 'sammanfattar', 'sammanfattat', 'skojade', 'skojar', 'skrattade', 'skrattar', 'skrattat',
    'skrek', 'skrev', 'skriker', 'skrikit', 'skriver', 'skrivit', 'skämtade', 'skämtar', 'skämtat',
    'snyftade', 'snyftar', 'spekulerade', 'spekulerar', 'spådde', 'spår', 'suckade', 'suckar', 'suckat',
    'summerade', 'summerar', 'svarade', 'svarar', 'svarat', 'säga', 'säger', 'tackade', 'tackar', 'tackat',
    'tillade', 'tillagt', 'tillbakavisade', 'tillbakavisar', 'tillkännagav', 'tillkännager', 'tillägger',
    'tipsade', 'tipsar', 'trodde', 'tror', 'trott', 'twittrade', 'twittrar', 'twittrat', 'tycker', 'tyckt',
    'tyckte', 'tänker', 'tänkt', 'tänkte', 'understrukit', 'understryker', 'underströk', 'undrade', 'undrar',
    'undrat', 'uppgav', 'uppger', 'uppgett', 'uppgivit', 'upplyser', 'upplyst', 'upplyste', 'uppmanade',
    'uppmanar', 'uppmanat', 'upprepade', 'upprepar', 'upprepat', 'uppskattade', 'uppskattar', 'ursäktade',
    'ursäktar', 'utbrast', 'utbrister', 'utbrustit', 'utropade', 'utropar', 'utropat', 'utvecklade',
    'utvecklar', 'varnade', 'varnar', 'varnat', 'vidhåller', 'vidhållit', 'vidhöll', 'viskade', 'viskar',
    'viskat', 'vittnade', 'vittnar', 'vittnat', 'vrålade', 'vrålar', 'vädjade', 'vädjar', 'vädjat', 'yttrade',
    'yttrar', 'yttrat', 'önskade', 'önskar', 'önskat',
  ],
  phraseVerbs: [
    'benämnde', 'benämner', 'beskrev', 'beskriver', 'beskrivit', 'betecknade', 'betecknar', 'betecknat',
    'döpte', 'kallade', 'kallar', 'kallat', 'klassade', 'klassar', 'liknade', 'liknar', 'pratade', 'pratar',
    'stämplade', 'stämplar', 'talade', 'talar', 'talat', 'utmålade', 'utmålar',
  ],
  auxiliaries: [
    'behövde', 'behöver', 'blev', 'bli', 'blir', 'blivit', 'borde', 'brukade', 'brukar', 'bör', 'fick', 'få',
    'får', 'fått', 'ha', 'hade', 'haft', 'har', 'kan', 'kunde', 'kunna', 'kunnat', 'lär', 'må', 'måste',
    'måtte', 'ska', 'skall', 'skulle', 'torde', 'var', 'vara', 'varit', 'velat', 'vilja', 'vill', 'ville',
    'är',
  ],
};

/** Fixed phrases that introduce a source. */
const sources: SourceWords = {
  sourcePhrases: [
    'med hänvisning till', 'enligt uppgifter från', 'enligt uppgift från', 'enligt honom', 'enligt henne',
    'enligt dem', 'enligt',
  ],
};

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
const things: ThingWords = {
  documentNouns: [
    'anmälan', 'betänkande', 'betänkandet', 'brev', 'brevet', 'debattartikel', 'debattartikeln',
    'deklaration', 'direktiv', 'dokument', 'dokumentet', 'dom', 'domen', 'e-post', 'e-postmeddelande',
    'enkät', 'enkäten', 'granskning', 'granskningen', 'inlägg', 'inlägget', 'insändare', 'kommuniké',
    'meddelande', 'meddelandet', 'mejl', 'mejlet', 'motion', 'motionen', 'pm', 'pressmeddelande',
    'pressmeddelandet', 'promemoria', 'promemorian', 'proposition', 'propositionen', 'protokoll',
    'protokollet', 'rapport', 'rapporten', 'remissvar', 'rättegångsprotokoll', 'skrivelse', 'skrivelsen',
    'sms', 'stadga', 'studie', 'studien', 'stämningsansökan', 'text', 'texten', 'tweet', 'undersökning',
    'undersökningen', 'utlåtande', 'utlåtandet', 'utredning', 'utredningen', 'uttalande', 'uttalandet',
    'yttrande', 'yttrandet', 'åtal', 'åtalet',
  ],
  organisationNouns: [
    'ab', 'akademi', 'akademin', 'bank', 'banken', 'bolag', 'bolaget', 'bryggeri', 'byrå', 'departement',
    'departementet', 'domstol', 'fakultet', 'federation', 'firma', 'fond', 'förbund', 'förbundet', 'förening',
    'föreningen', 'företag', 'förlag', 'grupp', 'högskola', 'högskolan', 'institut', 'institutet', 'kammare',
    'klubb', 'klubben', 'kommission', 'kommitté', 'kommun', 'koncern', 'länsstyrelse', 'ministerium',
    'museet', 'museum', 'myndighet', 'nämnd', 'organisation', 'parti', 'partiet', 'region', 'riksdag', 'råd',
    'sjukhus', 'sjukhuset', 'stiftelse', 'styrelse', 'teater', 'teatern', 'tidning', 'tingsrätt',
    'universitet', 'universitetet', 'utskott', 'verk', 'verket',
  ],
  timeNames: [
    'april', 'augusti', 'december', 'februari', 'fredag', 'fredagen', 'fredagskvällen', 'januari', 'juli',
    'juni', 'klockan', 'lördag', 'lördagen', 'lördagskvällen', 'maj', 'mars', 'måndag', 'måndagen',
    'måndagskvällen', 'november', 'oktober', 'onsdag', 'onsdagen', 'onsdagskvällen', 'september', 'söndag',
    'söndagen', 'söndagskvällen', 'tisdag', 'tisdagen', 'tisdagskvällen', 'torsdag', 'torsdagen',
    'torsdagskvällen',
  ],
  abbreviations,
};

/** Word lists for attributing quotes in Swedish. */
export const quoting: QuotingWords = {
  code: 'sv',
  usesSpeechDashes: true,
  ...verbs,
  ...sources,
  ...grammar,
  ...people,
  ...things,
  ...names,
};
