import type { GrammarWords, QuotingWords, SourceWords, ThingWords, VerbWords } from '../quoting-words.ts';
import { names, people } from './people.ts';
import { abbreviations } from './text.ts';

/** Function words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
const grammar: GrammarWords = {
  determiners: [
    'alle', 'beide', 'dat', 'de', 'den', 'der', 'des', 'deze', 'die', 'dit', 'drie', 'een', 'elk', 'elke',
    'enkele', 'geen', 'het', 'ieder', 'iedere', 'meerdere', 'menig', 'sommige', 'twee', 'veel', 'vele',
    'verscheidene', 'verschillende', 'vier', 'vijf', 'weinig', 'zulke',
  ],
  possessives: ['haar', 'hun', 'jouw', 'jullie', 'mijn', 'ons', 'onze', 'uw', 'zijn'],
  masculinePronouns: ['hij'],
  femininePronouns: ['ze', 'zij'],
  otherPronouns: [
    'ander', 'anderen', 'het', 'iedereen', 'iemand', 'ik', 'je', 'jij', 'jullie', 'men', 'niemand',
    'sommigen', 'u', 'velen', 'we', 'wij',
  ],
  objectPronouns: [
    'elkaar', 'haar', 'hem', 'hen', 'hun', 'jou', 'me', 'mezelf', 'mij', 'ons', 'onszelf', 'zich', 'zichzelf',
  ],
  firstPerson: ['ik', 'me', 'mezelf', 'mij', 'mijn', 'ons', 'onszelf', 'onze', 'we', 'wij'],
  relatives: [
    'dat', 'die', 'hoe', 'waar', 'waarin', 'waarmee', 'waarom', 'waarop', 'waarvan', 'wanneer', 'wat', 'welk',
    'welke', 'wie', 'wiens', 'wier',
  ],
  prepositions: [
    'aan', 'achter', 'af', 'behalve', 'beneden', 'bij', 'binnen', 'boven', 'buiten', 'conform', 'dankzij',
    'door', 'gedurende', 'in', 'jegens', 'langs', 'met', 'middels', 'na', 'naar', 'naast', 'namens', 'om',
    'omtrent', 'ondanks', 'onder', 'op', 'over', 'per', 'rond', 'rondom', 'sedert', 'sinds', 'te', 'tegen',
    'tegenover', 'ten', 'ter', 'tijdens', 'tot', 'tussen', 'uit', 'van', 'vanaf', 'vanuit', 'vanwege', 'via',
    'volgens', 'voor', 'voorbij', 'wegens', 'zonder',
  ],
  conjunctions: [
    'aangezien', 'als', 'alvorens', 'dan', 'dat', 'doch', 'doordat', 'dus', 'en', 'evenals', 'hoewel',
    'indien', 'maar', 'mits', 'nadat', 'noch', 'of', 'ofschoon', 'ofwel', 'omdat', 'opdat', 'tenzij',
    'terwijl', 'toen', 'totdat', 'voordat', 'wanneer', 'want', 'zoals', 'zodat', 'zodra',
  ],
  adverbs: [
    'aan', 'af', 'al', 'alleen', 'alsnog', 'altijd', 'alvast', 'anders', 'bijna', 'bovendien', 'daar',
    'daarbij', 'daarmee', 'daarna', 'daarnaast', 'daarom', 'daarop', 'daarover', 'daarvoor', 'dan', 'dus',
    'echter', 'eens', 'eerder', 'eerst', 'eindelijk', 'er', 'evenwel', 'ginds', 'gisteren', 'graag', 'heel',
    'helaas', 'helemaal', 'hier', 'hierbij', 'hierna', 'hierop', 'immers', 'inderdaad', 'inmiddels',
    'intussen', 'ja', 'juist', 'later', 'meer', 'meestal', 'meteen', 'misschien', 'morgen', 'nee', 'niet',
    'nog', 'nogmaals', 'nooit', 'nu', 'onlangs', 'ook', 'op', 'opnieuw', 'overigens', 'pas', 'reeds',
    'ronduit', 'samen', 'slechts', 'soms', 'steeds', 'straks', 'tegelijk', 'terug', 'tevens', 'thans', 'toch',
    'toe', 'toen', 'tot', 'uit', 'uiteindelijk', 'vaak', 'vanavond', 'vandaag', 'vanmiddag', 'vanmorgen',
    'vanochtend', 'verder', 'vervolgens', 'volop', 'vooral', 'vooralsnog', 'voorts', 'waarschijnlijk', 'weer',
    'wel', 'zeer', 'zelf', 'zelfs', 'zo', 'zojuist',
  ],
  complementisers: ['dat', 'hoe', 'of', 'waarom', 'wat'],
  indefinites: ['een', 'ene', 'geen', 'sommige', 'zekere'],
};

/** Verbs of speech in every form that a speaker can be the subject of, and verbs that are not verbs of speech. */
const verbs: VerbWords = {
  cueVerbs: [
    'adviseerde', 'adviseerden', 'adviseert', 'adviseren', 'analyseerde', 'analyseerden', 'analyseert',
    'antwoordde', 'antwoordden', 'antwoorden', 'antwoordt', 'argumenteerde', 'argumenteerden', 'argumenteert',
    'beaamde', 'beaamt', 'beargumenteerde', 'beargumenteert', 'bedankt', 'bedankte', 'bekende', 'bekent',
    'beklaagde', 'beklaagt', 'bekritiseerde', 'bekritiseert', 'beloofde', 'beloofden', 'belooft',
    'benadrukken', 'benadrukt', 'benadrukte', 'benadrukten', 'bepleit', 'bepleitte', 'berichtte',
    'berichtten', 'beschuldigde', 'beschuldigt', 'beseft', 'besefte', 'beseften', 'besloot', 'besluit',
    'betoogde', 'betoogt', 'betreurde', 'betreurt', 'betuigde', 'betuigden', 'betuigt', 'betwijfelde',
    'betwijfelt', 'bevestigde', 'bevestigden', 'bevestigen', 'bevestigt', 'beweerde', 'beweerden', 'beweert',
    'beweren', 'bezweert', 'bezwoer', 'biechtte', 'blikt', 'blikte', 'blikten', 'briest', 'brieste', 'bromde',
    'bromt', 'brulde', 'brult', 'bulderde', 'bulderden', 'buldert', 'citeerde', 'citeert', 'concludeerde',
    'concludeerden', 'concludeert', 'constateerde', 'constateert', 'corrigeerde', 'corrigeerden',
    'corrigeert', 'dacht', 'dankt', 'dankte', 'deelde', 'deelden', 'deelt', 'delen', 'denkt', 'dreigde',
    'dreigt', 'droomde', 'droomden', 'droomt', 'eisen', 'eist', 'eiste', 'eisten', 'ergerde', 'ergerden',
    'ergert', 'erkende', 'erkenden', 'erkennen', 'erkent', 'filosofeerde', 'filosofeerden', 'filosofeert',
    'fluisterde', 'fluistert', 'formuleerde', 'formuleert', 'fulmineerde', 'fulmineerden', 'fulmineert',
    'gaf', 'garandeerde', 'garandeerden', 'garandeert', 'geeft', 'geloofde', 'gelooft', 'gezegd', 'gilde',
    'gilt', 'glimlacht', 'glimlachte', 'glunderde', 'glunderden', 'glundert', 'grapt', 'grapte', 'grijnsde',
    'grijnst', 'gruwde', 'gruwden', 'gruwt', 'hamerde', 'hamert', 'hekelde', 'hekelden', 'hekelen', 'hekelt',
    'herhaalde', 'herhaalt', 'herinnerde', 'herinnert', 'hield', 'hoopt', 'hoopte', 'hoopten', 'hopen',
    'houdt', 'informeerde', 'informeert', 'ironiseerde', 'ironiseerden', 'ironiseert', 'jammerde',
    'jammerden', 'jammert', 'jubelde', 'jubelden', 'jubelt', 'juicht', 'juichte', 'klaagde', 'klaagden',
    'klaagt', 'klagen', 'klinkt', 'klonk', 'knikt', 'knikte', 'knikten', 'kondigde', 'kondigt', 'kopt',
    'kopte', 'kreunt', 'krijst', 'krijste', 'krijsten', 'kritiseerde', 'kritiseert', 'laat', 'lacht',
    'lachte', 'legde', 'leggen', 'legt', 'lichtte', 'liet', 'lieten', 'loofde', 'looft', 'luidde', 'luidt',
    'mailde', 'mailt', 'meende', 'meent', 'meldde', 'meldden', 'melden', 'meldt', 'merkt', 'merkte',
    'mijmerde', 'mijmert', 'mompelde', 'mompelt', 'mopperde', 'moppert', 'morde', 'morden', 'mort',
    'motiveerde', 'motiveert', 'noteerde', 'noteert', 'nuanceerde', 'nuanceert', 'onderstreept',
    'onderstreepte', 'onderstreepten', 'onthulde', 'onthulden', 'onthult', 'ontkende', 'ontkenden',
    'ontkennen', 'ontkent', 'oordeelde', 'oordeelden', 'oordeelt', 'opperde', 'oppert', 'pareerde',
    'pareerden', 'pareert', 'peinsde', 'peinst', 'pleit', 'pleiten', 'pleitte', 'pleitten', 'pocht',
    'poneerde', 'poneerden', 'poneert', 'postte', 'preciseerde', 'preciseert', 'prees', 'prijst',
    'profeteert', 'protesteerde', 'protesteerden', 'protesteert', 'raadde', 'raadt', 'rapporteerde',
    'rapporteerden', 'rapporteert', 'reageerde', 'reageerden', 'reageert', 'reageren', 'redeneerde',
    'redeneert', 'relativeerde', 'relativeert', 'repliceerde', 'repliceerden', 'repliceert', 'resumeert',
    'ried', 'riep', 'riepen', 'roepen', 'roept', 'scandeerde', 'scandeerden', 'scandeert', 'schamperde',
    'schampert', 'schatte', 'schertst', 'schetst', 'schetste', 'schreef', 'schreeuwde', 'schreeuwt',
    'schreven', 'schrijft', 'schrijven', 'signaleerde', 'signaleerden', 'signaleert', 'sist', 'siste',
    'sisten', 'smeekt', 'smeekte', 'smeekten', 'snauwde', 'snauwt', 'sneerde', 'sneert', 'snikt', 'snikte',
    'snikten', 'somde', 'somt', 'speculeerde', 'speculeerden', 'speculeert', 'spotte', 'sprak', 'spraken',
    'spreekt', 'stamelde', 'stamelt', 'stelde', 'stelden', 'stellen', 'stelt', 'stipt', 'stipte', 'stipten',
    'stipuleert', 'suggereerde', 'suggereert', 'tekende', 'tekent', 'tierde', 'tierden', 'tiert', 'tobde',
    'tobden', 'tobt', 'treurt', 'tweet', 'tweette', 'twitterde', 'twittert', 'uitte', 'vat', 'vatte',
    'verdedigde', 'verdedigt', 'verduidelijkt', 'verduidelijkte', 'verheldert', 'verklaarde', 'verklaarden',
    'verklaart', 'verklaren', 'verkondigde', 'verkondigt', 'vermeldde', 'vermeldt', 'vermoedde', 'vermoedt',
    'verontschuldigde', 'verontschuldigt', 'veroordeelde', 'veroordeelt', 'vertelde', 'vertelden',
    'vertellen', 'vertelt', 'vervolgde', 'vervolgt', 'verwacht', 'verwachtte', 'verweert', 'verwees',
    'verweet', 'verwelkomde', 'verwelkomden', 'verwelkomt', 'verweten', 'verwezen', 'verwijst', 'verwijt',
    'verwonderde', 'verwonderden', 'verwondert', 'verwoordde', 'verwoordt', 'verzekerde', 'verzekerden',
    'verzekeren', 'verzekert', 'verzucht', 'verzuchtte', 'vinden', 'vindt', 'vloekt', 'vloekte', 'voegde',
    'voegden', 'voegt', 'vond', 'vonden', 'voorspelde', 'voorspellen', 'voorspelt', 'vraagt', 'vragen',
    'vreesde', 'vreesden', 'vreest', 'vroeg', 'vroegen', 'vulde', 'vulden', 'vullen', 'vult', 'waarschuwde',
    'waarschuwden', 'waarschuwen', 'waarschuwt', 'weerlegde', 'weerlegt', 'weersprak', 'weerspreekt', 'wees',
    'wenst', 'wenste', 'werpt', 'wierp', 'wijst', 'zegde', 'zeggen', 'zegt', 'zei', 'zeiden', 'zucht',
    'zuchtte', 'zweert', 'zwoer',
  ],
  phraseVerbs: [
    'beschouwde', 'beschouwt', 'beschreef', 'beschrijft', 'bestempelde', 'bestempelt', 'betitelde',
    'betitelt', 'duidde', 'karakteriseerde', 'karakteriseert', 'kwalificeerde', 'kwalificeert', 'noemde',
    'noemden', 'noemen', 'noemt', 'omschreef', 'omschrijft', 'sprak', 'spreekt', 'typeerde', 'typeert',
  ],
  auxiliaries: [
    'ben', 'bent', 'had', 'hadden', 'heb', 'hebben', 'hebt', 'heeft', 'is', 'kan', 'kon', 'konden', 'kunnen',
    'kunt', 'mag', 'mocht', 'mochten', 'moest', 'moesten', 'moet', 'moeten', 'mogen', 'waren', 'was', 'werd',
    'werden', 'wil', 'wilde', 'wilden', 'willen', 'wilt', 'word', 'worden', 'wordt', 'zal', 'zijn', 'zou',
    'zouden', 'zullen',
  ],
};

