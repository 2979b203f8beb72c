import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'adm', 'bl.a', 'ca', 'cand', 'd.v.s', 'dr', 'dvs', 'ekskl', 'etc', 'evt', 'f.eks', 'feks', 'ff', 'fhv',
  'hr', 'inkl', 'jf', 'jr', 'kap', 'kgl', 'kl', 'kr', 'm.a', 'm.fl', 'm.m', 'm.v', 'maks', 'mht', 'mia',
  'mio', 'mr', 'mrk', 'nr', 'o.l', 'osv', 'pct', 'pga', 'prof', 's.k', 'sct', 'skt', 'st', 'tlf', 'vs',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
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
  bodyNouns: [
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
