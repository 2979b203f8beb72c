import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'bl.a', 'ca', 'd.v.s', 'dr', 'dvs', 'e.d', 'enl', 'etc', 'f.d', 'f.n', 'fr.o.m', 'ggr', 'inkl', 'jr',
  'kap', 'kl', 'm.fl', 'm.m', 'mkt', 'nr', 'o.d', 'osv', 'p.g.a', 'prof', 'resp', 's.k', 'st', 't.ex',
  't.o.m', 'tel', 'tfn', 'ung',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
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
  bodyNouns: [
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
