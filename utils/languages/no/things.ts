import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'adm', 'bl.a', 'ca', 'dr', 'dvs', 'e.l', 'etc', 'evt', 'f.eks', 'feks', 'ff', 'fr', 'frk', 'hr', 'inkl',
  'jf', 'jr', 'kap', 'kl', 'kr', 'm.a', 'm.fl', 'm.m', 'mht', 'mill', 'mnd', 'mrd', 'nr', 'o.l', 'osv',
  'pga', 'prof', 's.k', 'st', 't.d', 'tel', 'tlf', 'vs',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
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
  bodyNouns: [
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
