import type { PeopleWords } from '../quoting-words.ts';

/** Words for people and bodies that speak. */
export const people: PeopleWords = {
  titles: [
    'adjoint', 'adjointe', 'ambassadeur', 'ambassadrice', 'avocat', 'avocate', 'capitaine', 'cardinal',
    'chancelier', 'chancelière', 'chef', 'cheffe', 'chercheur', 'chercheuse', 'colonel', 'commandant',
    'commissaire', 'conseiller', 'conseillère', 'député', 'députée', 'directeur', 'directrice', 'docteur',
    'économiste', 'entraîneur', 'évêque', 'général', 'gouverneur', 'gouverneure', 'historien', 'historienne',
    'juge', 'lieutenant', 'm', 'madame', 'maire', 'ministre', 'mlle', 'mme', 'monsieur', 'pape',
    'porte-parole', 'préfet', 'préfète', 'premier', 'première', 'présentateur', 'présentatrice', 'président',
    'présidente', 'procureur', 'procureure', 'professeur', 'professeure', 'recteur', 'rectrice', 'reine',
    'roi', 'secrétaire', 'sénateur', 'sénatrice', 'sociologue', 'vice-président', 'vice-présidente',
  ],
  titlesHe: [
    'avocat', 'chancelier', 'député', 'directeur', 'm', 'monsieur', 'pape', 'président', 'procureur', 'roi',
    'sénateur',
  ],
  titlesShe: [
    'avocate', 'chancelière', 'députée', 'directrice', 'madame', 'mlle', 'mme', 'présidente', 'procureure',
    'reine', 'sénatrice',
  ],
  personNouns: [
    'acteur', 'actrice', 'adjoint', 'adjointe', 'agriculteur', 'agricultrice', 'ami', 'amie', 'architecte',
    'auteur', 'autrice', 'bénévole', 'bénévoles', 'candidat', 'candidate', 'chanteur', 'chanteuse',
    'collègue', 'comédien', 'comédienne', 'commerçant', 'commerçante', 'conducteur', 'conductrice',
    'conseiller', 'conseillère', 'coordinateur', 'coordinatrice', 'délégué', 'déléguée', 'dirigeant',
    'dirigeante', 'écologue', 'écrivain', 'écrivaine', 'élu', 'élue', 'employé', 'employée', 'enquêteur',
    'enquêtrice', 'enseignant', 'enseignante', 'épouse', 'époux', 'étudiant', 'étudiante', 'expert',
    'experte', 'femme', 'fille', 'fils', 'fonctionnaire', 'fondateur', 'fondatrice', 'frère', 'gérant',
    'gérante', 'habitant', 'habitante', 'homme', 'infirmière', 'ingénieur', 'ingénieure', 'interne', 'jeune',
    'journaliste', 'mari', 'médecin', 'médecin-chef', 'médecin-cheffe', 'mère', 'metteur', 'metteuse',
    'militant', 'militante', 'musicien', 'musicienne', 'officier', 'parent', 'passager', 'passagère',
    'patient', 'patiente', 'patron', 'patronne', 'pêcheur', 'pêcheurs', 'peintre', 'père', 'poète',
    'policier', 'policière', 'pompier', 'psychologue', 'responsable', 'riverain', 'riveraine', 'romancier',
    'romancière', 'scientifique', 'sœur', 'soldat', 'source', 'sources', 'spécialiste', 'syndicaliste',
    'témoin', 'témoins', 'touriste', 'vice-président', 'vice-présidente', 'victime', 'voisin', 'voisine',
  ],
  personNounsHe: [
    'acteur', 'agriculteur', 'auteur', 'candidat', 'chanteur', 'comédien', 'conseiller', 'dirigeant',
    'employé', 'enseignant', 'étudiant', 'expert', 'fils', 'fondateur', 'frère', 'gérant', 'habitant',
    'homme', 'mari', 'patron', 'père', 'romancier', 'voisin',
  ],
  personNounsShe: [
    'actrice', 'agricultrice', 'autrice', 'candidate', 'chanteuse', 'comédienne', 'conseillère', 'dirigeante',
    'employée', 'enseignante', 'épouse', 'étudiante', 'experte', 'femme', 'fille', 'fondatrice', 'gérante',
    'habitante', 'infirmière', 'mère', 'metteuse', 'patronne', 'romancière', 'sœur', 'voisine',
  ],
  groupNouns: [
    'association', 'commission', 'entreprise', 'gouvernement', 'mairie', 'ministère', 'opposition', 'parquet',
    'parti', 'police', 'syndicat',
  ],
};
