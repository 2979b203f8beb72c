import type { BoilerplateBook } from '../boilerplate-book.ts';

/** What sites in French print around an article. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    '(?:plus|voir) (?:d articles|aussi).*',
    'à lire (?:aussi|également|ensuite).*',
    'articles? (?:liés|similaires|récents|recommandés|connexes).*',
    'commentaires?(?: .*)?',
    'dans la même rubrique',
    'laisser un commentaire.*',
    'les plus lus',
    'lire (?:aussi|également).*',
    'partager.*',
    'sur le même (?:sujet|thème)',
    'vos commentaires',
  ],
  pointers: [
    '(?:[àa] lire(?: aussi| également)?|(?:lire|voir) (?:aussi|également)|lire la suite)(?: (?:sur|dans|chez) \\S{2,30})?',
    'notre dossier',
  ],
  walls: ['il vous reste .{1,12}% de cet article', 'pour lire la suite', 'réservé (?:à nos|aux) abonnés'],
};
