import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'art', 'av', 'bd', 'boul', 'cf', 'col', 'dr', 'etc', 'gén', 'lt', 'm', 'me', 'mgr', 'mlle', 'mm', 'mme',
  'mmes', 'pr', 'prof', 'st', 'ste',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'arrêté', 'attestation', 'brochure', 'bulletin', 'charte', 'circulaire', 'communiqué', 'compte-rendu',
    'courriel', 'courrier', 'déclaration', 'décret', 'dépêche', 'document', 'éditorial', 'enquête', 'étude',
    'expertise', 'exposé', 'jugement', 'lettre', 'lettres', 'mail', 'manifeste', 'mémo', 'message', 'missive',
    'motion', 'ordonnance', 'pétition', 'plainte', 'procès-verbal', 'protocole', 'publication',
    'questionnaire', 'rapport', 'rapports', 'règlement', 'requête', 'réquisitoire', 'résolution', 'sms',
    'sondage', 'synthèse', 'testament', 'texte', 'tract', 'traité', 'tribune', 'tweet', 'verdict',
  ],
  bodyNouns: [
    'académie', 'administration', 'agence', 'alliance', 'ambassade', 'armée', 'assemblée', 'association',
    'autorité', 'banque', 'cabinet', 'chambre', 'club', 'coalition', 'collectif', 'comité', 'commission',
    'compagnie', 'confédération', 'conseil', 'cour', 'département', 'école', 'entreprise', 'fédération',
    'fondation', 'gouvernement', 'groupe', 'hôpital', 'institut', 'institution', 'laboratoire', 'ligue',
    'mairie', 'ministère', 'mouvement', 'musée', 'observatoire', 'office', 'ong', 'orchestre', 'ordre',
    'organisation', 'organisme', 'parlement', 'parquet', 'parti', 'police', 'préfecture', 'présidence',
    'secrétariat', 'sénat', 'société', 'syndicat', 'tribunal', 'union', 'université',
  ],
  timeNames: [
    'août', 'avril', 'décembre', 'dimanche', 'février', 'janvier', 'jeudi', 'juillet', 'juin', 'lundi', 'mai',
    'mardi', 'mars', 'mercredi', 'novembre', 'octobre', 'samedi', 'septembre', 'vendredi',
  ],
  abbreviations,
};
