import type { ThingWords } from '../quoting-words.ts';

/** Words for what is no person: documents, works, bodies, days and months; and short forms. */
export const things: ThingWords = {
  documentNouns: ['communiqué', 'lettre', 'message', 'rapport', 'texte', 'tribune'],
  workNouns: [
    'album', 'article', 'baptisé', 'baptisée', 'chanson', 'dit', 'dite', 'documentaire', 'émission', 'film',
    'intitulé', 'intitulée', 'intitulés', 'journal', 'livre', 'magazine', 'nommé', 'nommée', 'opéra', 'pièce',
    'podcast', 'poème', 'roman', 'série', 'spectacle', 'surnommé', 'surnommée', 'tableau', 'titre', 'titré',
    'titrée',
  ],
  bodyNouns: ['banque', 'institut', 'ministère', 'parti', 'syndicat', 'université'],
  timeNames: [
    'août', 'avril', 'décembre', 'dimanche', 'février', 'janvier', 'jeudi', 'juillet', 'juin', 'lundi', 'mai',
    'mardi', 'mars', 'mercredi', 'novembre', 'octobre', 'samedi', 'septembre', 'vendredi',
  ],
  abbreviations: ['av', 'dr', 'etc', 'm', 'mm', 'mme', 'st', 'ste'],
};
