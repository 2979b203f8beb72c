import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in French. */
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
  notices: [
    '(?:cet article|ce résumé|cette traduction) .{0,30}\\b(?:généré|rédigé|traduit|créé|résumé|lu)e? .{0,30}\\b(?:IA|intelligence artificielle|automatiquement|voix de synthèse)\\b',
    '(?:connectez-vous|identifiez-vous) pour (?:voter|réagir|commenter|enregistrer|suivre)\\b',
    'article (?:enregistré|sauvegardé|ajouté)\\b',
    'ce contenu est bloqué\\b|pour (?:voir|afficher) ce contenu\\b',
  ],
  credits: [
    "^\\W*(?:traduit de l['’]\\S+(?: \\([^)]*\\))? par|traduction\\s*:)(?: [^\\s,;]+){1,5}$",
    "^\\W*avec (?:l['’])?(?:afp|reuters|ap|agences?)(?:(?:,| et) \\S+){0,3}\\W*$",
  ],
};
