import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'abp', 'al', 'asp', 'bp', 'br', 'bryg', 'chor', 'dot', 'dr', 'gen', 'godz', 'hab', 'im', 'insp', 'inż',
  'kard', 'kom', 'kpr', 'kpt', 'ks', 'lek', 'lic', 'm.in', 'mec', 'mgr', 'mjr', 'mł', 'nadinsp', 'nadkom',
  'np', 'nr', 'ogn', 'ok', 'os', 'p.o', 'pl', 'płk', 'podinsp', 'podkom', 'por', 'ppłk', 'ppor', 'prof',
  'pt', 'red', 'ryc', 'sierż', 'sp', 'szer', 'śp', 'św', 'tj', 'tzw', 'ul', 'ur', 'woj', 'zob',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'apel', 'badania', 'badanie', 'deklaracja', 'dekret', 'dokument', 'ekspertyza', 'instrukcja', 'komunikat',
    'list', 'manifest', 'memorandum', 'notatka', 'obwieszczenie', 'odezwa', 'orędzie', 'oświadczenie',
    'petycja', 'pismo', 'protokół', 'publikacja', 'raport', 'regulamin', 'rezolucja', 'rozporządzenie',
    'skarga', 'sondaż', 'sprawozdanie', 'statut', 'tekst', 'tweet', 'uchwała', 'uzasadnienie', 'wpis',
    'wyrok', 'zarządzenie', 'zawiadomienie',
  ],
  bodyNouns: [
    'agencja', 'akademia', 'ambasada', 'armia', 'bank', 'biuro', 'federacja', 'firma', 'fundacja', 'grupa',
    'inspekcja', 'instytut', 'izba', 'klub', 'komenda', 'komisja', 'komitet', 'koncern', 'korporacja',
    'kościół', 'kuria', 'liga', 'ministerstwo', 'muzeum', 'organizacja', 'parlament', 'partia', 'policja',
    'prokuratura', 'rada', 'redakcja', 'rząd', 'sąd', 'sejm', 'senat', 'spółka', 'stowarzyszenie', 'straż',
    'szkoła', 'szpital', 'teatr', 'towarzystwo', 'trybunał', 'uniwersytet', 'urząd', 'wydział', 'zakład',
    'zarząd', 'związek',
  ],
  timeNames: [
    'czerwca', 'czwartek', 'grudnia', 'kwietnia', 'lipca', 'listopada', 'lutego', 'maja', 'marca',
    'niedziela', 'niedzielę', 'października', 'piątek', 'poniedziałek', 'sierpnia', 'sobota', 'sobotę',
    'stycznia', 'środa', 'środę', 'września', 'wtorek',
  ],
  abbreviations,
};