/** Fixed phrases that introduce a source. */
const sources: SourceWords = {
  sourcePhrases: [
    'aldus', 'volgens', 'volgens hem', 'volgens haar', 'volgens hen', 'dixit', 'in de woorden van',
    'met de woorden van', 'bij monde van', 'naar de mening van', 'naar het oordeel van',
    'naar de woorden van', 'in de ogen van', 'naar zijn mening', 'naar haar mening', 'naar hun mening',
    'naar zijn zeggen', 'naar haar zeggen', 'naar eigen zeggen', 'in zijn woorden', 'in haar woorden',
    'in een reactie van',
  ],
};

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
const things: ThingWords = {
  documentNouns: [
    'aangifte', 'advies', 'arrest', 'beleidsnota', 'bericht', 'beschikking', 'boodschap', 'brief',
    'factsheet', 'kamerbrief', 'manifest', 'mededeling', 'memo', 'nota', 'onderzoek', 'onderzoeksrapport',
    'persbericht', 'petitie', 'proces-verbaal', 'raadsbesluit', 'rapport', 'requisitoir', 'statement',
    'studie', 'tweet', 'uitspraak', 'verklaring', 'verslag', 'vonnis', 'wetsvoorstel',
  ],
  organisationNouns: [
    'agentschap', 'autoriteit', 'bank', 'bond', 'bureau', 'bv', 'centrum', 'commissie', 'fonds',
    'genootschap', 'groep', 'hogeschool', 'instituut', 'koepel', 'krant', 'ministerie', 'nv', 'organisatie',
    'partij', 'raad', 'rechtbank', 'stichting', 'unie', 'universiteit', 'verbond', 'vereniging', 'vzw',
    'ziekenhuis',
  ],
  timeNames: [
    'april', 'augustus', 'december', 'dinsdag', 'dinsdagavond', 'dinsdagmiddag', 'dinsdagochtend',
    'donderdag', 'donderdagavond', 'donderdagmiddag', 'donderdagochtend', 'februari', 'januari', 'juli',
    'juni', 'kerstmis', 'maandag', 'maandagavond', 'maandagmiddag', 'maandagochtend', 'maart', 'mei',
    'november', 'oktober', 'pasen', 'pinksteren', 'september', 'vrijdag', 'vrijdagavond', 'vrijdagmiddag',
    'vrijdagochtend', 'woensdag', 'woensdagavond', 'woensdagmiddag', 'woensdagochtend', 'zaterdag',
    'zaterdagavond', 'zaterdagmiddag', 'zaterdagochtend', 'zondag', 'zondagavond', 'zondagmiddag',
    'zondagochtend',
  ],
  abbreviations,
};

/** Word lists for attributing quotes in Dutch. */
export const quoting: QuotingWords = {
  code: 'nl',
  ...verbs,
  ...sources,
  ...grammar,
  ...people,
  ...things,
  ...names,
};
