import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'arch', 'art', 'avv', 'cfr', 'col', 'dott', 'dr', 'ecc', 'gen', 'ing', 'mons', 'on', 'pag', 'prof',
  'proff', 'sen', 'sig', 'sigg',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'bando', 'bollettino', 'circolare', 'comunicato', 'comunicazione', 'decreto', 'delibera', 'diario',
    'dichiarazione', 'dispaccio', 'documento', 'dossier', 'editoriale', 'email', 'esposto', 'informativa',
    'interrogazione', 'lettera', 'manifesto', 'memoriale', 'messaggio', 'missiva', 'mozione', 'nota',
    'ordinanza', 'petizione', 'pubblicazione', 'questionario', 'rapporto', 'referto', 'regolamento',
    'relazione', 'reportage', 'ricorso', 'risoluzione', 'sentenza', 'sondaggio', 'statuto', 'testamento',
    'testo', 'trattato', 'tweet', 'verbale', 'verdetto', 'volantino',
  ],
  bodyNouns: [
    'accademia', 'agenzia', 'ambasciata', 'amministrazione', 'assemblea', 'associazione', 'autorità',
    'azienda', 'banca', 'camera', 'centro', 'club', 'coalizione', 'comando', 'comitato', 'commissione',
    'compagnia', 'comune', 'confederazione', 'congresso', 'consiglio', 'consorzio', 'cooperativa', 'corte',
    'direzione', 'ente', 'esercito', 'facoltà', 'federazione', 'fondazione', 'governo', 'gruppo', 'impresa',
    'istituto', 'lega', 'ministero', 'movimento', 'museo', 'ong', 'ordine', 'organizzazione', 'ospedale',
    'osservatorio', 'parlamento', 'partito', 'polizia', 'prefettura', 'procura', 'questura', 'regione',
    'scuola', 'segreteria', 'senato', 'sindacato', 'società', 'soprintendenza', 'tribunale', 'ufficio',
    'unione', 'università',
  ],
  timeNames: [
    'agosto', 'aprile', 'dicembre', 'domenica', 'febbraio', 'gennaio', 'giovedì', 'giugno', 'luglio',
    'lunedì', 'maggio', 'martedì', 'marzo', 'mercoledì', 'novembre', 'ottobre', 'sabato', 'settembre',
    'venerdì',
  ],
  abbreviations,
};
