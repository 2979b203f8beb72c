import type { BoilerplateBook } from '../boilerplate-book.ts';

export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'à lire (?:aussi|également|ensuite).*|lire (?:aussi|également).*|sur le même (?:sujet|thème)|commentaires?(?: .*)?|articles? (?:liés|similaires|récents|recommandés|connexes).*|les plus lus|partager.*|laisser un commentaire.*|(?:plus|voir) (?:d articles|aussi).*|vos commentaires|dans la même rubrique',
  ],
  pointers: [
    '(?:[àa] lire(?: aussi| également)?|(?:lire|voir) (?:aussi|également)|lire la suite)(?: (?:sur|dans|chez) \\S{2,30})?|notre dossier',
  ],
  walls: ['pour lire la suite|réservé (?:à nos|aux) abonnés|il vous reste .{1,12}% de cet article'],
};
