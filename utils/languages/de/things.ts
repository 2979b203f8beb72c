import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'abs', 'art', 'bsp', 'bzw', 'ca', 'd.h', 'dipl', 'dr', 'ebd', 'etc', 'evtl', 'fr', 'geb', 'gen', 'ggf',
  'hl', 'hr', 'ing', 'inkl', 'jr', 'kap', 'lt', 'mind', 'mio', 'mrd', 'nr', 'ph.d', 'prof', 'rd', 'sog',
  'st', 'str', 'tel', 'u.a', 'usw', 'vgl', 'vs', 'z.b', 'z.t', 'zit',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'abschlussbericht', 'analyse', 'antrag', 'aufruf', 'aussendung', 'bekanntmachung', 'bekennerschreiben',
    'bericht', 'bescheid', 'beschluss', 'brief', 'denkschrift', 'depesche', 'dokument', 'dossier',
    'erklärung', 'erlass', 'essay', 'flugblatt', 'flyer', 'formular', 'gesetzentwurf', 'gutachten',
    'klageschrift', 'koalitionsvertrag', 'kolumne', 'kommuniqué', 'leitartikel', 'mail', 'manifest', 'memo',
    'memorandum', 'merkblatt', 'mitteilung', 'notiz', 'papier', 'petition', 'positionspapier', 'postkarte',
    'presseaussendung', 'presseerklärung', 'pressemitteilung', 'protokoll', 'report', 'resolution',
    'rundschreiben', 'satzung', 'schriftsatz', 'sms', 'statement', 'stellungnahme', 'studie', 'studien',
    'testament', 'tweet', 'umfrage', 'untersuchung', 'urteil', 'verordnung', 'whatsapp-nachricht',
    'zwischenbericht',
  ],
  bodyNouns: [
    'abteilung', 'ag', 'agentur', 'akademie', 'allianz', 'amt', 'arbeitsgemeinschaft', 'armee', 'ausschuss',
    'bank', 'behörde', 'botschaft', 'bundesamt', 'bundesrat', 'bundestag', 'bundeswehr', 'bündnis', 'club',
    'fakultät', 'feuerwehr', 'firma', 'fraktion', 'genossenschaft', 'gericht', 'gesellschaft', 'gewerkschaft',
    'gmbh', 'gruppe', 'hochschule', 'holding', 'initiative', 'institut', 'kammer', 'kirche', 'klinik',
    'koalition', 'komitee', 'kommission', 'konzern', 'krankenhaus', 'landesamt', 'landtag', 'liga',
    'magistrat', 'ministerium', 'ministerrat', 'museum', 'nachrichtenagentur', 'orchester', 'organisation',
    'parlament', 'partei', 'polizei', 'präsidium', 'rat', 'redaktion', 'regierung', 'senat', 'sender',
    'staatsanwaltschaft', 'stiftung', 'theater', 'universität', 'unternehmen', 'verband', 'verein',
    'vereinigung', 'verlag', 'verwaltung', 'zeitung', 'zentralrat', 'zentrum',
  ],
  timeNames: [
    'april', 'august', 'dezember', 'dienstag', 'dienstagabend', 'dienstagmorgen', 'dienstagnachmittag',
    'donnerstag', 'donnerstagabend', 'donnerstagmorgen', 'donnerstagnachmittag', 'februar', 'freitag',
    'freitagabend', 'freitagmorgen', 'freitagnachmittag', 'jänner', 'januar', 'juli', 'juni', 'mai', 'märz',
    'mittwoch', 'mittwochabend', 'mittwochmorgen', 'mittwochnachmittag', 'montag', 'montagabend',
    'montagmorgen', 'montagnachmittag', 'november', 'oktober', 'samstag', 'samstagabend', 'samstagmorgen',
    'september', 'sonnabend', 'sonntag', 'sonntagabend', 'sonntagmorgen', 'uhr',
  ],
  abbreviations,
};
