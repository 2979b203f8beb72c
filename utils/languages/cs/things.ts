import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'a.s', 'apod', 'arch', 'atd', 'bc', 'cca', 'č', 'čl', 'doc', 'dr', 'gen', 'ing', 'inž', 'judr', 'kč',
  'mgr', 'mil', 'min', 'mj', 'mld', 'mudr', 'např', 'npor', 'obr', 'odst', 'phd', 'phdr', 'písm', 'plk',
  'por', 'pplk', 'prof', 'r', 'resp', 'rndr', 'roč', 's.r.o', 'st', 'str', 'sv', 'tis', 'tj', 'tzn', 'tzv',
  'ul', 'vs', 'zn',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'deklarace', 'dokument', 'dokumentu', 'dopis', 'e-mail', 'hlášení', 'komuniké', 'manifest', 'memorandum',
    'nález', 'nařízení', 'obžaloba', 'oznámení', 'petice', 'pokyn', 'posudek', 'prohlášení', 'protokol',
    'průzkum', 'příspěvek', 'rezoluce', 'rozhodnutí', 'rozsudek', 'sdělení', 'směrnice', 'stanovisko',
    'stanovisku', 'statut', 'stížnost', 'studie', 'studii', 'text', 'tweet', 'usnesení', 'vyhláška',
    'vyjádření', 'výkaz', 'výnos', 'výzva', 'závěť', 'zpráva', 'žádost', 'žaloba',
  ],
  bodyNouns: [
    'agentura', 'akademie', 'armáda', 'asociace', 'banka', 'centrum', 'divadlo', 'fakulta', 'federace',
    'firma', 'fond', 'gymnázium', 'hnutí', 'inspekce', 'instituce', 'institut', 'klub', 'koalice', 'komise',
    'komora', 'koncern', 'kongres', 'magistrát', 'ministerstvo', 'muzeum', 'nadace', 'nakladatelství',
    'nemocnice', 'odbor', 'organizace', 'parlament', 'policie', 'rada', 'redakce', 'sdružení', 'senát',
    'sněmovna', 'soud', 'společnost', 'spolek', 'správa', 'strana', 'svaz', 'škola', 'unie', 'univerzita',
    'úřad', 'ústav', 'vláda', 'výbor', 'závod',
  ],
  timeNames: [
    'březen', 'března', 'březnu', 'červen', 'července', 'červenci', 'červenec', 'června', 'červnu', 'čtvrtek',
    'čtvrtka', 'duben', 'dubna', 'dubnu', 'květen', 'května', 'květnu', 'leden', 'ledna', 'lednu', 'listopad',
    'listopadu', 'neděle', 'neděli', 'pátek', 'pátku', 'pondělí', 'prosince', 'prosinci', 'prosinec', 'říjen',
    'října', 'říjnu', 'sobota', 'sobotu', 'soboty', 'srpen', 'srpna', 'srpnu', 'středa', 'středu', 'středy',
    'únor', 'února', 'únoru', 'úterý', 'září',
  ],
  abbreviations,
};
