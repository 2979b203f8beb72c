import type { ThingWords } from '../quoting-words.ts';

/** Words for what is no person: documents, works, bodies, days and months; and short forms. */
export const things: ThingWords = {
  documentNouns: ['bericht', 'brief', 'erklärung', 'mitteilung', 'stellungnahme', 'studie', 'urteil'],
  workNouns: [
    'album', 'ausstellung', 'band', 'buch', 'buches', 'film', 'films', 'gedicht', 'gemälde', 'lied',
    'magazin', 'oper', 'podcast', 'projekt', 'roman', 'romans', 'sendung', 'serie', 'song', 'stück', 'stücks',
    'theaterstück', 'titel', 'titels', 'zeitschrift', 'zeitung', 'zeitungs',
  ],
  bodyNouns: ['ag', 'bank', 'gmbh', 'institut', 'ministerium', 'partei', 'universität', 'verband', 'zeitung'],
  timeNames: [
    'april', 'august', 'dezember', 'dienstag', 'donnerstag', 'februar', 'freitag', 'freitagabend', 'januar',
    'juli', 'juni', 'mai', 'märz', 'mittwoch', 'montag', 'montagabend', 'november', 'oktober', 'samstag',
    'september', 'sonntag', 'uhr',
  ],
  abbreviations: ['bzw', 'ca', 'dr', 'fr', 'hr', 'nr', 'prof', 'st', 'u.a', 'usw', 'z.b'],
};
